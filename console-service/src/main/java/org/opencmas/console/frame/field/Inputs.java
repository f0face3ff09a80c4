package org.opencmas.console.frame.field;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opencmas.console.frame.fault.ServiceProblem;
import org.opencmas.console.frame.text.Forms;
import org.opencmas.console.frame.text.Places;
import org.opencmas.console.frame.text.Sentences;
import org.opencmas.terms.ProgramCalendar;

/**
 * What a reader typed, field by field: kept as typed, read once, with what is wrong beside it. A page is shown again with it, so that nothing typed is lost by a fault. In a
 * template: {@code {#errors it=inputs /}} on top and {@code {inputs.value('asOf')}}, {@code {inputs.error('asOf')}} at the field.
 */
public final class Inputs {
    private static final int LONGEST = 200;
    private static final Set<String> UNSEEN = Set.of("cursor", "do", "etag", "key", "known");

    private final Map<String, List<String>> typed;
    private final Map<String, String> errors = new LinkedHashMap<>();
    private final List<Error> errorsOfNoField = new ArrayList<>();
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, String> wentOn = new HashMap<>();

    private Inputs(Map<String, List<String>> typed) {
        this.typed = typed;
    }

    /** @param typed the fields of a form or of the address, each with its values */
    public static Inputs of(Map<String, List<String>> typed) {
        return new Inputs(typed);
    }

    /**
     * @param field its name, which is also its id on the page; empty for what is about no single field of it
     * @param name what the page calls it; empty where that follows from the field
     * @param message what is wrong, as a sentence that tells what is expected
     */
    public record Error(String field, String name, String message) {
        /** Returns the field's name in words: {@code asOf} is "As of", and {@code invoice.dueOn} is "Due on". */
        public String label() {
            if (!name.isEmpty()) {
                return name;
            }
            return words(field.substring(field.lastIndexOf('.') + 1));
        }

        /** Returns what stands before the message: with a colon where that is a sentence of its own, and not where it goes on ("Lines is missing"). */
        public String opening() {
            boolean goesOn = !message.isEmpty() && Character.isLowerCase(message.charAt(0));
            return label().isEmpty() || goesOn ? label() : label() + ":";
        }
    }

    /** Tells whether a field is one that a page sends along and shows nobody, such as a version: it is nothing that was typed, and a fault of it has no place beside it. */
    public static boolean isUnseen(String field) {
        return UNSEEN.contains(field) || field.startsWith("etag.") || field.startsWith("known.");
    }

    /** Returns a field's name in words: {@code asOf} is "As of". */
    static String words(String field) {
        return Places.name(field);
    }

    /** Returns the text of a field without spaces around it; empty when there is none. Text that no such field can hold is a fault. */
    public String text(String field) {
        return text(field, LONGEST);
    }

    /** @param most how many characters the field takes */
    public String text(String field, int most) {
        String text = value(field).strip();
        if (text.length() > most) {
            wrong(field, "takes " + most + " characters at most, and has " + text.length() + ".");
            return "";
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            wrong(field, "has a sign that cannot be printed.");
            return "";
        }
        return text;
    }

    /**
     * Returns the text of a field of many lines, each ended by a line feed whatever the browser sent; empty when there is none.
     *
     * @param most how many characters the field takes, line feeds among them
     */
    public String paragraphs(String field, int most) {
        String text = value(field).replace("\r\n", "\n").strip();
        if (text.length() > most) {
            wrong(field, "takes " + most + " characters at most, and has " + text.length() + ".");
            return "";
        }
        if (text.chars().anyMatch(sign -> Character.isISOControl(sign) && sign != '\n' && sign != '\t')) {
            wrong(field, "has a sign that cannot be printed.");
            return "";
        }
        return text;
    }

    /** The same of why something is done: without a word of it the field is at fault. */
    public String reason(String field, int most) {
        String text = paragraphs(field, most);
        if (text.isEmpty()) {
            wrong(field, "must say why, for the record.");
        }
        return text;
    }

