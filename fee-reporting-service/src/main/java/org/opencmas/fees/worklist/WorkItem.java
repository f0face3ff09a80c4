package org.opencmas.fees.worklist;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.terms.Usd;

/**
 * One thing to see to.
 *
 * @param since from when on it is one; of an overdue report and an unpaid fee the last day in time
 * @param ageDays from that day to today, at least zero
 * @param amount dollars: of a mismatched report the ledger's fee less the reported one, of an unpaid fee what is open, of an uncomputable order
 *     what it comes to before tax and freight; null where there is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record WorkItem(
        Kind kind,
        String cmasNumber,
        String quarter,
        @Nullable UUID contractorId,
        String contractorName,
        @Nullable UUID orderId,
        LocalDate since,
        long ageDays,
        @Nullable Usd amount,
        String link) {
    /** What there is to do. */
    @Schema(name = "WorkItemKind")
    enum Kind {
        /** The due date is past and nothing was filed. */
        OVERDUE_REPORT,
        /** DGS returned the report, and the contractor has not answered. */
        INCOMPLETE_REPORT,
        /** The version filed last says something else than the ledger. */
        MISMATCHED_REPORT,
        /** The due date of a filed report is past and its fee is not paid, or not wholly. */
        UNPAID_FEE,
        /** The fee of an order cannot be worked out. */
        UNCOMPUTABLE_ORDER;

        /** Where the answer is found. */
        String link(String cmasNumber, String quarter) {
            return switch (this) {
                case OVERDUE_REPORT -> "/v1/quarterly-reports/" + cmasNumber + "/" + quarter;
                case INCOMPLETE_REPORT -> "/v1/quarterly-reports/" + cmasNumber + "/" + quarter + "/corrections";
                case MISMATCHED_REPORT, UNPAID_FEE -> "/v1/reconciliations/" + cmasNumber + "/" + quarter;
                case UNCOMPUTABLE_ORDER -> "/v1/uncomputable-orders?cmasNumber=" + cmasNumber;
            };
        }
    }
}
