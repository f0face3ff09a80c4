package org.opencmas.compliance.review.casefile;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.review.finding.Evidence.Answer;
import org.opencmas.compliance.review.finding.Evidence.Answered;
import org.opencmas.compliance.review.finding.Evidence.Question;
import org.opencmas.compliance.review.record.ReviewActs.Assessed;
import org.opencmas.compliance.review.record.ReviewActs.DoneAct;
import org.opencmas.compliance.review.record.ReviewOrders.OrderName;
import org.opencmas.compliance.review.record.ReviewOrders.SampledOrder;
import org.opencmas.terms.AgencyClass;
import org.opencmas.terms.Usd;

/** An order of the sample with the checklist of the five evidence questions (CMP-EVIDENCE-5). */
@Schema(name = "ReviewedOrder", description = "An order of the sample with the five evidence questions.")
record ReviewedOrderView(
        @Schema(description = "Its place in the sample, from 1.")
        int place,

        @Schema(description = "The buying agency.") UUID agencyId,
        @Schema(description = "The order.") UUID orderId,

        @Schema(description = "The receipt of its last issued version.")
        UUID evaluationId,

        @Schema(description = "The agency's own order number.")
        String agencyOrderNumber,

        @Schema(description = "0 for the original.") int amendmentNumber,
        @Schema(description = "The date on the order.") LocalDate orderDate,

        @Schema(description = "US dollars without tax and freight.")
        Usd total,

        @Schema(description = "Whose rules bind the agency; null when it is not known or not yet looked at.") @Nullable
        AgencyClass buyer,

        @Schema(description = "True for a local agency: what is found is for information only.")
        boolean informationOnly,

        @Schema(description = "The five questions with their answers; empty until the order is looked at.")
        List<EvidenceView> evidence) {

    /** A question with its answer. */
    @Schema(name = "ReviewEvidence", description = "One of the five evidence questions with its answer.")
    record EvidenceView(
            @Schema(description = "The question.") Question question,

            @Schema(
                    description =
                            "The reviewer's answer where one was given, else the one that follows from the findings.")
            Answer answer,

            @Schema(description = "Who answered by hand; null for an answer that follows from the findings.") @Nullable
            String assessedBy,

            @Schema(description = "What was seen.") @Nullable
            String evidence) {}

    /** @param acts of the review, in their order; the last assessment of a question counts */
    static ReviewedOrderView of(SampledOrder sampled, List<DoneAct> acts) {
        OrderName order = sampled.order();
        return new ReviewedOrderView(
                sampled.place(),
                order.agencyId(),
                order.orderId(),
                order.evaluationId(),
                order.agencyOrderNumber(),
                order.amendmentNumber(),
                sampled.orderDate(),
                sampled.total(),
                sampled.buyer(),
                sampled.buyer() == AgencyClass.LOCAL,
                sampled.answers().stream()
                        .map(answered -> evidence(answered, order.orderId(), acts))
                        .toList());
    }

    private static EvidenceView evidence(Answered answered, UUID orderId, List<DoneAct> acts) {
        return acts.reversed().stream()
                .filter(done -> done.act() instanceof Assessed assessed
                        && assessed.orderId().equals(orderId)
                        && assessed.question() == answered.question())
                .findFirst()
                .map(done -> byHand((Assessed) done.act(), done.by().name()))
                .orElse(new EvidenceView(answered.question(), answered.answer(), null, null));
    }

    private static EvidenceView byHand(Assessed assessed, String name) {
        return new EvidenceView(assessed.question(), assessed.answer(), name, assessed.evidence());
    }
}
