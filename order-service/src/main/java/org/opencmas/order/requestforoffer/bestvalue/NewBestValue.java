package org.opencmas.order.requestforoffer.bestvalue;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.order.requestforoffer.BestValueStep;
import org.opencmas.order.requestforoffer.BestValueStep.ComparedOffer;
import org.opencmas.order.requestforoffer.Determination;
import org.opencmas.order.requestforoffer.Determination.ChosenCriterion;
import org.opencmas.order.requestforoffer.Determination.ResumeReview;
import org.opencmas.order.requestforoffer.Determination.StepsOverride;
import org.opencmas.order.requestforoffer.SampleCriterion;
import org.opencmas.problem.InvalidRequest;
import org.opencmas.problem.body.CheckedBody;
import org.opencmas.problem.body.FieldReader;

/** The bodies of a step and of a determination, as they are sent. */
final class NewBestValue {
    private static final int MAX_CRITERIA = 50;
    private static final int MAX_OFFERS = 200;

    private NewBestValue() {}

    /** A step. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "NewBestValueStep")
    record NewStep(
            @Schema(
                    required = true,
                    enumeration = {"REQUIREMENTS", "CMAS_COPY", "REVIEW", "COMPARISON"})
            @Nullable
            String step,

            @Schema(required = true, format = "date") @Nullable
            String doneOn,

            @Schema(maxLength = 200) @Nullable String doneBy,
            @Schema(maxLength = 1000) @Nullable String evidence,

            @Schema(maxItems = MAX_OFFERS) @Nullable List<@Nullable NewComparedOffer> comparedOffers)
            implements CheckedBody {
        @Override
        public void check(FieldReader fields, LocalDate today) {
            read(fields, "", today);
        }

        /** @throws InvalidRequest (400) naming every fault */
        BestValueStep read(String sender, LocalDate today) {
            var fields = new FieldReader();
            BestValueStep read = read(fields, sender, today);
            fields.requireNoFaults();
            return read;
        }

        private BestValueStep read(FieldReader fields, String sender, LocalDate today) {
            BestValueStep.Kind kind = fields.requiredChoice("/step", step, BestValueStep.Kind.REQUIREMENTS);
            boolean compares = kind == BestValueStep.Kind.COMPARISON;
            List<ComparedOffer> compared = compared(fields);
            if (compares && compared.isEmpty()) {
                fields.fault("/comparedOffers", "is missing or empty: a comparison names every offer it covers");
            } else if (!compares && !compared.isEmpty()) {
                fields.fault("/comparedOffers", "belongs to a COMPARISON", "Leave it out.");
            }
            String named = fields.optionalText("/doneBy", doneBy, 200);
            return new BestValueStep(
                    kind,
                    fields.pastDate("/doneOn", doneOn, today),
                    named == null ? sender : named,
                    fields.optionalText("/evidence", evidence, 1000),
                    compares ? compared : null);
        }

