package org.opencmas.compliance.review.record;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.review.record.Review.Examined;
import org.opencmas.compliance.review.record.Review.SampleMethod;
import org.opencmas.compliance.review.record.Review.State;
import org.opencmas.compliance.review.record.Review.Step;

/** A review as it stands. */
@Schema(name = "Review", description = "A contractor compliance review as it stands.")
public record ReviewView(
        @Schema(description = "Its id.") UUID reviewId,

        @Schema(description = "The contractor reviewed.") UUID contractorId,

        @Schema(description = "Its name when the review was planned.")
        String contractorName,

        @Schema(description = "Where the review stands.") State state,

        @Schema(description = "First order date, inclusive.")
        LocalDate from,

        @Schema(description = "Last order date, inclusive.") LocalDate through,

        @Schema(description = "By what the sample can be had again.")
        SampleView sample,

        @Schema(description = "How far the examination is.") ReviewProgressView progress,

        @Schema(description = "Who planned it.") String plannedBy,
        @Schema(description = "When.") Instant plannedAt,

        @Schema(description = "When the examination was done.") @Nullable
        Instant examinedAt,

        @Schema(description = "Last day for the contractor's answer, inclusive.") @Nullable
        LocalDate answerBy,

        @Schema(description = "Why the examination was given up.") @Nullable
        String failure) {

    /** By what the sample can be had again. */
    @Schema(name = "ReviewSample", description = "By what the sample can be had again.")
    public record SampleView(
            @Schema(description = "How the orders were chosen.")
            SampleMethod method,

            @Schema(
                    description =
                            "The orders with the lowest SHA-256 of seed, colon and order id are the random sample.")
            long seed,

            @Schema(description = "Orders in the sample.") int size,

            @Schema(description = "Orders of the contractor issued with a date of the period.")
            int population,

            @Schema(description = "Receipts of later moments do not count.")
            Instant populationAt,

            @Schema(
                    description =
                            "SHA-256 over the population's order ids, sorted, with commas between; null until examined.")
            @Nullable
            String populationHash) {}

    /** How far the examination is. */
    @Schema(name = "ReviewProgress", description = "How far the examination is.")
    public record ReviewProgressView(
            @Schema(
                    description =
                            "What it does: READ the orders, CHOOSE the sample, LOOK at it, ask for REPORTS, DONE.")
            Step step,

            @Schema(description = "Receipts read, those of neighbouring days included.")
            int ordersRead,

            @Schema(description = "Orders of the sample looked at.")
            int ordersDone) {}

    public static ReviewView of(Review review) {
        var plan = review.plan();
        var sample = plan.sample();
        Examined examined = review.examined();
        return new ReviewView(
                review.reviewId(),
                review.contractor().contractorId(),
                review.contractor().name(),
                review.state(),
                plan.period().from(),
                plan.period().through(),
                new SampleView(
                        sample.method(),
                        sample.seed(),
                        sample.size(),
                        sample.population(),
                        sample.populationAt(),
                        examined == null ? null : examined.populationHash()),
                new ReviewProgressView(
                        review.progress().step(),
                        review.progress().ordersRead(),
                        review.progress().ordersDone()),
                plan.planned().name(),
                plan.planned().at(),
                examined == null ? null : examined.at(),
                examined == null ? null : examined.answerBy(),
                review.failure());
    }
}
