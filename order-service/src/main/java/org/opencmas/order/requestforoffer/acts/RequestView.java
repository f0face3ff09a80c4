package org.opencmas.order.requestforoffer.acts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.order.requestforoffer.BestValueStep;
import org.opencmas.order.requestforoffer.ContractorAsked;
import org.opencmas.order.requestforoffer.Determination;
import org.opencmas.order.requestforoffer.Offer;
import org.opencmas.order.requestforoffer.RequestAct;
import org.opencmas.order.requestforoffer.RequestAdvice;
import org.opencmas.order.requestforoffer.RequestContent;
import org.opencmas.order.requestforoffer.RequestForOffer;
import org.opencmas.order.requestforoffer.RequestState;

/**
 * A request for offer as it is answered. A contractor sees what it was asked and what it answered, nothing else.
 *
 * @param bestValue what was done to determine best value; null for a contractor
 * @param advice what the agency is told of it; null for anybody else
 * @param links what may be done next and where; empty for a contractor
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "RequestForOffer")
public record RequestView(
        @JsonUnwrapped Names names,
        @JsonUnwrapped RequestContent content,
        @JsonUnwrapped Solicitation solicitation,
        @Nullable BestValue bestValue,
        @Nullable List<RequestAdvice> advice,
        Map<String, String> links) {

    public record Names(UUID requestId, UUID agencyId, String reference, RequestState state) {}

    /** @param offers without their lines */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Solicitation(
            List<ContractorAsked> contractorsAsked,
            @Nullable String noneCertifiedReason,
            List<Offer> offers) {}

    /**
     * Steps, determination and the order that follows.
     *
     * @param missingSteps what of the four least steps is missing, in words
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "BestValue")
    public record BestValue(
            List<BestValueStep> steps,
            List<String> missingSteps,
            @Nullable Determination determination,
            @Nullable UUID orderId) {}

    static RequestView forAgency(RequestForOffer request, @Nullable List<RequestAdvice> advice) {
        return new RequestView(
                names(request),
                request.content(),
                new Solicitation(
                        request.solicited().asked(),
                        request.solicited().noneCertifiedReason(),
                        request.solicited().offers()),
                new BestValue(
                        request.steps(),
                        request.missingSteps(),
                        request.determination().orElse(null),
                        request.orderId().orElse(null)),
                advice,
                links(request));
    }

    static RequestView forContractor(RequestForOffer request, UUID contractorId) {
        return new RequestView(
                names(request),
                request.content(),
                new Solicitation(
                        request.solicited().asked().stream()
                                .filter(one -> one.contractorId().equals(contractorId))
                                .toList(),
                        null,
                        request.solicited().offers().stream()
                                .filter(one -> one.contractorId().equals(contractorId))
                                .toList()),
                null,
                null,
                Map.of("self", self(request)));
    }

    private static Names names(RequestForOffer request) {
        return new Names(
                request.head().requestId(),
                request.head().agencyId(),
                request.head().reference(),
                request.state());
    }

    private static String self(RequestForOffer request) {
        return "/v1/requests-for-offer/" + request.head().requestId();
    }

    private static Map<String, String> links(RequestForOffer request) {
        String self = self(request);
        Map<String, String> links = new LinkedHashMap<>();
        links.put("self", self);
        links.put("complaints", self + "/complaints");
        for (RequestAct act : request.allowed()) {
            switch (act) {
                case REVISE -> links.put("revise", self);
                case SEND -> links.put("sending", self + "/sending");
                case RECORD_OFFER -> links.put("offers", self + "/offers");
                case CLOSE -> links.put("closing", self + "/closing");
                case RECORD_STEP -> links.put("steps", self + "/steps");
                case DETERMINE -> links.put("determination", self + "/determination");
                case DRAFT_ORDER -> links.put("order", self + "/determination/order");
                case CANCEL -> links.put("cancellation", self + "/cancellation");
            }
        }
        request.orderId().ifPresent(order -> links.put("draftedOrder", "/v1/orders/" + order));
        return links;
    }
}
