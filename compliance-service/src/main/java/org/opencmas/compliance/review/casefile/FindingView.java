package org.opencmas.compliance.review.casefile;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.review.finding.FindingKind;
import org.opencmas.compliance.review.finding.FindingKind.ContractorPoint;
import org.opencmas.compliance.review.finding.Weight;
import org.opencmas.compliance.review.record.ReviewFindings.AboutOrder;
import org.opencmas.compliance.review.record.ReviewFindings.StoredFinding;

/** A finding as it is shown. */
@Schema(name = "ReviewFinding", description = "One thing that a review found.")
record FindingView(
        @Schema(description = "Counts from 1 within the review.")
        int number,

        @Schema(description = "The buying agency; null where no single order is meant.") @Nullable
        UUID agencyId,

        @Schema(description = "The order; null where no single order is meant.") @Nullable
        UUID orderId,

        @Schema(description = "What was looked for.") FindingKind kind,

        @Schema(description = "Which of the three points of Section 12 it belongs to, where it does.") @Nullable
        ContractorPoint point,

        @Schema(description = "How much it says by itself.") Weight weight,

        @Schema(description = "True on a local agency's order: Section 12 binds State agencies only.")
        boolean informationOnly,

        @Schema(description = "What was found, for a person.")
        String message,

        @Schema(description = "The values that show it, by name.")
        Map<String, String> numbers,

        @Schema(description = "The order lines concerned; empty for the whole order.")
        List<String> lineIds,

        @Schema(description = "The text or experience that it comes from.")
        String source) {
    static FindingView of(StoredFinding stored) {
        AboutOrder about = stored.about();
        var finding = stored.finding();
        return new FindingView(
                stored.number(),
                about == null ? null : about.agencyId(),
                about == null ? null : about.orderId(),
                finding.kind(),
                finding.kind().point().orElse(null),
                finding.weight(),
                finding.informationOnly(),
                finding.message(),
                finding.numbers(),
                finding.lineIds(),
                finding.kind().source());
    }
}
