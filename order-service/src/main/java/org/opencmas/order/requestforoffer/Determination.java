package org.opencmas.order.requestforoffer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Which offer is best value, as a person determined it (BV-BASIS, Guide s2 p8, s5 p14). The agency answers for it
 * (GEN-AGENCY-RESPONSIBLE, Guide s1 p5).
 *
 * @param criteria at least one; price alone may be it
 * @param resumeReview that resumes were reviewed, never the resumes; null when none were
 * @param stepsOverride why it goes on although not all steps are done; null when all are, or the agency is only warned
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "BestValueDetermination")
public record Determination(
        UUID offerId,
        List<ChosenCriterion> criteria,
        String reason,
        String determinedBy,
        LocalDate determinedOn,
        @Nullable ResumeReview resumeReview,
        @Nullable StepsOverride stepsOverride) {
    public Determination {
        criteria = List.copyOf(criteria);
    }

    /** One of the samples, or a criterion of the agency's own: exactly one of both. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ChosenCriterion(
            @Nullable SampleCriterion sample, @Nullable String own) {}

    public record ResumeReview(LocalDate reviewedOn, String reviewedBy) {}

    /** @param missing what was not done, in words */
    public record StepsOverride(String overriddenBy, String reason, List<String> missing) {
        public StepsOverride {
            missing = List.copyOf(missing);
        }
    }
}
