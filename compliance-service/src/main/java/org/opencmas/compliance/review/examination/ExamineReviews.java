package org.opencmas.compliance.review.examination;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.opencmas.compliance.review.record.Review;
import org.opencmas.compliance.review.record.Review.Examined;
import org.opencmas.compliance.review.record.Review.Step;
import org.opencmas.compliance.review.record.ReviewEvents;
import org.opencmas.compliance.review.record.ReviewFindings;
import org.opencmas.compliance.review.record.Reviews;
import org.opencmas.journal.Actor;
import org.opencmas.journal.Journal;
import org.opencmas.longwork.LongWork;
import org.opencmas.longwork.Stopping;
import org.opencmas.terms.ProgramCalendar;

/**
 * Examines planned reviews, one after the other, the oldest first. Each page is a transaction with the note how far it is, so that whoever
 * goes on repeats nothing and leaves nothing out. One that was begun five times without coming forward is given up.
 */
@ApplicationScoped
class ExamineReviews implements LongWork {
    private static final int MOST_STARTS = 5;
    private static final Actor SYSTEM = Actor.system("compliance-service");
    private static final String END = """
            update review set state = 'EXAMINED', version = ?, step = 'DONE', starts = 0, examined_at = ?, answer_by = ?
             where review_id = ?
            """;

    private final DataSource dataSource;
    private final Reviews reviews;
    private final ReadOrders readOrders;
    private final ChooseSample chooseSample;
    private final LookAtOrders lookAtOrders;
    private final CheckReports checkReports;
    private final Ending ending;

    ExamineReviews(
            DataSource dataSource,
            Reviews reviews,
            ReadOrders readOrders,
            ChooseSample chooseSample,
            LookAtOrders lookAtOrders,
            CheckReports checkReports,
            Ending ending) {
        this.dataSource = dataSource;
        this.reviews = reviews;
        this.readOrders = readOrders;
        this.chooseSample = chooseSample;
        this.lookAtOrders = lookAtOrders;
        this.checkReports = checkReports;
        this.ending = ending;
    }

    /** What an examination needs to be told to others. */
    @ApplicationScoped
    static class Ending {
        private final ReviewEvents events;
        private final ReviewFindings findings;
        private final Journal journal;
        private final Clock clock;

        Ending(ReviewEvents events, ReviewFindings findings, Journal journal, Clock clock) {
            this.events = events;
            this.findings = findings;
            this.journal = journal;
            this.clock = clock;
        }

        LocalDate today() {
            return ProgramCalendar.dateOf(clock.instant());
        }

        void end(Connection connection, Review review) throws SQLException {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            String hash = populationHash(connection, review);
            var examined = new Examined(
                    hash,
                    now,
                    ProgramCalendar.dateOf(now).plusDays(review.plan().answerDays()));
            try (PreparedStatement update = connection.prepareStatement(END)) {
                update.setLong(1, Review.EXAMINED_VERSION);
                update.setObject(2, now.atOffset(ZoneOffset.UTC));
                update.setObject(3, examined.answerBy());
                update.setObject(4, review.reviewId());
                update.executeUpdate();
            }
            int found = findings.last(connection, review.reviewId());
            journal.append(connection, SYSTEM, List.of(events.examined(review, examined, found)));
        }

        void wake() {
            journal.wake();
        }

        private static String populationHash(Connection connection, Review review) throws SQLException {
            try (PreparedStatement select =
                    connection.prepareStatement("select population_hash from review where review_id = ?")) {
                select.setObject(1, review.reviewId());
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return row.getString(1);
                }
            }
        }
    }

    @Override
    public String name() {
        return "review-examination";
    }

    @Override
    public boolean isWaiting(Connection connection) throws SQLException {
        return reviews.findOpen(connection).isPresent();
    }

    @Override
    public void goOn(Stopping stopping) throws SQLException {
        Optional<Review> open = begin();
        while (open.isPresent() && !stopping.isAsked()) {
            Review review = open.get();
            inTransaction(connection -> goOn(connection, review));
            open = inTransaction(connection -> reviews.find(connection, review.reviewId()))
                    .filter(still -> still.state() == Review.State.PLANNED);
        }
        ending.wake();
    }

    /** Counts the start; one that was begun too often is given up, and nothing is begun. */
    private Optional<Review> begin() throws SQLException {
        return inTransaction(connection -> {
            Optional<Review> open = reviews.findOpen(connection);
            if (open.isEmpty()) {
                return open;
            }
            boolean inVain = open.get().progress().starts() >= MOST_STARTS;
            String sql = inVain
                    ? "update review set state = 'FAILED', failure = 'The examination was begun " + MOST_STARTS
                            + " times and did not come forward.' where review_id = ?"
                    : "update review set starts = starts + 1 where review_id = ?";
            try (PreparedStatement update = connection.prepareStatement(sql)) {
                update.setObject(1, open.get().reviewId());
                update.executeUpdate();
            }
            return inVain ? Optional.<Review>empty() : open;
        });
    }

    private boolean goOn(Connection connection, Review review) throws SQLException {
        switch (review.progress().step()) {
            case READ -> {
                if (!readOrders.readOn(connection, review)) {
                    enter(connection, review, Step.CHOOSE);
                }
            }
            case CHOOSE -> chooseSample.choose(connection, review);
            case LOOK -> {
                if (!lookAtOrders.lookOn(connection, review)) {
                    enter(connection, review, Step.REPORTS);
                }
            }
            case REPORTS, DONE -> {
                checkReports.check(connection, review, ending.today());
                ending.end(connection, review);
            }
        }
        return true;
    }

    private static void enter(Connection connection, Review review, Step step) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update review set step = ?, starts = 0 where review_id = ?")) {
            update.setString(1, step.name());
            update.setObject(2, review.reviewId());
            update.executeUpdate();
        }
    }

    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private <T> T inTransaction(Work<T> work) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T done = work.on(connection);
                connection.commit();
                return done;
            } catch (SQLException | RuntimeException failed) {
                connection.rollback();
                throw failed;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }
}
