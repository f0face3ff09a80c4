package org.opencmas.compliance.rule.outcome;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing a rule found; the rule book adds whose rule it is and whether it blocks.
 *
 * <p>A {@link Pass} is a type of its own: where a rule gives the pass that holds when there is no trouble, nothing else fits, least of
 * all something that was judged and may have failed.
 */
public sealed interface Outcome permits Pass, Trouble, NotApplicable {
    static Pass pass(String message, @Nullable Object... values) {
        return new Pass(message.formatted(values), Map.of(), List.of());
    }

    static Trouble fail(String message, @Nullable Object... values) {
        return Trouble.of(Verdict.FAIL, message.formatted(values));
    }

    static Trouble warn(String message, @Nullable Object... values) {
        return Trouble.of(Verdict.WARN, message.formatted(values));
    }

    static Trouble needsAttestation(String message, @Nullable Object... values) {
        return Trouble.of(Verdict.NEEDS_ATTESTATION, message.formatted(values));
    }

    static Trouble undetermined(String message, @Nullable Object... values) {
        return Trouble.of(Verdict.UNDETERMINED, message.formatted(values));
    }

    static NotApplicable notApplicable(String reason) {
        return new NotApplicable(reason);
    }

    Verdict verdict();

    /** What was found, for a person. */
    String message();

    /** The values that show it, by name. */
    Map<String, String> numbers();

    /** The lines concerned, by the agency's own ids; empty when it is about the whole document. */
    List<String> lineIds();

    /** The least change that would mend it; null when there is nothing to mend. */
    @Nullable
    String remedy();

    /** The same with one more value that shows it. */
    Outcome with(String name, Object value);

    /** The same, about that line. */
    default Outcome on(NamedLine line) {
        return on(List.of(line));
    }

    /** The same, about those lines. */
    Outcome on(Collection<? extends NamedLine> lines);
}
