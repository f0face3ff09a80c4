package org.opencmas.compliance.ordercheck.rule;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A named person's word, on the order, for what no machine can judge or what is not known here.
 *
 * @param rule id of the one rule it answers
 * @param statement what the person says to have checked
 * @param attestedBy the person
 * @param attestedOn the day
 * @param evidence where the proof is kept; null when none is named
 */
public record Attestation(
        String rule,
        String statement,
        String attestedBy,
        LocalDate attestedOn,
        @Nullable String evidence) {
    /** True when someone says something: a blank statement, or nobody's, answers nothing. */
    boolean signed() {
        return !statement.isBlank() && !attestedBy.isBlank();
    }

    String sentence() {
        return "Attested by %s on %s: %s".formatted(attestedBy, attestedOn, statement);
    }
}
