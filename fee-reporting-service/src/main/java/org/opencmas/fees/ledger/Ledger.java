package org.opencmas.fees.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.opencmas.fees.facts.Cause;
import org.opencmas.fees.facts.OrderPart;
import org.opencmas.fees.rate.Rate;
import org.opencmas.sql.Columns;
import org.opencmas.terms.AgencyType;
import org.opencmas.terms.CalendarQuarter;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.Usd;

/** The tables of postings and entries; the database itself refuses any edit and any entries that do not balance. */
@ApplicationScoped
public class Ledger {
    private static final Columns<UUID> ORDERS = Columns.of("order_id", "uuid", orderId -> orderId);
    private static final String POSTED = """
            select document_version, cause, belongs_to_quarter, agency_type, contractor_id, rate, treatment,
                base, fee_due, fee_waived, orders, order_id, cmas_number, number_in_order
            from posting where order_id in (select order_id from %s)
            order by order_id, number_in_order
            """.formatted(ORDERS.given());

    private static final Columns<NewPosting> POSTINGS = Columns.<NewPosting>of(
                    "cmas_number", "text", caused -> caused.part().agreement())
            .and("posting_id", "uuid", caused -> caused.posting().postingId())
            .and("order_id", "uuid", caused -> caused.part().orderId())
            .and("number_in_order", "int", caused -> caused.posting().numberInOrder())
            .and("document_version", "int", caused -> caused.dimension().documentVersion())
            .and("cause", "text", caused -> caused.dimension().cause())
            .and("agency_type", "text", caused -> caused.dimension().agencyType())
            .and("contractor_id", "uuid", caused -> caused.dimension().contractorId())
            .and("quarter", "text", caused -> caused.posting().quarter())
            .and("belongs_to_quarter", "text", caused -> caused.dimension().belongsTo())
            .and("rate", "numeric", caused -> caused.dimension().rate())
            .and("treatment", "text", caused -> caused.dimension().treatment())
            .and("base", "numeric", caused -> caused.amount().base().amount())
            .and("fee_due", "numeric", caused -> caused.amount().feeDue().amount())
            .and("fee_waived", "numeric", caused -> caused.amount().feeWaived().amount())
            .and("orders", "int", caused -> caused.amount().orders())
            .and("event_id", "uuid", caused -> caused.cause().id())
            .and("posted_at", "timestamptz", NewPosting::postedAt);
    private static final String ADD = POSTINGS.insertInto("posting");

    private static final Columns<Entry> ENTRIES = Columns.<Entry>of(
                    "cmas_number", "text", entry -> entry.posting().part().agreement())
            .and("posting_id", "uuid", entry -> entry.posting().postingId())
            .and("line", "int", Entry::line)
            .and("book", "text", entry -> entry.leg().book())
            .and("account", "text", entry -> entry.leg().account())
            .and("amount", "numeric", entry -> entry.leg().amount().amount());
    private static final String ADD_ENTRIES = ENTRIES.insertInto("ledger_entry");

    private record Entry(Posting posting, int line, Leg leg) {}

    /** What was posted so far for the orders. */
    public Posted posted(Connection connection, Collection<UUID> orderIds) throws SQLException {
        // Dimensions in the order in which they were first posted to, so that equal ledgers get their next postings in
        // equal order.
        Map<OrderPart, Map<Dimension, Amount>> amounts = new HashMap<>();
        Map<UUID, Integer> lastNumbers = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(POSTED)) {
            ORDERS.bind(select, 1, orderIds);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    var part = new OrderPart(row.getObject(12, UUID.class), CmasNumber.parse(row.getString(13)));
                    amounts.computeIfAbsent(part, none -> new LinkedHashMap<>())
                            .merge(dimension(row), amount(row), Amount::plus);
                    lastNumbers.merge(part.orderId(), row.getInt(14), Math::max);
                }
            }
        }
        return new Posted(amounts, lastNumbers);
    }

    public static Dimension dimension(ResultSet row) throws SQLException {
        return new Dimension(
                row.getInt(1),
                Cause.valueOf(row.getString(2)),
                CalendarQuarter.parse(row.getString(3)),
                AgencyType.valueOf(row.getString(4)),
                row.getObject(5, UUID.class),
                new Rate(row.getBigDecimal(6)),
                Treatment.valueOf(row.getString(7)));
    }

    static Amount amount(ResultSet row) throws SQLException {
        return new Amount(
                Usd.of(row.getBigDecimal(8)),
                Usd.of(row.getBigDecimal(9)),
                Usd.of(row.getBigDecimal(10)),
                row.getInt(11));
    }

    /** Adds postings with their entries, each in one statement, at whose end the database checks and totals them. */
    public void add(Connection connection, List<NewPosting> postings) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(ADD)) {
            POSTINGS.bind(insert, 1, postings);
            insert.executeUpdate();
        }
        try (PreparedStatement insert = connection.prepareStatement(ADD_ENTRIES)) {
            ENTRIES.bind(insert, 1, entries(postings));
            insert.executeUpdate();
        }
    }

    private static List<Entry> entries(List<NewPosting> postings) {
        List<Entry> entries = new ArrayList<>();
        for (NewPosting caused : postings) {
            int line = 0;
            for (Leg leg : Leg.of(caused.part().agreement(), caused.amount())) {
                entries.add(new Entry(caused.posting(), ++line, leg));
            }
        }
        return entries;
    }
}
