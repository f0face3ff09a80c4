package org.opencmas.compliance.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.review.record.Review;
import org.opencmas.compliance.review.record.Review.By;
import org.opencmas.compliance.review.record.Review.State;
import org.opencmas.compliance.review.record.ReviewAccess;
import org.opencmas.compliance.review.record.ReviewActs;
import org.opencmas.compliance.review.record.ReviewActs.Act;
import org.opencmas.compliance.review.record.ReviewActs.AnsweredBy;
import org.opencmas.compliance.review.record.ReviewActs.Assessed;
import org.opencmas.compliance.review.record.ReviewActs.Closed;
import org.opencmas.compliance.review.record.ReviewEvents;
import org.opencmas.http.IfMatch;
import org.opencmas.journal.Journal;
import org.opencmas.problem.Conflict;

/**
 * Does what a person does with an examined review and tells it: assess, answer, close.
 *
 * <p>Refuses a review that the caller does not see (404), a missing or stale {@code If-Match} (428, 412), a faulty body (400), a review
 * that is not examined or is closed already (409), and what the act itself refuses.
 */
@ApplicationScoped
class ActOnReview {
    private final DataSource dataSource;
    private final ReviewAccess access;
    private final ReviewActs acts;
    private final ReviewEvents events;
    private final Journal journal;
    private final Clock clock;

    ActOnReview(
            DataSource dataSource,
            ReviewAccess access,
            ReviewActs acts,
            ReviewEvents events,
            Journal journal,
            Clock clock) {
        this.dataSource = dataSource;
        this.access = access;
        this.acts = acts;
        this.events = events;
        this.journal = journal;
        this.clock = clock;
    }

    /** Reads a body into an act, or refuses it. */
    interface Reading {
        Act read(Connection connection, Review review, By by) throws SQLException;
    }

    @Transactional
    Review act(UUID reviewId, @Nullable String ifMatch, Reading reading) throws SQLException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        try (Connection connection = dataSource.getConnection()) {
            Review review = access.find(connection, reviewId);
            IfMatch.require(ifMatch, review.version());
            requireOpen(review);
            By by = access.by(now);
            Act act = reading.read(connection, review, by);
            State state = stateAfter(review, act);
            Long version = acts.add(connection, review, act, by, state);
            if (version == null) {
                throw new Conflict("review-changed", "Another person changed the review at the same time.");
            }
            journal.append(access.actor(review.contractor().contractorId()), events.acted(review, version, act, by));
            return new Review(
                    review.reviewId(),
                    review.contractor(),
                    version,
                    state,
                    review.plan(),
                    review.progress(),
                    review.examined(),
                    null);
        }
    }

    private static void requireOpen(Review review) {
        if (review.state() == State.CLOSED) {
            throw new Conflict("review-closed", "The review is closed, and nothing of it changes any more.");
        }
        if (!review.isShownToContractor()) {
            throw new Conflict("review-not-examined", "The review is " + review.state() + ": nothing was found yet.");
        }
    }

    private static State stateAfter(Review review, Act act) {
        return switch (act) {
            case Assessed assessed -> review.state();
            case AnsweredBy answered -> State.ANSWERED;
            case Closed closed -> State.CLOSED;
        };
    }
}
