package org.opencmas.order.purchaseorder.history;

import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.order.purchaseorder.document.OrderJson;

/** What an act on a version said beside the version itself: the row of the history, read by the kind of the act. */
@Schema(
        name = "ActDetails",
        anyOf = {
            MadeDecision.class,
            Approval.class,
            ConfirmedDoubts.class,
            Acceptance.class,
            Rejection.class,
            WorkOrder.class,
            Termination.class,
            Withdrawal.class
        })
public sealed interface ActDetails
        permits MadeDecision, Approval, ConfirmedDoubts, Acceptance, Rejection, WorkOrder, Termination, Withdrawal {

    /**
     * The details of one act.
     *
     * @param act the word of the history, such as {@code REJECTED}
     * @return null for an act that says nothing but that it was done
     */
    static @Nullable ActDetails read(String act, JsonNode stored) {
        return switch (act) {
            case "ISSUED", "AMENDED", "RETURNED" -> OrderJson.convert(stored, MadeDecision.class);
            case "DOUBTS_CONFIRMED" -> OrderJson.convert(stored, ConfirmedDoubts.class);
            case "APPROVED" -> OrderJson.convert(stored, Approval.class);
            case "WORK_STOPPED", "WORK_RESUMED" -> OrderJson.convert(stored, WorkOrder.class);
            case "ACCEPTED" -> OrderJson.convert(stored, Acceptance.class);
            case "REJECTED" -> OrderJson.convert(stored, Rejection.class);
            case "TERMINATED" -> OrderJson.convert(stored, Termination.class);
            case "WITHDRAWN" -> OrderJson.convert(stored, Withdrawal.class);
            default -> null;
        };
    }

    /** The same as a contractor may see it: without what is between the agency and the rule book. */
    default ActDetails forContractor() {
        return this;
    }
}
