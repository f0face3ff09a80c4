package org.opencmas.fees.settlement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.fees.proposal.ProposalState;
import org.opencmas.fees.proposal.Withdrawal;
import org.opencmas.terms.CalendarQuarter;
import org.opencmas.terms.Usd;

/**
 * A settlement as it stands.
 *
 * @param contractorId whose; null: everybody's
 * @param throughQuarter the last quarter, inclusive
 * @param reports reports that are settled by it; once approved, what was still owed then
 * @param fees fees of filed reports, likewise
 * @param amount what these fees come to, dollars
 * @param oldestDueOn the earliest day on which any of it was due
 * @param state where it stands
 * @param approvedBy the second person; null while nothing is settled
 * @param withdrawal null while nobody has given it up; never there beside an approval
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Settlement")
record Settlement(
        UUID settlementId,
        @Nullable UUID contractorId,
        CalendarQuarter throughQuarter,
        String reason,
        int reports,
        int fees,
        Usd amount,
        LocalDate oldestDueOn,
        long oldestAgeDays,
        ProposalState state,
        String proposedBy,
        Instant proposedAt,
        @Nullable String approvedBy,
        @Nullable Instant approvedAt,
        @Nullable Withdrawal withdrawal) {
    /** What is settled. */
    @Schema(name = "SettlementItemKind")
    enum Kind {
        REPORT,
        FEE
    }

    /**
     * One thing settled.
     *
     * @param contractorId null where nobody is known to owe it
     * @param amount of a fee what is not paid; zero of a report
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "SettlementItem")
    record Item(
            Kind kind,
            String cmasNumber,
            CalendarQuarter quarter,
            @Nullable UUID contractorId,
            LocalDate dueOn,
            long ageDays,
            Usd amount) {}
}
