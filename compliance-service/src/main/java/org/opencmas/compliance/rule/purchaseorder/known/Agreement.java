package org.opencmas.compliance.rule.purchaseorder.known;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.Usd;

/**
 * A CMAS as it stood on one day.
 *
 * @param contractorName the holder, as printed on the CMAS
 * @param status on that day, whatever the snapshot's
 * @param supplementNumber of the snapshot; 0 for the original
 * @param effectiveOn first day of the snapshot
 * @param termStart first day on which orders may be issued, inclusive
 * @param termEnd last day on which orders may be issued, inclusive
 * @param nspProvision true when the CMAS has the Not Specifically Priced provision
 * @param travelAllowed whether the CMAS provides for travel; null when not recorded
 * @param stateOrderLimit most that one State order may come to, US dollars before tax and freight; null when not recorded
 * @param listedCertifications certificates shown on the CMAS
 * @param newsWaiting true when news about the CMAS arrived here that could not be taken in, so that this copy may be stale
 * @param statusDayAssumed true when the registry gave the status without its first day, so that it counts from the day of the news on;
 *     false in receipts from before the registry gave the day
 */
public record Agreement(
        CmasNumber cmas,
        UUID contractorId,
        String contractorName,
        Status status,
        int supplementNumber,
        LocalDate effectiveOn,
        LocalDate termStart,
        LocalDate termEnd,
        ForUseBy forUseBy,
        boolean nspProvision,
        @Nullable Boolean travelAllowed,
        @Nullable Usd stateOrderLimit,
        List<Certificate> listedCertifications,
        boolean newsWaiting,
        boolean statusDayAssumed) {
    /** Whether orders may be placed at all. */
    public enum Status {
        ACTIVE,
        SUSPENDED,
        TERMINATED
    }

    /** Who the contractor lets buy. */
    public enum ForUseBy {
        STATE_ONLY,
        STATE_AND_LOCAL,
        UNKNOWN
    }

    /** The same terms on a day of that status. */
    public Agreement withStatus(Status ofTheDay, boolean dayAssumed) {
        return new Agreement(
                cmas,
                contractorId,
                contractorName,
                ofTheDay,
                supplementNumber,
                effectiveOn,
                termStart,
                termEnd,
                forUseBy,
                nspProvision,
                travelAllowed,
                stateOrderLimit,
                listedCertifications,
                newsWaiting,
                dayAssumed);
    }

    /** The words beside a status whose first day is not known; empty for any other. */
    public String assumption() {
        return statusDayAssumed
                ? " The registry told no first day of that status; it is counted from the day of its news."
                : "";
    }

    public boolean inTermOn(LocalDate day) {
        return !day.isBefore(termStart) && !day.isAfter(termEnd);
    }
}
