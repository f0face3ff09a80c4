package org.opencmas.compliance.review.record;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.facts.FactsJson;
import org.opencmas.compliance.review.finding.FindingKind;
import org.opencmas.compliance.review.finding.ReviewFinding;
import org.opencmas.compliance.review.finding.Weight;

/** What a review found; stored once, never changed. */
@ApplicationScoped
public class ReviewFindings {
    private static final ObjectReader NUMBERS = FactsJson.reader(new TypeReference<Map<String, String>>() {});
    private static final ObjectReader LINES = FactsJson.reader(new TypeReference<List<String>>() {});
    private static final String INSERT = """
            insert into review_finding (review_id, number, contractor_id, agency_id, order_id, kind, weight, information_only, message,
                numbers, line_ids)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String SELECT = """
            select number, agency_id, order_id, kind, weight, information_only, message, numbers, line_ids
              from review_finding where review_id = ? and number > ? order by number limit ?
            """;
    private static final String COUNT = """
            select kind, weight, information_only, count(*) from review_finding where review_id = ? group by 1, 2, 3 order by 1, 2, 3
            """;

    /** The order that a finding is about. */
    public record AboutOrder(UUID agencyId, UUID orderId) {}

    /**
     * A finding as it is kept.
     *
     * @param number counts from 1 within the review
     * @param about null for one that is about no single order, such as a missing report
     */
    public record StoredFinding(int number, @Nullable AboutOrder about, ReviewFinding finding) {}

    /** How many findings there are of one kind and weight. */
    public record Count(FindingKind kind, Weight weight, boolean informationOnly, int findings) {}

    /** Stores findings after those that are there. */
    public void add(Connection connection, Review review, List<StoredFinding> findings) throws SQLException {
        if (findings.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (StoredFinding each : findings) {
                AboutOrder about = each.about();
                ReviewFinding finding = each.finding();
                insert.setObject(1, review.reviewId());
                insert.setInt(2, each.number());
                insert.setObject(3, review.contractor().contractorId());
                insert.setObject(4, about == null ? null : about.agencyId());
                insert.setObject(5, about == null ? null : about.orderId());
                insert.setString(6, finding.kind().name());
                insert.setString(7, finding.weight().name());
                insert.setBoolean(8, finding.informationOnly());
                insert.setString(9, finding.message());
                insert.setString(10, FactsJson.text(finding.numbers()));
                insert.setString(11, FactsJson.text(finding.lineIds()));
                insert.executeUpdate();
            }
        }
    }

    /** The number of the last finding; 0 when there is none. */
    public int last(Connection connection, UUID reviewId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select coalesce(max(number), 0) from review_finding where review_id = ?")) {
            select.setObject(1, reviewId);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    /** At most {@code limit} after that number. */
    public List<StoredFinding> list(Connection connection, UUID reviewId, int after, int limit) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setObject(1, reviewId);
            select.setInt(2, after);
            select.setInt(3, limit);
            try (ResultSet row = select.executeQuery()) {
                List<StoredFinding> found = new ArrayList<>();
                while (row.next()) {
                    found.add(finding(row));
                }
                return found;
            }
        }
    }

    /** By kind, weight and whether they are for information only. */
    public List<Count> counts(Connection connection, UUID reviewId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(COUNT)) {
            select.setObject(1, reviewId);
            try (ResultSet row = select.executeQuery()) {
                List<Count> counts = new ArrayList<>();
                while (row.next()) {
                    counts.add(new Count(
                            FindingKind.valueOf(row.getString(1)),
                            Weight.valueOf(row.getString(2)),
                            row.getBoolean(3),
                            row.getInt(4)));
                }
                return counts;
            }
        }
    }

    private static StoredFinding finding(ResultSet row) throws SQLException {
        UUID orderId = row.getObject("order_id", UUID.class);
        return new StoredFinding(
                row.getInt("number"),
                orderId == null ? null : new AboutOrder(row.getObject("agency_id", UUID.class), orderId),
                new ReviewFinding(
                        FindingKind.valueOf(row.getString("kind")),
                        Weight.valueOf(row.getString("weight")),
                        row.getBoolean("information_only"),
                        row.getString("message"),
                        FactsJson.read(NUMBERS, row.getString("numbers")),
                        FactsJson.read(LINES, row.getString("line_ids"))));
    }
}
