package org.opencmas.order.purchaseorder;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A version of an order as it is answered: the whole document, where it stands and where to go from here.
 *
 * @param findings what the rule book found, when it returned the version
 * @param acceptance what the contractor said when it accepted
 * @param rejection what the contractor said when it rejected
 * @param termination ground, date and what remains, when it was ended early
 * @param openAmendment the amendment that is written but not issued
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Order", description = "One version of a purchase order and where it stands.")
record OrderView(
        @JsonUnwrapped OrderDocument document,
        OrderState state,
        @Nullable Instant submittedAt,
        @Nullable String submittedBy,

        @Schema(description = "The receipt of the decision, at compliance's /v1/evaluations/{id}.") @Nullable
        UUID evaluationId,

        @Nullable Instant decidedAt,
        @Schema(implementation = Object[].class) @Nullable List<JsonNode> findings,
        @Schema(implementation = Object.class) @Nullable JsonNode acceptance,
        @Schema(implementation = Object.class) @Nullable JsonNode rejection,
        @Schema(implementation = Object.class) @Nullable JsonNode termination,
        @Nullable OpenAmendment openAmendment,
        Map<String, String> links) {

    /** The amendment that is being written or decided; the version in force stays so until it is issued. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "OpenAmendment")
    record OpenAmendment(
            int amendmentNumber,
            int documentVersion,
            OrderState state,

            @Schema(implementation = Object[].class) @Nullable
            List<JsonNode> findings) {
        static OpenAmendment of(OrderVersion version) {
            return new OpenAmendment(
                    version.document().amendmentNumber(),
                    version.number(),
                    version.state(),
                    OrderView.blocking(version));
        }
    }

    /** What was said about a version by others than the rule book. */
    record Sayings(
            @Nullable JsonNode acceptance,
            @Nullable JsonNode rejection,
            @Nullable JsonNode termination) {
        static final Sayings NONE = new Sayings(null, null, null);
    }

    static OrderView of(OrderVersion version) {
        return of(version, Sayings.NONE, null);
    }

    static OrderView of(OrderVersion version, Sayings sayings, @Nullable OrderVersion open) {
        OrderVersion.Act submission = version.submission();
        Decision decision = version.decision();
        return new OrderView(
                version.document(),
                version.state(),
                submission == null ? null : submission.at(),
                submission == null ? null : submission.by(),
                decision == null ? null : decision.evaluationId(),
                decision == null ? null : decision.evaluatedAt(),
                blocking(version),
                sayings.acceptance(),
                sayings.rejection(),
                sayings.termination(),
                open == null ? null : OpenAmendment.of(open),
                links(version));
    }

    private static @Nullable List<JsonNode> blocking(OrderVersion version) {
        Decision decision = version.decision();
        return decision == null || decision.issues() ? null : decision.findings();
    }

    private static Map<String, String> links(OrderVersion version) {
        String order = "/v1/orders/" + version.document().orderId();
        Map<String, String> links = new LinkedHashMap<>();
        links.put("self", order);
        links.put("version", order + "/versions/" + version.number());
        links.put("history", order + "/history");
        for (OrderAct act : Lifecycle.allowedIn(version.state())) {
            switch (act) {
                case REVISE -> links.put("revise", order);
                case SUBMIT -> links.put("submission", order + "/submission");
                case ACCEPT -> links.put("acceptance", order + "/acceptance");
                case REJECT -> links.put("rejection", order + "/rejection");
                case AMEND -> links.put("amendments", order + "/amendments");
                case TERMINATE -> links.put("termination", order + "/termination");
                case ISSUE, ISSUE_AMENDMENT, RETURN -> {
                    // The rule book's acts: nobody can do them over HTTP.
                }
            }
        }
        return links;
    }
}
