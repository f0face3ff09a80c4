package org.opencmas.compliance.review.record;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.opencmas.compliance.review.finding.Evidence.Answer;
import org.opencmas.compliance.review.finding.Evidence.Question;
import org.opencmas.compliance.review.record.Review.By;
import org.opencmas.compliance.review.record.Review.Sample;
import org.opencmas.compliance.review.record.Review.SampleMethod;
import org.opencmas.compliance.review.record.ReviewActs.AnsweredBy;
import org.opencmas.compliance.review.record.ReviewActs.Assessed;
import org.opencmas.compliance.review.record.ReviewActs.Closed;
import org.opencmas.compliance.review.record.ReviewActs.Conclusion;
import org.opencmas.journal.NewEvent;
import org.opencmas.journal.NewEvents;

/** What is told of a review: its plan, its examination, and each act after that. What was found is read where it is kept. */
@ApplicationScoped
public class ReviewEvents {
    private static final String TOPIC = "cmas.reviews";

    private final NewEvents events;

    ReviewEvents(NewEvents events) {
        this.events = events;
    }

    /** The event {@code review.planned.v1}. */
    record Planned(
            UUID reviewId,
            UUID contractorId,
            ToldPeriod period,
            ToldSample sample,
            String plannedBy,
            Instant plannedAt) {}

    /** The order dates reviewed. */
    record ToldPeriod(LocalDate from, LocalDate through) {}

    /** By what the sample can be had again. */
    record ToldSample(SampleMethod method, long seed, int size, int population) {}

    /** The event {@code review.examined.v1}. */
    record ExaminedEvent(
            UUID reviewId,
            UUID contractorId,
            String populationHash,
            int findings,
            LocalDate answerBy,
            Instant examinedAt) {}

    /** The event {@code review.assessed.v1}. */
    record AssessedEvent(
            UUID reviewId,
            UUID contractorId,
            UUID orderId,
            Question question,
            Answer answer,
            String assessedBy,
            Instant assessedAt) {}

    /** The event {@code review.answered.v1}. */
    record AnsweredEvent(
            UUID reviewId,
            UUID contractorId,
            int findingsAnswered,
            boolean late,
            String answeredBy,
            Instant answeredAt) {}

    /** The event {@code review.closed.v1}. */
    record ClosedEvent(
            UUID reviewId,
            UUID contractorId,
            Conclusion conclusion,
            String reason,
            LocalDate closedOn,
            String closedBy,
            Instant closedAt) {}

    public NewEvent planned(Review review) {
        Sample sample = review.plan().sample();
        return of(
                review,
                review.version(),
                "review.planned.v1",
                new Planned(
                        review.reviewId(),
                        contractorId(review),
                        new ToldPeriod(
                                review.plan().period().from(),
                                review.plan().period().through()),
                        new ToldSample(sample.method(), sample.seed(), sample.size(), sample.population()),
                        review.plan().planned().name(),
                        review.plan().planned().at()));
    }

    public NewEvent examined(Review review, Review.Examined examined, int findings) {
        return of(
                review,
                Review.EXAMINED_VERSION,
                "review.examined.v1",
                new ExaminedEvent(
                        review.reviewId(),
                        contractorId(review),
                        examined.populationHash(),
                        findings,
                        examined.answerBy(),
                        examined.at()));
    }

    /** Of an act that made that version. */
    public NewEvent acted(Review review, long version, ReviewActs.Act act, By by) {
        UUID contractor = contractorId(review);
        return switch (act) {
            case Assessed done ->
                of(
                        review,
                        version,
                        "review.assessed.v1",
                        new AssessedEvent(
                                review.reviewId(),
                                contractor,
                                done.orderId(),
                                done.question(),
                                done.answer(),
                                by.name(),
                                by.at()));
            case AnsweredBy done ->
                of(
                        review,
                        version,
                        "review.answered.v1",
                        new AnsweredEvent(
                                review.reviewId(),
                                contractor,
                                done.findings().size(),
                                done.late(),
                                by.name(),
                                by.at()));
            case Closed done ->
                of(
                        review,
                        version,
                        "review.closed.v1",
                        new ClosedEvent(
                                review.reviewId(),
                                contractor,
                                done.conclusion(),
                                done.reason(),
                                done.closedOn(),
                                by.name(),
                                by.at()));
        };
    }

    private static UUID contractorId(Review review) {
        return review.contractor().contractorId();
    }

    private NewEvent of(Review review, long version, String type, Object payload) {
        return events.of(TOPIC, review.reviewId().toString(), version, type, payload);
    }
}
