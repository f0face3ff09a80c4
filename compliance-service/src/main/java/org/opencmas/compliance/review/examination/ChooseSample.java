package org.opencmas.compliance.review.examination;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.opencmas.compliance.review.finding.ReviewSettings;
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
            update review_order as own set near_count = beside.near_count, near_total = beside.near_total
              from (select agency_id, order_id, count(*) over near as near_count, sum(total) over near as near_total
                      from review_order where review_id = ?
                    window near as (partition by agency_id, lead_cmas order by order_date
                                    range between make_interval(days => ?) preceding and make_interval(days => ?) following)) beside
             where own.review_id = ? and own.agency_id = beside.agency_id and own.order_id = beside.order_id
            """;
    /** By the index of orders that advise: over a frame of days that leaves the own order out, the cost would grow with its square. */
    private static final String ADVISED = """
            update review_order as own set advised_on = before.order_date, advised_by = before.agency_order_number
              from review_order as sold
             cross join lateral (
                select order_date, agency_order_number from review_order advising
                 where advising.review_id = sold.review_id and advising.agency_id = sold.agency_id and advising.advises
                   and advising.order_date between sold.order_date - ? and sold.order_date and advising.order_id <> sold.order_id
                 order by order_date desc, agency_order_number desc
                 limit 1) as before
             where own.review_id = ? and sold.review_id = own.review_id and sold.agency_id = own.agency_id and sold.order_id = own.order_id
            """;

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

    private final SettingsOfReview settings;

    ChooseSample(SettingsOfReview settings) {
        this.settings = settings;
    }

    void choose(Connection connection, Review review) throws SQLException {
        int usual = connection.getNetworkTimeout();
        connection.setNetworkTimeout(Runnable::run, Math.toIntExact(LONGEST.toMillis()));
        try {
            chooseInDatabase(connection, review);
        } finally {
            connection.setNetworkTimeout(Runnable::run, usual);
        }
    }

    private void chooseInDatabase(Connection connection, Review review) throws SQLException {
        ReviewSettings going = settings.of(connection, review);
        try (Statement patience = connection.createStatement()) {
            patience.execute("set local statement_timeout = " + LONGEST.toMillis());
        }
        try (PreparedStatement update = connection.prepareStatement(NEIGHBOURS)) {
            update.setObject(1, review.reviewId());
            update.setInt(2, going.splitDays());
            update.setInt(3, going.splitDays());
            update.setObject(4, review.reviewId());
            update.executeUpdate();
        }
        try (PreparedStatement update = connection.prepareStatement(ADVISED)) {
            update.setInt(1, going.adviceDays());
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
