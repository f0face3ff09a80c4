package org.opencmas.compliance.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.opencmas.compliance.review.NewReview.ReadPlan;
import org.opencmas.compliance.review.record.Review;
import org.opencmas.compliance.review.record.Review.Plan;
import org.opencmas.compliance.review.record.Review.Progress;
import org.opencmas.compliance.review.record.Review.ReviewedContractor;
import org.opencmas.compliance.review.record.Review.Sample;
import org.opencmas.compliance.review.record.Review.State;
import org.opencmas.compliance.review.record.Review.Step;
import org.opencmas.compliance.review.record.ReviewAccess;
import org.opencmas.compliance.review.record.ReviewEvents;
import org.opencmas.compliance.review.record.Reviews;
import org.opencmas.journal.Journal;
import org.opencmas.journal.TimeOrderedId;
import org.opencmas.problem.Conflict;
import org.opencmas.problem.body.FieldReader;
import org.opencmas.terms.ProgramCalendar;

/**
 * Plans a review and keeps by what its sample can be had again: method, seed, size and population.
 *
 * <p>Refuses a faulty plan and a contractor that is not known (400), a contractor without an issued order in the period and a sample larger
 * than the population (409).
 */
@ApplicationScoped
class PlanReview {
    private static final long SEEDS = 1_000_000_000_000L;

    private final DataSource dataSource;
    private final Reviews reviews;
    private final ReviewAccess access;
    private final ReviewEvents events;
    private final Journal journal;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    PlanReview(
            DataSource dataSource,
            Reviews reviews,
            ReviewAccess access,
            ReviewEvents events,
            Journal journal,
            Clock clock) {
        this.dataSource = dataSource;
        this.reviews = reviews;
        this.access = access;
        this.events = events;
        this.journal = journal;
        this.clock = clock;
    }

    @Transactional
    Review plan(NewReview body) throws SQLException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var fields = new FieldReader();
        ReadPlan read = body.read(ProgramCalendar.dateOf(now), fields);
        try (Connection connection = dataSource.getConnection()) {
            Optional<String> name =
                    read.namesContractor() ? reviews.contractorName(connection, read.contractorId()) : Optional.of("");
            if (name.isEmpty()) {
                fields.fault("/contractorId", "no contractor " + read.contractorId() + " is known here");
            }
            fields.requireNoFaults();
            var review = new Review(
                    TimeOrderedId.next(),
                    new ReviewedContractor(read.contractorId(), name.orElseThrow()),
                    Review.PLANNED_VERSION,
                    State.PLANNED,
                    new Plan(read.period(), sample(connection, read, now), read.answerDays(), access.by(now)),
                    new Progress(Step.READ, 0, 0, 0),
                    null,
                    null);
            reviews.store(connection, review);
            journal.append(access.actor(read.contractorId()), events.planned(review));
            return review;
        }
    }

    private Sample sample(Connection connection, ReadPlan read, Instant now) throws SQLException {
        int population = reviews.population(connection, read.contractorId(), read.period(), now);
        if (population == 0) {
            throw new Conflict(
                    "no-orders",
                    "No order of the contractor was issued with a date from "
                            + read.period().from() + " through " + read.period().through() + ".");
        }
        int size = read.size() == null ? population : read.size();
        if (size > population) {
            throw new Conflict(
                    "sample-exceeds-population",
                    "A sample of " + size + " cannot be taken of " + population + " orders.",
                    Map.of("size", size, "population", population));
        }
        Long seed = read.seed();
        return new Sample(read.method(), seed == null ? random.nextLong(SEEDS) : seed, size, population, now);
    }
}
