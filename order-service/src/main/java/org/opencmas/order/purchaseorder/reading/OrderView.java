package org.opencmas.order.purchaseorder.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.order.purchaseorder.Decision;
import org.opencmas.order.purchaseorder.OrderAct;
import org.opencmas.order.purchaseorder.OrderState;
import org.opencmas.order.purchaseorder.OrderVersion;
import org.opencmas.order.purchaseorder.PurchaseOrder;
import org.opencmas.order.purchaseorder.document.OrderDocument;
import org.opencmas.order.purchaseorder.history.Acceptance;
import org.opencmas.order.purchaseorder.history.ActDetails;
import org.opencmas.order.purchaseorder.history.Finding;
import org.opencmas.order.purchaseorder.history.Rejection;
import org.opencmas.order.purchaseorder.history.Termination;
import org.opencmas.order.purchaseorder.history.Withdrawal;

/**
 * A version of an order as it is answered: the whole document, where it stands and where to go from here.
 *
 * @param findings what the rule book found that is not a plain pass, whether it returned or issued the version
 * @param acceptance what the contractor said when it accepted
 * @param rejection what the contractor said when it rejected
 * @param termination ground, date and what remains, when it was ended early
 * @param withdrawal why it was withdrawn: an amendment that was not judged as its preview showed
 * @param openAmendment the amendment that is written but not issued
 * @param workIsStopped true while the agency has the contractor stop its work; else absent
 * @param links what may be done next and where: {@code revise} with PUT, every act with POST
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Order")
public record OrderView(
        @JsonUnwrapped OrderDocument document,
        OrderState state,
        @Nullable Instant submittedAt,
        @Nullable String submittedBy,
        @Nullable UUID evaluationId,
        @Nullable Instant decidedAt,
        @Nullable List<Finding> findings,
        @Nullable Acceptance acceptance,
        @Nullable Rejection rejection,
        @Nullable Termination termination,
        @Nullable Withdrawal withdrawal,
        @Nullable OpenAmendment openAmendment,
        @Nullable Boolean workIsStopped,
        Map<String, String> links) {

    /**
     * The amendment that is being written or decided; the version in force stays so until it is issued.
     *
     * @param links how it goes on: {@code revise} with PUT while it is a draft or came back, {@code submission} of a draft
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "OpenAmendment")
    public record OpenAmendment(
            int amendmentNumber,
            int documentVersion,
            OrderState state,
            @Nullable List<Finding> findings,
            Map<String, String> links) {
        static OpenAmendment of(PurchaseOrder order, OrderVersion version) {
            return new OpenAmendment(
                    version.document().amendmentNumber(),
                    version.number(),
                    version.state(),
                    OrderView.findings(version),
                    OrderView.links(order, version));
        }
    }

    /** A version as it was written or submitted just now. */
    public static OrderView of(PurchaseOrder order, OrderVersion version) {
        return of(order, version, null, null);
    }

    /** @param said at the last act on the version, if anything was */
    static OrderView of(PurchaseOrder order, OrderVersion version, @Nullable ActDetails said) {
        return of(order, version, said, null);
    }

    /** The order as it stands, with its open amendment. */
    static OrderView standing(PurchaseOrder order, @Nullable ActDetails said) {
        return of(
                order,
                order.standing(),
                said,
                order.openAmendment().map(open -> OpenAmendment.of(order, open)).orElse(null));
    }

    private static OrderView of(
            PurchaseOrder order, OrderVersion version, @Nullable ActDetails said, @Nullable OpenAmendment open) {
        OrderVersion.Act submission = version.submission();
        Decision decision = version.decision();
        return new OrderView(
                version.document(),
                version.state(),
                submission == null ? null : submission.at(),
                submission == null ? null : submission.by(),
                decision == null ? null : decision.evaluationId(),
                decision == null ? null : decision.evaluatedAt(),
                findings(version),
                said instanceof Acceptance acceptance ? acceptance : null,
                said instanceof Rejection rejection ? rejection : null,
                said instanceof Termination termination ? termination : null,
                said instanceof Withdrawal withdrawal ? withdrawal : null,
                open,
                order.workIsStopped() ? true : null,
                links(order, version));
    }

    /** The same as its contractor may see it: without what is between the agency and the rule book. */
    OrderView forContractor() {
        return new OrderView(
                document.forContractor(),
                state,
                submittedAt,
                submittedBy,
                evaluationId,
                decidedAt,
                null,
                acceptance,
                rejection,
                termination == null ? null : termination.forContractor(),
                null,
                null,
                workIsStopped,
                links);
    }

    private static @Nullable List<Finding> findings(OrderVersion version) {
        Decision decision = version.decision();
        if (decision == null || (decision.allowsIssue() && decision.findings().isEmpty())) {
            return null;
        }
        return Finding.all(decision.findings());
    }

    private static Map<String, String> links(PurchaseOrder order, OrderVersion version) {
        String self = "/v1/orders/" + order.orderId();
        Map<String, String> links = new LinkedHashMap<>();
        links.put("self", self);
        links.put("version", self + "/versions/" + version.number());
        links.put("history", self + "/history");
        for (OrderAct act : order.allowedOn(version)) {
            switch (act) {
                case REVISE -> links.put("revise", self);
                case CONFIRM -> links.put("confirmations", self + "/confirmations");
                case APPROVE -> links.put("approval", self + "/approval");
                case STOP_WORK -> links.put("stopWork", self + "/stop-work");
                case RESUME_WORK -> links.put("resumption", self + "/resumption");
                case SUBMIT -> links.put("submission", self + "/submission");
                case ACCEPT -> links.put("acceptance", self + "/acceptance");
                case REJECT -> links.put("rejection", self + "/rejection");
                case AMEND -> links.put("amendments", self + "/amendments");
                case TERMINATE -> links.put("termination", self + "/termination");
                case ISSUE, ISSUE_AMENDMENT, RETURN, LAPSE -> {
                    // They follow from other things: nobody can do them over HTTP.
                }
            }
        }
        return links;
    }
}
