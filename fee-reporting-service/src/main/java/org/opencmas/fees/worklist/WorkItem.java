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
 * @param cmasNumber of an expiring certificate its kind and number
 * @param quarter of what expires, and of an agreement with a credit, that of its last day
 * @param since from when on it is one; of what expires the day 90 days before its last; of a credit the day after the agreement's last, or when there was a credit; of an overdue report and an unpaid fee the last day in time
 * @param ageDays from that day to today, at least zero
 * @param orderId the order whose fee cannot be worked out, or that the declared one looks like; null otherwise
 * @param amount dollars: of a mismatched report the ledger's fee less the reported one, of an unpaid fee what is neither paid nor settled, of a credit what is left, of an uncomputable order
 *     and one typed differently what it comes to before tax and freight; null where there is none
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
    /** What tells it from another of the same kind, number, quarter and day. */
    String tie() {
        UUID told = orderId == null ? contractorId : orderId;
        return told == null ? "-" : told.toString();
    }

    /** What there is to do. */
    @Schema(name = "WorkItemKind")
    enum Kind {
        /** The due date is past and nothing was filed. */
        OVERDUE_REPORT,
        /** DGS returned the report, and the contractor has not answered. */
        INCOMPLETE_REPORT,
        /** The version filed last says something else than the ledger. */
        MISMATCHED_REPORT,
        /** The due date of a filed report is past and its fee is neither paid nor settled, or not wholly. */
        UNPAID_FEE,
        /** The fee of an order cannot be worked out. */
        UNCOMPUTABLE_ORDER,
        /** An agreement's term ends within 90 days, today and the ninetieth included, or it ends today. */
        EXPIRING_AGREEMENT,
        /** A certificate ends within 90 days, and its holder has none of the kind that lasts longer. */
        EXPIRING_CERTIFICATE,
        /** An agreement that ended has a credit, which no later report of it uses. */
        CREDIT_ON_ENDED_AGREEMENT,
        /** An order that a report adds looks like a known one typed otherwise, so it is owed twice. */
        ORDER_TYPED_DIFFERENTLY;

        /** Where the answer is found. */
        String link(String cmasNumber, String quarter, @Nullable UUID contractorId) {
            return switch (this) {
                case OVERDUE_REPORT -> "/v1/quarterly-reports/" + cmasNumber + "/" + quarter;
                case INCOMPLETE_REPORT -> "/v1/quarterly-reports/" + cmasNumber + "/" + quarter + "/corrections";
                case MISMATCHED_REPORT, UNPAID_FEE -> "/v1/reconciliations/" + cmasNumber + "/" + quarter;
                case EXPIRING_AGREEMENT, EXPIRING_CERTIFICATE ->
                    "/v1/work-items?kind=" + name() + "&contractorId=" + contractorId;
                case CREDIT_ON_ENDED_AGREEMENT -> "/v1/agreement-credits/" + cmasNumber;
                case ORDER_TYPED_DIFFERENTLY ->
                    "/v1/order-look-alikes?cmasNumber=" + cmasNumber + "&quarter=" + quarter;
                case UNCOMPUTABLE_ORDER -> "/v1/uncomputable-orders?cmasNumber=" + cmasNumber;
            };
        }
    }
}
