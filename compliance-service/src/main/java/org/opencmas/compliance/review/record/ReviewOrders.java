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
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.facts.FactsJson;
import org.opencmas.compliance.review.finding.Evidence.Answered;
import org.opencmas.terms.AgencyClass;
import org.opencmas.terms.Usd;

/** The orders of a review's sample, as far as the examination has come. */
@ApplicationScoped
public class ReviewOrders {
    private static final ObjectReader ANSWERS = FactsJson.reader(new TypeReference<List<Answered>>() {});
    private static final String SELECT = """
            select agency_id, order_id, evaluation_id, agency_order_number, amendment_number, order_date, total, place, buyer, answers
              from review_order where review_id = ? and place > ? order by place limit ?
            """;
    private static final String SELECT_ONE = """
            select agency_id, order_id, evaluation_id, agency_order_number, amendment_number, order_date, total, place, buyer, answers
              from review_order where review_id = ? and order_id = ? and place is not null
            """;

    /**
     * An order of the sample.
     *
     * @param place its place in the sample, from 1
     * @param total US dollars without tax and freight
     * @param buyer whose rules bind the agency; null when it is not known, or not yet looked at
     * @param answers to the five evidence questions; empty until it is looked at
     */
    public record SampledOrder(
            int place,
            OrderName order,
            LocalDate orderDate,
            Usd total,
            @Nullable AgencyClass buyer,
            List<Answered> answers) {}

    /**
     * By what an order is known.
     *
     * @param evaluationId the receipt of its last issued version
     * @param amendmentNumber 0 for the original
     */
    public record OrderName(
            UUID agencyId, UUID orderId, UUID evaluationId, String agencyOrderNumber, int amendmentNumber) {}

    /** At most {@code limit} orders after that place, in the order of their places. */
    public List<SampledOrder> list(Connection connection, UUID reviewId, int after, int limit) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setObject(1, reviewId);
            select.setInt(2, after);
            select.setInt(3, limit);
            try (ResultSet row = select.executeQuery()) {
                List<SampledOrder> found = new ArrayList<>();
                while (row.next()) {
                    found.add(order(row));
                }
                return found;
            }
        }
    }

    /** An order of the sample; empty for any other. */
    public Optional<SampledOrder> find(Connection connection, UUID reviewId, UUID orderId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT_ONE)) {
            select.setObject(1, reviewId);
            select.setObject(2, orderId);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(order(row)) : Optional.empty();
            }
        }
    }

    private static SampledOrder order(ResultSet row) throws SQLException {
        String buyer = row.getString("buyer");
        String answers = row.getString("answers");
        return new SampledOrder(
                row.getInt("place"),
                new OrderName(
                        row.getObject("agency_id", UUID.class),
                        row.getObject("order_id", UUID.class),
                        row.getObject("evaluation_id", UUID.class),
                        row.getString("agency_order_number"),
                        row.getInt("amendment_number")),
                row.getObject("order_date", LocalDate.class),
                Usd.of(row.getBigDecimal("total")),
                buyer == null ? null : AgencyClass.valueOf(buyer),
                answers == null ? List.of() : FactsJson.read(ANSWERS, answers));
    }
}
