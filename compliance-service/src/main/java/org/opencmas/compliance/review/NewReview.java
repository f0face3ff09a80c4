package org.opencmas.compliance.review;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.review.record.Review.Period;
import org.opencmas.compliance.review.record.Review.SampleMethod;
import org.opencmas.problem.body.CheckedBody;
import org.opencmas.problem.body.FieldReader;

/** The body that plans a review. */
@Schema(description = "A contractor, the order dates to review, and how the orders to look at are chosen.")
record NewReview(
        @Schema(required = true, format = "uuid", description = "The contractor to review.") @Nullable
        String contractorId,

        @Schema(required = true, format = "date", description = "First order date, inclusive.") @Nullable
        String from,

        @Schema(required = true, format = "date", description = "Last order date, inclusive; not in the future.")
        @Nullable
        String through,

        @Schema(required = true) @Nullable NewSample sample,

        @Schema(
                minimum = "1",
                maximum = "365",
                description = "Days that the contractor has for its answer after the examination; 30 when absent.")
        @Nullable
        Integer answerDays)
        implements CheckedBody {
    private static final int USUAL_ANSWER_DAYS = 30;
    private static final int MOST_ANSWER_DAYS = 365;
    private static final long MOST_SEED = 999_999_999_999L;

    /** How the orders are chosen. */
    @Schema(name = "NewReviewSample", description = "How the orders to look at are chosen.")
    record NewSample(
            @Schema(
                    required = true,
                    enumeration = {"ALL", "RANDOM"},
                    description = "Every order, or as many as size says.")
            @Nullable
            String method,

            @Schema(
                    minimum = "1",
                    description = "Orders in the sample, at most the population. Required for RANDOM, and only there.")
            @Nullable
            Integer size,

            @Schema(
                    minimum = "0",
                    maximum = "999999999999",
                    description =
                            "Chosen by the service when absent. The same seed and population give the same sample.")
            @Nullable
            Long seed) {}

    /**
     * A plan that was read.
     *
     * @param namesContractor whether the id of a contractor could be read
     * @param size null for all orders
     * @param seed null to choose one
     */
    record ReadPlan(
            boolean namesContractor,
            UUID contractorId,
            Period period,
            SampleMethod method,
            @Nullable Integer size,
            @Nullable Long seed,
            int answerDays) {}

    @Override
    public void check(FieldReader fields, LocalDate today) {
        read(today, fields);
    }

    /**
     * The plan; not to be used when {@code fields} has faults.
     *
     * @param today in California
     */
    ReadPlan read(LocalDate today, FieldReader fields) {
        UUID contractor = fields.id("/contractorId", contractorId);
        int before = fields.faultCount();
        boolean namesContractor = before == 0;
        LocalDate first = fields.date("/from", from);
        LocalDate last = fields.pastDate("/through", through, today);
        if (fields.faultCount() == before && last.isBefore(first)) {
            fields.fault("/through", "is before the first day, " + first);
        }
        int days = answerDays == null ? USUAL_ANSWER_DAYS : answerDays;
        if (days < 1 || days > MOST_ANSWER_DAYS) {
            fields.fault("/answerDays", "must be between 1 and " + MOST_ANSWER_DAYS);
        }
        SampleMethod method = sample == null ? missingSample(fields) : method(sample, fields);
        return new ReadPlan(
                namesContractor,
                contractor,
                new Period(first, last),
                method,
                sample == null ? null : sample.size(),
                sample == null ? null : sample.seed(),
                days);
    }

    private static SampleMethod missingSample(FieldReader fields) {
        fields.fault("/sample", "is missing");
        return SampleMethod.ALL;
    }

    private static SampleMethod method(NewSample sample, FieldReader fields) {
        SampleMethod method = fields.requiredChoice("/sample/method", sample.method(), SampleMethod.ALL);
        Integer size = sample.size();
        if (method == SampleMethod.RANDOM && size == null) {
            fields.fault("/sample/size", "is missing");
        } else if (sample.method() != null && method == SampleMethod.ALL && size != null) {
            fields.fault("/sample/size", "is given although every order is looked at");
        }
        if (size != null && size < 1) {
            fields.fault("/sample/size", "must be at least 1");
        }
        Long seed = sample.seed();
        if (seed != null && (seed < 0 || seed > MOST_SEED)) {
            fields.fault("/sample/seed", "must be between 0 and " + MOST_SEED);
        }
        return method;
    }
}
