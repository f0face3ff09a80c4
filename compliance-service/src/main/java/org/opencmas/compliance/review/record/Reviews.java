package org.opencmas.compliance.review.record;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.review.record.Review.By;
import org.opencmas.compliance.review.record.Review.Examined;
import org.opencmas.compliance.review.record.Review.Period;
import org.opencmas.compliance.review.record.Review.Plan;
import org.opencmas.compliance.review.record.Review.Progress;
import org.opencmas.compliance.review.record.Review.ReviewedContractor;
import org.opencmas.compliance.review.record.Review.Sample;
import org.opencmas.compliance.review.record.Review.SampleMethod;
import org.opencmas.compliance.review.record.Review.State;
import org.opencmas.compliance.review.record.Review.Step;

/** The reviews themselves. */
@ApplicationScoped
public class Reviews {
    private static final String SELECT = "select * from review where true ";
    private static final String INSERT = """
            insert into review (review_id, contractor_id, contractor_name, version, state, period_from, period_through, method, seed,
                sample_size, population_at, population, answer_days, planned_by, planned_by_name, planned_at, step)
            values (?, ?, ?, ?, 'PLANNED', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'READ')
            """;
    private static final String COUNT = """
            select count(distinct (agency_id, order_id)) from evaluation
             where contractor_id = ? and order_date between ? and ? and decision = 'ISSUE' and evaluated_at <= ?
            """;

    /**
     * What to look for; a null is no condition.
     *
     * @param examinedOnly only those that a contractor may see
     * @param before only reviews planned before this one
     */
    public record Filter(
            @Nullable UUID contractorId,
            @Nullable State state,
            boolean examinedOnly,
            @Nullable UUID before) {}

    /** Issued orders of a contractor with a date of the period. */
    public int population(Connection connection, UUID contractorId, Period period, Instant at) throws SQLException {
        try (PreparedStatement count = connection.prepareStatement(COUNT)) {
            count.setObject(1, contractorId);
            count.setObject(2, period.from());
            count.setObject(3, period.through());
            count.setObject(4, utc(at));
            try (ResultSet row = count.executeQuery()) {
                row.next();
                return Math.toIntExact(row.getLong(1));
            }
        }
    }

    /** The name of a contractor; empty when no news of it has come. */
    public Optional<String> contractorName(Connection connection, UUID contractorId) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select legal_name from contractor where contractor_id = ?")) {
            select.setObject(1, contractorId);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        }
    }

    public void store(Connection connection, Review review) throws SQLException {
        Plan plan = review.plan();
        Sample sample = plan.sample();
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, review.reviewId());
            insert.setObject(2, review.contractor().contractorId());
            insert.setString(3, review.contractor().name());
            insert.setLong(4, review.version());
            insert.setObject(5, plan.period().from());
            insert.setObject(6, plan.period().through());
            insert.setString(7, sample.method().name());
            insert.setLong(8, sample.seed());
            insert.setInt(9, sample.size());
            insert.setObject(10, utc(sample.populationAt()));
            insert.setInt(11, sample.population());
            insert.setInt(12, plan.answerDays());
            insert.setString(13, plan.planned().subject());
            insert.setString(14, plan.planned().name());
            insert.setObject(15, utc(plan.planned().at()));
            insert.executeUpdate();
        }
    }

    public Optional<Review> find(Connection connection, UUID reviewId) throws SQLException {
        return query(connection, SELECT + "and review_id = ?", List.of(reviewId)).stream()
                .findFirst();
    }

    /** The review whose examination is next; empty when none waits. */
    public Optional<Review> findOpen(Connection connection) throws SQLException {
        return query(connection, SELECT + "and state = 'PLANNED' order by planned_at limit 1", List.of()).stream()
                .findFirst();
    }

    /** At most {@code limit} that meet every condition, the newest first. */
    public List<Review> list(Connection connection, Filter filter, int limit) throws SQLException {
        var sql = new StringBuilder(SELECT);
        List<Object> values = new ArrayList<>();
        and(sql, values, "contractor_id = ?", filter.contractorId());
        State state = filter.state();
        and(sql, values, "state = ?", state == null ? null : state.name());
        and(sql, values, "review_id < ?", filter.before());
        if (filter.examinedOnly()) {
            sql.append("and examined_at is not null ");
        }
        sql.append("order by review_id desc limit ?");
        values.add(limit);
        return query(connection, sql.toString(), values);
    }

    private static void and(StringBuilder sql, List<Object> values, String condition, @Nullable Object value) {
        if (value != null) {
            sql.append("and ").append(condition).append(' ');
            values.add(value);
        }
    }

    private static List<Review> query(Connection connection, String sql, List<Object> values) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
                select.setObject(i + 1, values.get(i));
            }
            try (ResultSet row = select.executeQuery()) {
                List<Review> found = new ArrayList<>();
                while (row.next()) {
                    found.add(review(row));
                }
                return found;
            }
        }
    }

    private static Review review(ResultSet row) throws SQLException {
        return new Review(
                row.getObject("review_id", UUID.class),
                new ReviewedContractor(row.getObject("contractor_id", UUID.class), row.getString("contractor_name")),
                row.getLong("version"),
                State.valueOf(row.getString("state")),
                plan(row),
                new Progress(
                        Step.valueOf(row.getString("step")),
                        row.getInt("orders_read"),
                        row.getInt("orders_done"),
                        row.getInt("starts")),
                row.getObject("examined_at") == null
                        ? null
                        : new Examined(
                                row.getString("population_hash"),
                                instant(row, "examined_at"),
                                row.getObject("answer_by", LocalDate.class)),
                row.getString("failure"));
    }

    private static Plan plan(ResultSet row) throws SQLException {
        return new Plan(
                new Period(
                        row.getObject("period_from", LocalDate.class),
                        row.getObject("period_through", LocalDate.class)),
                new Sample(
                        SampleMethod.valueOf(row.getString("method")),
                        row.getLong("seed"),
                        row.getInt("sample_size"),
                        row.getInt("population"),
                        instant(row, "population_at")),
                row.getInt("answer_days"),
                new By(row.getString("planned_by"), row.getString("planned_by_name"), instant(row, "planned_at")));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
