package org.opencmas.compliance.review.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.review.finding.FindingKind;
import org.opencmas.compliance.review.finding.FindingKind.ContractorPoint;
import org.opencmas.compliance.review.finding.Weight;
import org.opencmas.compliance.review.record.ReviewActs.Conclusion;
import org.opencmas.compliance.review.record.ReviewView;

/** A review with all that belongs to it. */
@Schema(name = "ReviewCaseFile", description = "A review with what was found and what persons said.")
record CaseFileView(
        @Schema(description = "The review as it stands.") ReviewView review,

        @Schema(description = "Whom Section 12 binds.") String scope,

        @Schema(description = "The three points of a contractor's review.")
        List<PointView> points,

        @Schema(description = "How many findings there are of each kind and weight.")
        List<FindingCountView> counts,

        @Schema(description = "The first 500 findings; the others are at /findings.")
        List<FindingView> findings,

        @Schema(description = "Findings beyond those.") int furtherFindings,

        @Schema(description = "The first 200 orders of the sample; the others are at /orders.")
        List<ReviewedOrderView> orders,

        @Schema(description = "Orders beyond those.") int furtherOrders,

        @Schema(description = "The contractor's answers, in their order.")
        List<AnswerView> answers,

        @Nullable ClosureView closure) {

    /** One of the three points. */
    @Schema(name = "ReviewPoint", description = "One of the three points of a contractor's review (Section 12).")
    record PointView(
            @Schema(description = "The point.") ContractorPoint point,

            @Schema(description = "Requirements broken on State agencies' orders or in reporting.")
            int violations,

            @Schema(description = "Signs to look at and facts that are missing.")
            int open,

            @Schema(description = "Findings on local agencies' orders.")
            int informationOnly) {}

    /** How many findings there are. */
    @Schema(name = "ReviewFindingCount", description = "How many findings there are of one kind.")
    record FindingCountView(
            @Schema(description = "What was looked for.") FindingKind kind,
            @Schema(description = "How much they say.") Weight weight,

            @Schema(description = "True for those on local agencies' orders.")
            boolean informationOnly,

            @Schema(description = "How many.") int findings) {}

    /** A contractor's answer. */
    @Schema(name = "ReviewAnswer", description = "A contractor's answer to the findings.")
    record AnswerView(
            @Schema(description = "What it says.") String statement,

            @Schema(description = "What it says to single findings.")
            List<FindingAnswerView> findings,

            @Schema(description = "True when it came after its last day.")
            boolean late,

            @Schema(description = "Who answered.") String answeredBy,
            @Schema(description = "When.") Instant answeredAt) {}

    /** An answer to one finding. */
    @Schema(name = "ReviewFindingAnswer", description = "What the contractor says to one finding.")
    record FindingAnswerView(
            @Schema(description = "The finding's number.") int number,

            @Schema(description = "Whether the contractor accepts it.")
            boolean accepted,

            @Schema(description = "What it says.") String statement) {}

    /** How the review was closed. */
    @Schema(name = "ReviewClosure", description = "How a review was closed.")
    record ClosureView(
            @Schema(description = "What it comes to.") Conclusion conclusion,
            @Schema(description = "Why.") String reason,

            @Schema(description = "The day in California.") LocalDate closedOn,

            @Schema(description = "Who closed it.") String closedBy) {}
}