        private List<ComparedOffer> compared(FieldReader fields) {
            List<ComparedOffer> read = new ArrayList<>();
            Set<UUID> seen = new HashSet<>();
            if (comparedOffers != null) {
                fields.<NewComparedOffer>each("/comparedOffers", comparedOffers, MAX_OFFERS, (at, one) -> {
                    UUID offerId = fields.id(at + "/offerId", one.offerId());
                    if (!seen.add(offerId)) {
                        fields.fault(at + "/offerId", "is named twice");
                    }
                    read.add(new ComparedOffer(offerId, fields.text(at + "/assessment", one.assessment(), 1000)));
                });
            }
            return List.copyOf(read);
        }
    }

    /** An offer in a comparison. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "NewComparedOffer")
    record NewComparedOffer(
            @Schema(required = true, format = "uuid") @Nullable
            String offerId,

            @Schema(required = true, maxLength = 1000) @Nullable
            String assessment) {}

    /** A determination. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "NewBestValueDetermination")
    record NewDetermination(
            @Schema(required = true, format = "uuid") @Nullable
            String offerId,

            @Schema(required = true, minItems = 1, maxItems = MAX_CRITERIA) @Nullable
            List<@Nullable NewCriterion> criteria,

            @Schema(required = true, maxLength = 4000) @Nullable
            String reason,

            @Schema(maxLength = 200) @Nullable String determinedBy,
            @Schema(format = "date") @Nullable String determinedOn,
            @Nullable NewResumeReview resumeReview,
            @Schema(maxLength = 1000) @Nullable String stepsOverrideReason)
            implements CheckedBody {
        @Override
        public void check(FieldReader fields, LocalDate today) {
            read(fields, "", today, List.of());
        }

        /**
         * @param missingSteps of the request; an override is of those
         * @throws InvalidRequest (400) naming every fault
         */
        Determination read(String sender, LocalDate today, List<String> missingSteps) {
            var fields = new FieldReader();
            Determination read = read(fields, sender, today, missingSteps);
            fields.requireNoFaults();
            return read;
        }

        private Determination read(FieldReader fields, String sender, LocalDate today, List<String> missingSteps) {
            UUID offer = fields.id("/offerId", offerId);
            List<ChosenCriterion> chosen = criteria(fields);
            String why = fields.text("/reason", reason, 4000);
            String named = fields.optionalText("/determinedBy", determinedBy, 200);
            LocalDate on = determinedOn == null ? today : fields.pastDate("/determinedOn", determinedOn, today);
            ResumeReview review = resumeReview == null ? null : resumeReview.read(fields, sender, today);
            String override = fields.optionalText("/stepsOverrideReason", stepsOverrideReason, 1000);
            return new Determination(
                    offer,
                    chosen,
                    why,
                    named == null ? sender : named,
                    on,
                    review,
                    override == null || missingSteps.isEmpty()
                            ? null
                            : new StepsOverride(sender, override, missingSteps));
        }

        private List<ChosenCriterion> criteria(FieldReader fields) {
            List<ChosenCriterion> chosen = new ArrayList<>();
            if (criteria == null || criteria.isEmpty()) {
                fields.fault(
                        "/criteria",
                        "is missing or empty",
                        "Best value rests on one criterion at least; price may be it.");
                return chosen;
            }
            fields.<NewCriterion>each("/criteria", criteria, MAX_CRITERIA, (at, one) -> {
                String own = fields.optionalText(at + "/own", one.own(), 400);
                if ((one.sample() == null) == (own == null)) {
                    fields.fault(at, "names one of the samples, or a criterion of your own: one of both");
                }
                chosen.add(new ChosenCriterion(
                        one.sample() == null
                                ? null
                                : fields.choice(at + "/sample", one.sample(), SampleCriterion.PRICE),
                        own));
            });
            return chosen;
        }
    }

    /** A criterion. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "NewBestValueCriterion")
    record NewCriterion(
            @Schema(
                    enumeration = {
                        "PRICE",
                        "OPERATIONAL_COST",
                        "QUALITY",
                        "DELIVERY",
                        "WARRANTY",
                        "FINANCIAL_STABILITY",
                        "SOLUTION",
                        "EXPERIENCE",
                        "PAST_PERFORMANCE",
                        "SIMILAR_EXPERTISE",
                        "METHODS",
                        "INNOVATION"
                    })
            @Nullable
            String sample,

            @Schema(maxLength = 400) @Nullable String own) {}

    /** That resumes were reviewed. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "NewResumeReview")
    record NewResumeReview(
            @Schema(required = true, format = "date") @Nullable
            String reviewedOn,

            @Schema(maxLength = 200) @Nullable String reviewedBy) {
        ResumeReview read(FieldReader fields, String sender, LocalDate today) {
            String named = fields.optionalText("/resumeReview/reviewedBy", reviewedBy, 200);
            return new ResumeReview(
                    fields.pastDate("/resumeReview/reviewedOn", reviewedOn, today), named == null ? sender : named);
        }
    }
}
