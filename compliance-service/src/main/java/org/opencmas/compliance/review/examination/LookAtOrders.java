package org.opencmas.compliance.review.examination;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.opencmas.compliance.facts.FactsJson;
import org.opencmas.compliance.facts.GatherFacts;
import org.opencmas.compliance.facts.OrderToJudge;
import org.opencmas.compliance.review.finding.Evidence;
import org.opencmas.compliance.review.finding.ReviewFinding;
import org.opencmas.compliance.review.finding.ReviewSettings;
import org.opencmas.compliance.review.finding.ReviewedOrder;
import org.opencmas.compliance.review.finding.ReviewedOrder.ConsultingOrder;
import org.opencmas.compliance.review.finding.ReviewedOrder.ContractorsReturn;
import org.opencmas.compliance.review.finding.ReviewedOrder.Neighbours;
import org.opencmas.compliance.review.finding.automatic.AutomaticChecks;
import org.opencmas.compliance.review.record.Review;
import org.opencmas.compliance.review.record.ReviewFindings;
import org.opencmas.compliance.review.record.ReviewFindings.AboutOrder;
import org.opencmas.compliance.review.record.ReviewFindings.StoredFinding;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.sql.RoundTrip;
import org.opencmas.terms.AgencyClass;
import org.opencmas.terms.Usd;

/**
 * The third step: looks at the orders of the sample, page by page in the order of their places. Prices and agreements are those that are
 * known now for the days of the order: what arrived after its decision counts too.
 */
@ApplicationScoped
class LookAtOrders {
    private static final int PAGE = 50;

    private static final String SELECT = """
            select o.agency_id, o.order_id, o.near_count, o.near_total, o.advised_on, o.advised_by, e.document_version, e.facts
              from review_order o join evaluation e using (agency_id, evaluation_id)
             where o.review_id = ? and o.place > ? order by o.place limit ?
            """;
    private static final String SELECT_RETURNED = """
            select order_id, max(rejected_on)
              from returned_order join unnest(?::uuid[], ?::int[]) as asked (order_id, judged_version) using (order_id)
             where document_version >= judged_version
             group by order_id
            """;
    private static final String NOTE_ORDER = """
            update review_order set buyer = ?, answers = ? where review_id = ? and agency_id = ? and order_id = ?
            """;
    private static final String NOTE =
            "update review set orders_done = orders_done + ?, starts = 0 where review_id = ?";

    private final GatherFacts gatherFacts;
    private final ReviewFindings findings;
    private final SettingsOfReview settings;

    LookAtOrders(GatherFacts gatherFacts, ReviewFindings findings, SettingsOfReview settings) {
        this.settings = settings;
        this.gatherFacts = gatherFacts;
        this.findings = findings;
    }

    /** @param version of the order, by its receipt; the facts of the first release do not tell it */
    private record Chosen(AboutOrder order, Neighbours near, int version, OrderToJudge toJudge) {}

    /** Looks at the next page; false when there was none. */
    boolean lookOn(Connection connection, Review review) throws SQLException {
        List<Chosen> page = page(connection, review);
        if (page.isEmpty()) {
            return false;
        }
        RoundTrip first = new RoundTrip();
        var asked = gatherFacts.ask(first, page.stream().map(Chosen::toJudge).toList());
        first.send(connection);
        List<OrderFacts> facts = gatherFacts.gather(connection, asked).facts();
        Map<UUID, LocalDate> returned = returned(connection, page);
        ReviewSettings going = settings.of(connection, review);
        LocalDate keptSince = returnsKeptSince(connection);
        List<StoredFinding> found = new ArrayList<>();
        int number = findings.last(connection, review.reviewId());
        for (int i = 0; i < page.size(); i++) {
            Chosen chosen = page.get(i);
            LocalDate on = returned.get(chosen.order().orderId());
            boolean known = !facts.get(i).receivedOn().isBefore(keptSince);
            var order = new ReviewedOrder(facts.get(i), chosen.near(), new ContractorsReturn(known, on), going);
            List<ReviewFinding> ofOrder = AutomaticChecks.find(order);
            for (ReviewFinding each : ofOrder) {
                found.add(new StoredFinding(++number, chosen.order(), each));
            }
            note(connection, review, chosen, facts.get(i), ofOrder);
        }
        findings.add(connection, review, found);
        try (PreparedStatement update = connection.prepareStatement(NOTE)) {
            update.setInt(1, page.size());
            update.setObject(2, review.reviewId());
            update.executeUpdate();
        }
        return true;
    }

    private static List<Chosen> page(Connection connection, Review review) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setObject(1, review.reviewId());
            select.setInt(2, review.progress().ordersDone());
            select.setInt(3, PAGE);
            try (ResultSet row = select.executeQuery()) {
                List<Chosen> page = new ArrayList<>();
                while (row.next()) {
                    page.add(chosen(row));
                }
                return page;
            }
        }
    }

    private static Chosen chosen(ResultSet row) throws SQLException {
        OrderFacts judged = FactsJson.facts(row.getString("facts"));
        LocalDate advisedOn = row.getObject("advised_on", LocalDate.class);
        return new Chosen(
                new AboutOrder(row.getObject("agency_id", UUID.class), row.getObject("order_id", UUID.class)),
                new Neighbours(
                        row.getInt("near_count"),
                        Usd.of(row.getBigDecimal("near_total")),
                        advisedOn == null ? null : new ConsultingOrder(advisedOn, row.getString("advised_by"))),
                row.getInt("document_version"),
                new OrderToJudge(judged.order(), judged.receivedOn(), judged.documentVersion()));
    }

    private static Map<UUID, LocalDate> returned(Connection connection, List<Chosen> page) throws SQLException {
        Map<UUID, LocalDate> returned = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(SELECT_RETURNED)) {
            Object[] ids = page.stream().map(each -> each.order().orderId()).toArray();
            select.setArray(1, connection.createArrayOf("uuid", ids));
            Object[] versions = page.stream().map(Chosen::version).toArray();
            select.setArray(2, connection.createArrayOf("int4", versions));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    returned.put(row.getObject(1, UUID.class), row.getObject(2, LocalDate.class));
                }
            }
        }
        return returned;
    }

    private static LocalDate returnsKeptSince(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select since from returned_order_kept");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getObject(1, LocalDate.class);
        }
    }

    private static void note(
            Connection connection, Review review, Chosen chosen, OrderFacts facts, List<ReviewFinding> found)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(NOTE_ORDER)) {
            update.setString(1, facts.agencyClass().map(AgencyClass::name).orElse(null));
            update.setString(2, FactsJson.text(Evidence.answers(facts.order(), found)));
            update.setObject(3, review.reviewId());
            update.setObject(4, chosen.order().agencyId());
            update.setObject(5, chosen.order().orderId());
            update.executeUpdate();
        }
    }
}