    /** Returns a day typed as {@code 2026-11-27}, as a date field sends it; anything else is a fault. */
    public Optional<LocalDate> day(String field) {
        String text = text(field);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.parse(text);
            if (ProgramCalendar.isProgramDay(day)) {
                return Optional.of(day);
            }
        } catch (DateTimeParseException none) {
            // What is expected is told below.
        }
        wrong(field, "must be a day such as 2026-11-27, from 1990 through 2200.");
        return Optional.empty();
    }

    /** Returns one of the choices, or empty when nothing was chosen; what is no choice is a fault. */
    public <E extends Enum<E>> Optional<E> choice(String field, Class<E> choices) {
        String text = text(field);
        for (E choice : choices.getEnumConstants()) {
            if (choice.name().equals(text.toUpperCase(Locale.ROOT))) {
                return Optional.of(choice);
            }
        }
        if (!text.isEmpty()) {
            wrong(field, "must be one of those offered.");
        }
        return Optional.empty();
    }

    /** Returns the texts of a field that may come many times, without those that are empty. */
    public List<String> texts(String field, int most) {
        List<String> texts = typed.getOrDefault(field, List.of()).stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
        if (texts.size() > most) {
            wrong(field, "may be given " + most + " times at most.");
            return List.of();
        }
        for (String text : texts) {
            if (text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
                wrong(field, "takes " + LONGEST + " characters at most, each of which can be printed.");
                return List.of();
            }
        }
        return texts;
    }

    /** Says that a field is wrong; the first fault of a field stays. */
    public void wrong(String field, String message) {
        errors.putIfAbsent(field, message);
    }

    /**
     * Says that something is wrong that no single field of the page shows; it stands at the page's top.
     *
     * @param name what it is about, in words; empty when the message tells
     */
    public void wrongAsAWhole(String name, String message) {
        errorsOfNoField.add(new Error("", name, message));
    }

    /** Returns the same fields, of which nothing was said to be wrong yet. */
    public Inputs copy() {
        return new Inputs(typed);
    }

    /** Returns how many fields of a list the form has, from 0 without a gap. */
    public int count(IntFunction<String> field, int most) {
        int count = 0;
        while (count < most && has(field.apply(count))) {
            count++;
        }
        return count;
    }

    /** Tells whether the form had such a field, also when it was left empty. */
    public boolean has(String field) {
        return typed.containsKey(field);
    }

    /**
     * Something that was typed or chosen.
     *
     * @param label what the page calls its field
     * @param value a choice or a day in words, everything else as it was typed
     */
    public record Typed(String label, String value) {}

    /**
     * Returns what was typed into some fields, for a page that has no place to show it in; without what is empty, what a page sends along unseen, and ids, which nobody typed.
     *
     * @param which the fields, by their names
     */
    public List<Typed> typed(Predicate<String> which) {
        return typed.entrySet().stream()
                .filter(field -> !isUnseen(field.getKey()) && which.test(field.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .map(field -> new Typed(
                        calledOf(field.getKey()),
                        field.getValue().stream()
                                .filter(value -> !value.isBlank() && !value.matches("[0-9a-f-]{36}"))
                                .map(Inputs::chosen)
                                .collect(Collectors.joining(", "))))
                .filter(each -> !each.value().isEmpty())
                .toList();
    }

    /** Returns what the page calls a field; one of a list with its row, since each row has it. */
    private String calledOf(String field) {
        boolean isOfList = field.matches(".*\\.[0-9]+\\..*") && !names.containsKey(field);
        return isOfList
                ? Places.place("/" + field.replace('.', '/'))
                : new Error(field, names.getOrDefault(field, ""), "").label();
    }

    private static String chosen(String value) {
        if (value.matches("[A-Z][A-Z_]+")) {
            return Forms.words(value);
        }
        return value.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}") ? Sentences.inWords(value) : value;
    }

    /** Returns a text; null, which is not sent, where it is empty. */
    public static @Nullable String unlessEmpty(String text) {
        return text.isEmpty() ? null : text;
    }

    /** Says what the page calls a field, where the field's own name does not tell. */
    public void name(String field, String name) {
        names.put(field, name);
    }

    /** Returns what was typed, for the field to show again; cut where no reader would look. */
    public String value(String field) {
        List<String> values = typed.getOrDefault(field, List.of());
        return values.isEmpty() ? "" : values.getFirst();
    }

    /**
     * Returns what a form that is shown again began with, such as the version it is about: with that of now it would be stored over a change that its reader was not
     * told of.
     *
     * @param now what a form begins with now
     */
    public String began(String field, String now) {
        String before = wentOn.getOrDefault(field, value(field));
        return before.isEmpty() ? now : before;
    }

    /**
     * The same for a page that may tell its reader what changed.
     *
     * @param isTold whether it does, so that the form begins with what is now
     */
    public String began(String field, String now, boolean isTold) {
        return isTold ? now : began(field, now);
    }

    /** Has the form go on with another version than it began with: one that it made itself before something else in it was refused. */
    public void goOnWith(String field, String version) {
        wentOn.put(field, version);
    }

    /** Tells whether one of the values of a field that may come many times is this one, so that its box is shown ticked again. */
    public boolean holds(String field, String value) {
        return typed.getOrDefault(field, List.of()).contains(value);
    }

    /** Tells whether a browser's date field can show what was typed: a day, or nothing. Any other text would be lost in one. */
    public boolean fitsDayField(String field) {
        String text = value(field).strip();
        if (text.isEmpty()) {
            return true;
        }
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeParseException none) {
            return false;
        }
    }

    /** Returns what is wrong with a field; empty when nothing is. */
    public String error(String field) {
        return errors.getOrDefault(field, "");
    }

    public boolean isFine() {
        return errors.isEmpty() && errorsOfNoField.isEmpty();
    }

    /** Returns the status of the page that shows the fields again: 200, or 400 with a fault. */
    public int status() {
        return isFine() ? 200 : 400;
    }

    /** Returns what is wrong as a refusal of the address, for a file, which has no fields to show it at. */
    public ServiceProblem refused() {
        return new ServiceProblem(
                400,
                "Bad request",
                errors().stream()
                        .map(error -> error.label() + " " + error.message())
                        .collect(Collectors.joining(" ")),
                List.of());
    }

    /** Returns every fault: what is about no single field first, then the fields' in the order found. */
    public List<Error> errors() {
        List<Error> list = new ArrayList<>(errorsOfNoField);
        errors.forEach((field, message) -> list.add(new Error(field, names.getOrDefault(field, ""), message)));
        return list;
    }
}
