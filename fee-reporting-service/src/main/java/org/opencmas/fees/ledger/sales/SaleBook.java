package org.opencmas.fees.ledger.sales;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.opencmas.fees.facts.Cause;
import org.opencmas.fees.facts.OrderPart;
import org.opencmas.fees.ledger.sales.SaleDimension.Buyer;
import org.opencmas.sql.Columns;
import org.opencmas.terms.AgencyType;
import org.opencmas.terms.CalendarQuarter;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.Usd;

/** The table of sales; appended, never edited. */
@ApplicationScoped
class SaleBook {
    /** A difference to enter, as the part's next entry. */
    record Entry(
            OrderPart part, int number, SaleDimension dimension, SaleAmount amount, UUID eventId, Instant enteredAt) {}

    /** What was entered of a part, and the number of its last entry. */
    record Entered(Map<SaleDimension, SaleAmount> amounts, int lastNumber) {
        static final Entered NOTHING = new Entered(Map.of(), 0);
    }

    private static final Columns<UUID> ORDERS = Columns.of("order_id", "uuid", orderId -> orderId);
    private static final String ENTERED = """
            select document_version, cause, quarter, agency_id, agency_type, contractor_id, small_business, dvbe,
                sales, nsp, cal_card, without_detail, fee_due, fee_waived, orders, order_id, cmas_number, number
            from sale_entry where order_id in (select order_id from %s) order by cmas_number, order_id, number
            """.formatted(ORDERS.given());
    private static final Columns<Entry> ENTRIES = Columns.<Entry>of(
                    "cmas_number", "text", entry -> entry.part().agreement())
            .and("order_id", "uuid", entry -> entry.part().orderId())
            .and("number", "int", Entry::number)
            .and("document_version", "int", entry -> entry.dimension().documentVersion())
            .and("cause", "text", entry -> entry.dimension().cause())
            .and("quarter", "text", entry -> entry.dimension().quarter())
            .and("agency_id", "uuid", entry -> entry.dimension().buyer().agencyId())
            .and("agency_type", "text", entry -> entry.dimension().buyer().type())
            .and("contractor_id", "uuid", entry -> entry.dimension().contractorId())
            .and("small_business", "boolean", entry -> entry.dimension().smallBusiness())
            .and("dvbe", "boolean", entry -> entry.dimension().dvbe())
            .and("sales", "numeric", entry -> entry.amount().sales().amount())
            .and("nsp", "numeric", entry -> entry.amount().nsp().amount())
            .and("cal_card", "numeric", entry -> entry.amount().calCard().amount())
            .and(
                    "without_detail",
                    "numeric",
                    entry -> entry.amount().withoutDetail().amount())
            .and("fee_due", "numeric", entry -> entry.amount().feeDue().amount())
            .and("fee_waived", "numeric", entry -> entry.amount().feeWaived().amount())
            .and("orders", "int", entry -> entry.amount().orders())
            .and("event_id", "uuid", Entry::eventId)
            .and("entered_at", "timestamptz", Entry::enteredAt);
    private static final String ADD = ENTRIES.insertInto("sale_entry") + " order by place";

    /** What was entered so far of the orders' parts; a part without entries is absent. */
    Map<OrderPart, Entered> entered(Connection connection, Collection<UUID> orderIds) throws SQLException {
        Map<OrderPart, Entered> entered = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(ENTERED)) {
            ORDERS.bind(select, 1, orderIds);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    var part = new OrderPart(row.getObject(16, UUID.class), CmasNumber.parse(row.getString(17)));
                    Map<SaleDimension, SaleAmount> amounts = new LinkedHashMap<>(
                            entered.getOrDefault(part, Entered.NOTHING).amounts());
                    amounts.merge(dimension(row), amount(row), SaleAmount::plus);
                    entered.put(part, new Entered(amounts, row.getInt(18)));
                }
            }
        }
        return entered;
    }

    private static SaleDimension dimension(ResultSet row) throws SQLException {
        String type = row.getString(5);
        return new SaleDimension(
                row.getInt(1),
                Cause.valueOf(row.getString(2)),
                CalendarQuarter.parse(row.getString(3)),
                new Buyer(row.getObject(4, UUID.class), type == null ? null : AgencyType.valueOf(type)),
                row.getObject(6, UUID.class),
                row.getBoolean(7),
                row.getBoolean(8));
    }

    private static SaleAmount amount(ResultSet row) throws SQLException {
        return new SaleAmount(
                Usd.of(row.getBigDecimal(9)),
                Usd.of(row.getBigDecimal(10)),
                Usd.of(row.getBigDecimal(11)),
                Usd.of(row.getBigDecimal(12)),
                Usd.of(row.getBigDecimal(13)),
                Usd.of(row.getBigDecimal(14)),
                row.getInt(15));
    }

    /** Adds entries in one statement, at whose end the database totals them. */
    void add(Connection connection, List<Entry> entries) throws SQLException {
        if (entries.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(ADD)) {
            ENTRIES.bind(insert, 1, entries);
            insert.executeUpdate();
        }
    }
}
