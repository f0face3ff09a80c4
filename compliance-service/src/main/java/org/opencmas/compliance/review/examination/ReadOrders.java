package org.opencmas.compliance.review.examination;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.facts.FactsJson;
import org.opencmas.compliance.review.finding.ReviewSettings;
import org.opencmas.compliance.review.finding.automatic.ConsultingThenSale;
import org.opencmas.compliance.review.record.Review;
import org.opencmas.compliance.review.record.Review.Period;
import org.opencmas.compliance.rule.purchaseorder.Order;
import org.opencmas.terms.CmasNumber;

/**
 * The first step: notes in brief each issued order of the contractor, page by page in the order of the index, those before and after the
 * period included that the checks of neighbours need. A later version of an order takes the place of an earlier one.
 */
@ApplicationScoped
class ReadOrders {
    /** A receipt may have more than a megabyte. */
    private static final int PAGE = 50;

    private static final String SELECT = """
            select e.order_date, e.agency_id, e.order_id, e.sequence, e.evaluation_id, e.agency_order_number, e.amendment_number, e.facts
              from evaluation e join review r on r.review_id = ?
             where e.contractor_id = r.contractor_id and e.order_date between ? and ? and e.decision = 'ISSUE'
               and e.evaluated_at <= r.population_at
               and (r.read_day is null
                or (e.order_date, e.agency_id, e.order_id, e.sequence) > (r.read_day, r.read_agency, r.read_order, r.read_sequence))
             order by e.order_date, e.agency_id, e.order_id, e.sequence
             limit ?
            """;
    private static final String UPSERT = """
            insert into review_order (review_id, contractor_id, agency_id, order_id, evaluation_id, sequence, agency_order_number,
                amendment_number, order_date, total, lead_cmas, advises, in_population, rank)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (review_id, agency_id, order_id) do update set evaluation_id = excluded.evaluation_id,
                sequence = excluded.sequence, amendment_number = excluded.amendment_number, order_date = excluded.order_date,
                total = excluded.total, lead_cmas = excluded.lead_cmas, advises = excluded.advises,
                in_population = excluded.in_population
             where excluded.sequence > review_order.sequence
            """;
    private static final String NOTE = """
            update review set read_day = ?, read_agency = ?, read_order = ?, read_sequence = ?, orders_read = orders_read + ?, starts = 0
             where review_id = ?
            """;

    private final SettingsOfReview settings;

    ReadOrders(SettingsOfReview settings) {
        this.settings = settings;
    }

    /** What is kept of a receipt. */
    private record Brief(
            LocalDate orderDate, UUID agencyId, UUID orderId, int sequence, UUID evaluationId, Document document) {}

    /** What is read of the order itself. */
    private record Document(Order order, String agencyOrderNumber, int amendmentNumber) {}

    /** Reads the next page; false when there was none. */
    boolean readOn(Connection connection, Review review) throws SQLException {
        List<Brief> page = page(connection, review, settings.of(connection, review));
        if (page.isEmpty()) {
            return false;
        }
        try (PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
            for (Brief each : page) {
                bind(upsert, review, each);
                upsert.addBatch();
            }
            upsert.executeBatch();
        }
        note(connection, review, page);
        return true;
    }

    private static List<Brief> page(Connection connection, Review review, ReviewSettings going) throws SQLException {
        Period period = review.plan().period();
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setObject(1, review.reviewId());
            select.setObject(2, period.from().minusDays(going.adviceDays()));
            select.setObject(3, period.through().plusDays(going.splitDays()));
            select.setInt(4, PAGE);
            try (ResultSet row = select.executeQuery()) {
                List<Brief> page = new ArrayList<>();
                while (row.next()) {
                    page.add(brief(row));
                }
                return page;
            }
        }
    }

    private static Brief brief(ResultSet row) throws SQLException {
        return new Brief(
                row.getObject("order_date", LocalDate.class),
                row.getObject("agency_id", UUID.class),
                row.getObject("order_id", UUID.class),
                row.getInt("sequence"),
                row.getObject("evaluation_id", UUID.class),
                new Document(
                        FactsJson.judgedOrder(row.getString("facts")),
                        row.getString("agency_order_number"),
                        row.getInt("amendment_number")));
    }

    private static void bind(PreparedStatement upsert, Review review, Brief brief) throws SQLException {
        Order order = brief.document().order();
        Period period = review.plan().period();
        boolean inPopulation =
                !brief.orderDate().isBefore(period.from()) && !brief.orderDate().isAfter(period.through());
        upsert.setObject(1, review.reviewId());
        upsert.setObject(2, review.contractor().contractorId());
        upsert.setObject(3, brief.agencyId());
        upsert.setObject(4, brief.orderId());
        upsert.setObject(5, brief.evaluationId());
        upsert.setInt(6, brief.sequence());
        upsert.setString(7, brief.document().agencyOrderNumber());
        upsert.setInt(8, brief.document().amendmentNumber());
        upsert.setObject(9, brief.orderDate());
        upsert.setBigDecimal(10, order.total().amount());
        upsert.setString(11, leadCmas(order));
        upsert.setBoolean(12, ConsultingThenSale.advises(order));
        upsert.setBoolean(13, inPopulation);
        upsert.setString(14, SampleRank.of(review.plan().sample().seed(), brief.orderId()));
    }

    private static @Nullable String leadCmas(Order order) {
        return order.cmasNumbers().stream()
                .map(CmasNumber::canonical)
                .findFirst()
                .orElse(null);
    }

    private static void note(Connection connection, Review review, List<Brief> page) throws SQLException {
        Brief last = page.getLast();
        try (PreparedStatement update = connection.prepareStatement(NOTE)) {
            update.setObject(1, last.orderDate());
            update.setObject(2, last.agencyId());
            update.setObject(3, last.orderId());
            update.setInt(4, last.sequence());
            update.setInt(5, page.size());
            update.setObject(6, review.reviewId());
            update.executeUpdate();
        }
    }
}
