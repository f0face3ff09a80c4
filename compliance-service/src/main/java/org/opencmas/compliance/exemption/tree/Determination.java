package org.opencmas.compliance.exemption.tree;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the Technology Letter says of a procurement. */
public record Determination(
        @Schema(description = "What follows for the buyer.") ExemptionOutcome outcome,

        @Schema(description = "The requirement that decided.", examples = "EXM-NO-LPA")
        String requirement,

        @Schema(description = "Why, in a sentence.") String reason,
        @Schema(description = "Where it is written.") LetterCitation citation,

        @Schema(
                description =
                        "What is missing or was denied, one by one, where the outcome is REFER_TO_PMO; else empty.")
        List<OpenPoint> openPoints,

        @Schema(description = "The steps of DGS that apply whatever the outcome, as a track of their own.")
        List<DgsStep> dgsTrack,

        @Schema(description = "What a reader should know besides, settled ambiguities of the Letter included.")
        List<String> notes) {

    /** What follows for the buyer. Nothing here approves an exemption: that is a person's decision. */
    public enum ExemptionOutcome {
        /** The Letter does not speak of this buyer or purchase. */
        NOT_APPLICABLE,
        /** No mandatory agreement, and all three points attested: no request, no review. */
        NO_EXEMPTION_NEEDED,
        /** A mandatory agreement exists and does not meet the need: a reviewer decides. */
        EXEMPTION_REQUIRED,
        /** A mandatory agreement meets the need. */
        USE_MANDATORY_LPA,
        /** Something is missing or denied on which the Letter is silent: a question for the Program Management Office. */
        REFER_TO_PMO
    }

    /** A place in the Technology Letter. */
    public record LetterCitation(
            @Schema(description = "The document.") String document,

            @Schema(description = "Its part.", examples = "Process")
            String section,

            @Schema(description = "The printed page; null, since the Letter's text as it is known here has no pages.")
            @Nullable
            Integer page) {
        static LetterCitation of(String section) {
            return new LetterCitation(
                    "Technology Letter on exemptions from mandatory leveraged procurement agreements", section, null);
        }
    }

    /** A fact without which nothing can be concluded. */
    public record OpenPoint(
            @Schema(description = "SEARCH, or the point to attest.", examples = "COST_EFFECTIVE")
            String point,

            @Schema(description = "What is missing or was denied.")
            String detail) {}

    /** A step of the procedure of DGS. */
    public record DgsStep(
            @Schema(description = "What to do.") String step,

            @Schema(description = "The agreement in whose User Instructions it stands; null for a general one.")
            @Nullable
            String agreement,

            @Schema(description = "Where the Letter sends the buyer there.")
            LetterCitation citation) {}
}
