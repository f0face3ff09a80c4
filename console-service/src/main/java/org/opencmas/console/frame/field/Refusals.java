package org.opencmas.console.frame.field;

import java.util.Map;
import java.util.Optional;
import org.opencmas.console.frame.fault.ServiceProblem;
import org.opencmas.console.frame.text.Sentences;

/** What a service refused, put beside the fields of the form that it came from. */
public final class Refusals {
    private Refusals() {}

    /** The same for a form whose fields are called as the service's are. */
    public static void intoFields(Inputs inputs, ServiceProblem problem) {
        intoFields(inputs, problem, Map.of());
    }

    /**
     * Puts each fault beside the field that it names: {@code /lines/0/quantity} is the field {@code lines.0.quantity}, and
     * {@code /mayOverride/3}, which no form has, stands beside {@code mayOverride}. What names no field of the form stands at the top of its page.
     *
     * @param inputs the form, to be shown again
     * @param problem what the service said
     * @param called the form's field for each JSON pointer or parameter that the form calls otherwise, or does not send while it is empty; for all that
     *     lies within a pointer how its fields' names begin, with a dot at the end, such as {@code added.2.} for {@code /added/0}
     * @throws ServiceProblem the same, when it is about the page and not about what was typed
     */
    public static void intoFields(Inputs inputs, ServiceProblem problem, Map<String, String> called) {
        if (problem.isOfThePage()) {
            throw problem;
        }
        if (problem.faults().isEmpty()) {
            inputs.wrongAsAWhole("", Sentences.inWords(problem.detail()));
        }
        for (ServiceProblem.Fault fault : problem.faults()) {
            field(inputs, fault.pointer(), called)
                    .ifPresentOrElse(
                            field -> inputs.wrong(field, Sentences.inWords(fault.detail())),
                            () -> inputs.wrongAsAWhole(named(fault.pointer()), Sentences.inWords(fault.detail())));
        }
    }

    /** Returns the field of a pointer, else of what it lies within; empty where the form has none of them. */
    private static Optional<String> field(Inputs inputs, String pointer, Map<String, String> called) {
        for (String at = pointer; !at.isEmpty(); at = above(at)) {
            String known = called.getOrDefault(at, "");
            String field = known.isEmpty() || known.endsWith(".") ? called(at, called) : known;
            if (field.equals(known) || (inputs.has(field) && !Inputs.isUnseen(field))) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }

    /** Returns a pointer as the name of a field, which begins as the form calls the nearest that it lies within. */
    private static String called(String pointer, Map<String, String> called) {
        for (String at = above(pointer); !at.isEmpty(); at = above(at)) {
            String beginning = called.getOrDefault(at, "");
            if (beginning.endsWith(".")) {
                return beginning + pointer.substring(at.length() + 1).replace('/', '.');
            }
        }
        return pointer.replaceFirst("^/", "").replace('/', '.');
    }

    private static String above(String pointer) {
        return pointer.substring(0, Math.max(0, pointer.lastIndexOf('/')));
    }

    /** Returns a pointer for a reader, who counts from 1: {@code /lines/0/manufacturer} is {@code lines 1 manufacturer}. */
    private static String named(String pointer) {
        var words = new StringBuilder();
        for (String part : pointer.split("/", -1)) {
            if (!part.isEmpty()) {
                words.append(words.isEmpty() ? "" : " ")
                        .append(part.matches("[0-9]{1,6}") ? Integer.toString(Integer.parseInt(part) + 1) : part);
            }
        }
        return Inputs.words(words.toString());
    }
}
