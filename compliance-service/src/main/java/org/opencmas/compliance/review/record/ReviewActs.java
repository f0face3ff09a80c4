package org.opencmas.compliance.review.record;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.facts.FactsJson;
import org.opencmas.compliance.review.finding.Evidence.Answer;
import org.opencmas.compliance.review.finding.Evidence.Question;
import org.opencmas.compliance.review.record.Review.By;
import org.opencmas.compliance.review.record.Review.State;

/** What persons did with an examined review; stored once, never changed. */
@ApplicationScoped
public class ReviewActs {
    private static final ObjectReader ASSESSED = FactsJson.reader(new TypeReference<Assessed>() {});
    private static final ObjectReader ANSWERED = FactsJson.reader(new TypeReference<AnsweredBy>() {});
    private static final ObjectReader CLOSED = FactsJson.reader(new TypeReference<Closed>() {});

    private static final String INSERT = """
            insert into review_act (review_id, version, contractor_id, act, said, by_subject, by_name, acted_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String ADVANCE =
            "update review set version = ?, state = ? where review_id = ? and version = ? and state <> 'CLOSED'";
    private static final String SELECT = """
            select version, act, said, by_subject, by_name, acted_at from review_act where review_id = ? order by version
            """;

    /** Something that a person did. */
    public sealed interface Act permits Assessed, AnsweredBy, Closed {}

    /**
     * A reviewer's own answer to an evidence question of an order, after seeing the evidence.
     *
     * @param evidence what was seen
     */
    public record Assessed(UUID orderId, Question question, Answer answer, String evidence) implements Act {}

    /**
     * A contractor's answer to the findings.
     *
     * @param late true when it came after the last day for it
     */
    public record AnsweredBy(String statement, List<FindingAnswer> findings, boolean late) implements Act {}

    /** What a contractor says to one finding. */
    public record FindingAnswer(int number, boolean accepted, String statement) {}

    /**
     * How a review was closed.
     *
     * @param closedOn the day in California
     */
    public record Closed(Conclusion conclusion, String reason, LocalDate closedOn) implements Act {}

    /** What a review comes to. */
    @Schema(name = "ReviewConclusion")
    public enum Conclusion {
        /** Nothing was found that a person had to act on. */
        NO_ISSUES,
        /** What was found is explained or mended. */
        ISSUES_RESOLVED,
        /** Something remains for DGS to act on. */
        ISSUES_REMAIN
    }

    /** An act with its person and the version of the review that it made. */
    public record DoneAct(long version, Act act, By by) {}

    /**
     * Stores an act and brings the review to its next version and that state.
     *
     * @return the new version; null when another act came first
     */
    public @Nullable Long add(Connection connection, Review review, Act act, By by, State state) throws SQLException {
        long version = review.version() + 1;
        try (PreparedStatement update = connection.prepareStatement(ADVANCE)) {
            update.setLong(1, version);
            update.setString(2, state.name());
            update.setObject(3, review.reviewId());
            update.setLong(4, review.version());
            if (update.executeUpdate() == 0) {
                return null;
            }
        }
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, review.reviewId());
            insert.setLong(2, version);
            insert.setObject(3, review.contractor().contractorId());
            insert.setString(4, name(act));
            insert.setString(5, FactsJson.text(act));
            insert.setString(6, by.subject());
            insert.setString(7, by.name());
            insert.setObject(8, Reviews.utc(by.at()));
            insert.executeUpdate();
        }
        return version;
    }

    /** In the order in which they were done. */
    public List<DoneAct> list(Connection connection, UUID reviewId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setObject(1, reviewId);
            try (ResultSet row = select.executeQuery()) {
                List<DoneAct> done = new ArrayList<>();
                while (row.next()) {
                    done.add(new DoneAct(
                            row.getLong("version"),
                            act(row.getString("act"), row.getString("said")),
                            new By(
                                    row.getString("by_subject"),
                                    row.getString("by_name"),
                                    Reviews.instant(row, "acted_at"))));
                }
                return done;
            }
        }
    }

    private static String name(Act act) {
        return switch (act) {
            case Assessed assessed -> "ASSESSED";
            case AnsweredBy answered -> "ANSWERED";
            case Closed closed -> "CLOSED";
        };
    }

    private static Act act(String name, String said) {
        return switch (name) {
            case "ASSESSED" -> FactsJson.<Assessed>read(ASSESSED, said);
            case "ANSWERED" -> FactsJson.<AnsweredBy>read(ANSWERED, said);
            default -> FactsJson.<Closed>read(CLOSED, said);
        };
    }
}
