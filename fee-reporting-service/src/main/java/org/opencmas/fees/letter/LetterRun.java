package org.opencmas.fees.letter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.opencmas.terms.Usd;

/**
 * Letters made together.
 *
 * @param subject as it was given, with its merge fields
 * @param body likewise
 * @param letters how many; one to each contractor whom it concerns
 */
@Schema(name = "LetterRun")
record LetterRun(
        UUID runId,
        Kind kind,
        LocalDate asOfDay,
        String subject,
        String body,
        int letters,
        String madeBy,
        Instant madeAt) {
    /** What the letters are about. */
    @Schema(name = "LetterKind")
    enum Kind {
        /** Reports of quarters that are over, not filed, and not past due, the due date included. */
        REMINDER,
        OVERDUE_REPORTS,
        INCOMPLETE_REPORTS,
        UNPAID_FEES,
        /** Agreements and certificates that end within 90 days. */
        EXPIRING
    }

    /**
     * One letter.
     *
     * @param items how many things it is about
     * @param oldestOn of a reminder the first due date, else from when on the oldest of them is one
     * @param amount what is open where fees are unpaid, else zero
     * @param listed the things, one a line, the oldest first
     * @param subject merged
     * @param body merged
     */
    @Schema(name = "Letter")
    record Letter(
            UUID contractorId,
            String contractorName,
            int items,
            LocalDate oldestOn,
            Usd amount,
            String listed,
            String subject,
            String body) {}
}
