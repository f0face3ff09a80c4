package org.opencmas.compliance.review.examination;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.opencmas.compliance.review.finding.automatic.ConsultingThenSale;
import org.opencmas.compliance.review.finding.automatic.SplitOrders;
import org.opencmas.compliance.review.record.Review;
import org.opencmas.compliance.review.record.Review.SampleMethod;

/**
 * The second step: gives the orders of the sample their places, and each order what stands beside it. Done by the database over the orders
 * in brief, however many they are.
 */
@ApplicationScoped
class ChooseSample {
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private static final String NEIGHBOURS = """
            update review_order as own
               set near_count = beside.near_count, near_total = beside.near_total,
                   advised_on = left(beside.advised, 10)::date, advised_by = substr(beside.advised, 12)
              from (select agency_id, order_id, count(*) over near as near_count, sum(total) over near as near_total,
                           max(order_date::text || ' ' || agency_order_number) filter (where advises) over before as advised
                      from review_order where review_id = ?
                    window near as (partition by agency_id, lead_cmas order by order_date
                                    range between interval '%1$d days' preceding and interval '%1$d days' following),
                           before as (partition by agency_id order by order_date
                                      range between interval '%2$d days' preceding and current row exclude current row)) beside
             where own.review_id = ? and own.agency_id = beside.agency_id and own.order_id = beside.order_id
            """.formatted(SplitOrders.DAYS, ConsultingThenSale.DAYS);
    private static final String PLACES = """
            update review_order as own set place = chosen.place
              from (select agency_id, order_id,
                           row_number() over (order by case when ? then rank else order_date::text end, agency_id, order_id) as place
                      from review_order where review_id = ? and in_population) chosen
             where own.review_id = ? and own.agency_id = chosen.agency_id and own.order_id = chosen.order_id and chosen.place <= ?
            """;
    private static final String NOTE = """
            update review set step = 'LOOK', starts = 0, population_hash = (
                select encode(sha256(convert_to(coalesce(string_agg(order_id::text, ',' order by order_id), ''), 'UTF8')), 'hex')
                  from review_order where review_order.review_id = review.review_id and in_population)
             where review_id = ?
            """;

    void choose(Connection connection, Review review) throws SQLException {
        int usual = connection.getNetworkTimeout();
        connection.setNetworkTimeout(Runnable::run, Math.toIntExact(LONGEST.toMillis()));
        try {
            chooseInDatabase(connection, review);
        } finally {
            connection.setNetworkTimeout(Runnable::run, usual);
        }
    }

    private static void chooseInDatabase(Connection connection, Review review) throws SQLException {
        try (Statement patience = connection.createStatement()) {
            patience.execute("set local statement_timeout = " + LONGEST.toMillis());
        }
        try (PreparedStatement update = connection.prepareStatement(NEIGHBOURS)) {
            update.setObject(1, review.reviewId());
            update.setObject(2, review.reviewId());
            update.executeUpdate();
        }
        try (PreparedStatement update = connection.prepareStatement(PLACES)) {
            update.setBoolean(1, review.plan().sample().method() == SampleMethod.RANDOM);
            update.setObject(2, review.reviewId());
            update.setObject(3, review.reviewId());
            update.setInt(4, review.plan().sample().size());
            update.executeUpdate();
        }
        try (PreparedStatement update = connection.prepareStatement(NOTE)) {
            update.setObject(1, review.reviewId());
            update.executeUpdate();
        }
    }
}
