package org.opencmas.registry.cmasnumber;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opencmas.problem.Fault;
import org.opencmas.problem.Refusal;
import org.opencmas.problem.body.FieldReader;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.InvalidCmasNumber;

/** A text where a CMAS number belongs that is none (CON-NUMBER-CATEGORY): 400 with the reason and what may be meant. */
public final class NotACmasNumber extends Refusal {
    private static final long serialVersionUID = 1;

    private final transient InvalidCmasNumber cause;
    private final String pointer;
    private final List<String> suggestions;

    NotACmasNumber(String pointer, InvalidCmasNumber cause) {
        this(
                pointer,
                cause,
                cause.suggestions().stream().map(CmasNumber::canonical).toList());
    }

    /** @param suggestions canonical numbers, offered in place of those that the text alone suggests */
    NotACmasNumber(String pointer, InvalidCmasNumber cause, List<String> suggestions) {
        super(cause.reason());
        this.pointer = pointer;
        this.cause = cause;
        this.suggestions = List.copyOf(suggestions);
    }

    /**
     * Reads a number from a request.
     *
     * @param pointer where it stands: a JSON pointer into the body, or a parameter's name
     * @throws NotACmasNumber (400) for anything else, other agreements' numbers included
     */
    public static CmasNumber parse(String pointer, String raw) {
        try {
            return CmasNumber.parse(raw);
        } catch (InvalidCmasNumber e) {
            throw new NotACmasNumber(pointer, e);
        }
    }

    /**
     * Notes that a text is no number, where a request is refused for something else too.
     *
     * @param raw nothing is said of one that is absent or blank
     */
    public static void check(FieldReader fields, String pointer, @Nullable String raw) {
        if (raw != null && !raw.isBlank()) {
            try {
                CmasNumber.parse(raw);
            } catch (InvalidCmasNumber e) {
                new NotACmasNumber(pointer, e).faults().forEach(fields::fault);
            }
        }
    }

    @Override
    public String slug() {
        return "not-a-cmas-number";
    }

    @Override
    public int status() {
        return 400;
    }

    @Override
    public List<Fault> faults() {
        return List.of(new Fault(pointer, "is not a CMAS number", cause.reason()));
    }

    @Override
    public Map<String, Object> members() {
        return Map.of("raw", cause.raw(), "suggestions", suggestions);
    }
}
