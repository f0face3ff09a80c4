package org.opencmas.console.frame.meanwhile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opencmas.console.frame.field.Inputs;

/**
 * What a page tells of the thing that its form is about, fact by fact in words. The form carries it unseen, so that a page that is shown again can tell what its reader saw and
 * what is there now, whichever service keeps the thing and whether or not it keeps what was before. A label may come several times, such as one for each offer of a request.
 *
 * <p>Of a thing that keeps every act, such as an order, the acts that came since tell themselves: a form carries only how many there were.
 */
public final class Shown {
    /** The field of a form that carries what its page told. */
    public static final String FIELD = "known";

    /** Longer texts are carried in part, with a mark of their whole: a form holds a megabyte at most. */
    private static final int LONGEST = 4_000;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<Fact>> FACTS = new TypeReference<>() {};

    private final List<Fact> facts = new ArrayList<>();
    private @Nullable List<String> acts;

    /** A fact, with short names since a form carries many; without a label it is how many acts there were. */
    private record Fact(String l, String v) {}

    /** Adds a fact; nothing where there is no value. */
    public Shown say(String label, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            facts.add(new Fact(label, cut(value.replace("\r\n", "\n").strip())));
        }
        return this;
    }

    /**
     * Adds what was done with the thing.
     *
     * @param sentences all its acts, the oldest first; none is ever taken away
     */
    public Shown acts(List<String> sentences) {
        acts = List.copyOf(sentences);
        return this;
    }

    /** Returns the facts for the form's unseen field. */
    public String carried() {
        List<Fact> all = new ArrayList<>(facts);
        if (acts != null) {
            all.add(new Fact("", Integer.toString(acts.size())));
        }
        try {
            return JSON.writeValueAsString(all);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Returns how the facts of now differ from those that a form carries, then the acts that came since; nothing where it carries none that can be read. */
    public List<Change> since(Inputs form) {
        return since(form, FIELD);
    }

    /** @param field the form's field that carries them */
    List<Change> since(Inputs form, String field) {
        List<Fact> carried = carriedBy(form, field);
        if (carried.isEmpty()) {
            return List.of();
        }
        List<Change> changes =
                differences(carried.stream().filter(fact -> !fact.l().isEmpty()).toList());
        changes.addAll(actsSince(values(carried, "")));
        return changes;
    }

    private List<Change> differences(List<Fact> before) {
        Set<String> labels = new LinkedHashSet<>();
        facts.forEach(fact -> labels.add(fact.l()));
        before.forEach(fact -> labels.add(fact.l()));
        List<Change> changes = new ArrayList<>();
        for (String label : labels) {
            List<String> was = values(before, label);
            List<String> is = values(facts, label);
            List<String> gone = without(was, is);
            List<String> came = without(is, was);
            boolean isOneForOne = gone.size() == 1 && came.size() == 1;
            if (isOneForOne) {
                changes.add(Change.of(label, gone.getFirst(), came.getFirst()));
            } else {
                gone.forEach(value -> changes.add(Change.of(label, value, "")));
                came.forEach(value -> changes.add(Change.of(label, "", value)));
            }
        }
        return changes;
    }

    /** @param count how many acts a form carries; empty where none could be shown */
    private List<Change> actsSince(List<String> count) {
        if (acts == null || count.isEmpty() || !count.getFirst().matches("[0-9]{1,6}")) {
            return List.of();
        }
        int seen = Math.min(Integer.parseInt(count.getFirst()), acts.size());
        return acts.subList(seen, acts.size()).stream().map(Change::event).toList();
    }

    private static List<Fact> carriedBy(Inputs form, String field) {
        String carried = form.value(field);
        if (carried.isEmpty()) {
            return List.of();
        }
        try {
            return JSON.readValue(carried, FACTS).stream()
                    .filter(fact -> fact.l() != null && fact.v() != null)
                    .toList();
        } catch (JsonProcessingException another) {
            // A form that was not made by a page of ours, or by one of another version, tells nothing.
            return List.of();
        }
    }

    private static List<String> values(List<Fact> facts, String label) {
        return facts.stream()
                .filter(fact -> fact.l().equals(label))
                .map(Fact::v)
                .toList();
    }

    private static List<String> without(List<String> values, List<String> others) {
        List<String> left = new ArrayList<>(values);
        // One by one: of two that read the same, one may have gone.
        others.forEach(left::remove);
        return left;
    }

    private static String cut(String value) {
        return value.length() <= LONGEST
                ? value
                : value.substring(0, LONGEST) + "… (" + value.length() + " characters, "
                        + Integer.toHexString(value.hashCode()) + ")";
    }
}
