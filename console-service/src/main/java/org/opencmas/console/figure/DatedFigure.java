package org.opencmas.console.figure;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.console.client.department.ProposalWithdrawal;

/**
 * A figure of any kind as its page shows it.
 *
 * @param name what it is, in words
 * @param value as it is shown, with its unit
 * @param from first day or quarter as the service writes it, to sort by
 * @param fromWords the same in words
 */
record DatedFigure(UUID id, String name, String value, String from, String fromWords, Origin origin, Persons persons) {
    /**
     * @param text where it is from
     * @param kind what kind of source that is
     */
    record Origin(String text, FigureKind.Source kind) {}

    /**
     * Who proposed it and who made it count.
     *
     * @param activatedBy null, as the time, while it does not count
     * @param withdrawal null unless it was given up before it counted
     * @param isOwn whether the reader proposed it, and so cannot activate it
     */
    record Persons(
            String proposedBy,
            Instant proposedAt,
            @Nullable String activatedBy,
            @Nullable Instant activatedAt,
            @Nullable ProposalWithdrawal withdrawal,
            boolean isOwn) {}

    public boolean counts() {
        return persons.activatedBy() != null;
    }

    /** Whether it waits for a second person. */
    public boolean waits() {
        return !counts() && persons.withdrawal() == null;
    }

    /** Whether it was given up before it counted. */
    public boolean isGivenUp() {
        return persons.withdrawal() != null;
    }

    /** Returns the name of the field that says why it is given up. */
    public String withdrawalField() {
        return ProposalWithdrawal.field(id);
    }

    /** Returns when it was activated, to tell which of two for the same day counts; those that the suite began with come first. */
    Instant activated() {
        Instant at = persons.activatedAt();
        return at == null ? Instant.MIN : at;
    }
}
