package org.opencmas.compliance.ordercheck.rule;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing a rule found; the {@link RuleBook} adds whose rule it is and whether it blocks.
 *
 * @param message what was found, for a person
 * @param numbers the values that show it, by name
 * @param lineIds the order lines concerned, by the agency's own ids
 * @param remedy the least change that would mend it; null when there is nothing to mend
 */
record Outcome(
        Verdict verdict,
        String message,
        Map<String, String> numbers,
        List<String> lineIds,
        @Nullable String remedy) {
    static Outcome pass(String message, @Nullable Object... values) {
        return of(Verdict.PASS, message.formatted(values));
    }

    static Outcome fail(String message, @Nullable Object... values) {
        return of(Verdict.FAIL, message.formatted(values));
    }

    static Outcome warn(String message, @Nullable Object... values) {
        return of(Verdict.WARN, message.formatted(values));
    }

    static Outcome needsAttestation(String message, @Nullable Object... values) {
        return of(Verdict.NEEDS_ATTESTATION, message.formatted(values));
    }

    static Outcome notApplicable(String reason) {
        return of(Verdict.NOT_APPLICABLE, reason);
    }

    static Outcome undetermined(String message, @Nullable Object... values) {
        return of(Verdict.UNDETERMINED, message.formatted(values));
    }

    private static Outcome of(Verdict verdict, String message) {
        return new Outcome(verdict, message, Map.of(), List.of(), null);
    }

    Outcome with(String name, Object value) {
        Map<String, String> more = new LinkedHashMap<>(numbers);
        more.put(name, value.toString());
        return new Outcome(verdict, message, Collections.unmodifiableMap(more), lineIds, remedy);
    }

    Outcome on(OrderLine line) {
        return on(List.of(line));
    }

    Outcome on(Collection<OrderLine> lines) {
        return new Outcome(
                verdict, message, numbers, lines.stream().map(OrderLine::lineId).toList(), remedy);
    }

    Outcome remedy(String change, @Nullable Object... values) {
        return new Outcome(verdict, message, numbers, lineIds, change.formatted(values));
    }
}
