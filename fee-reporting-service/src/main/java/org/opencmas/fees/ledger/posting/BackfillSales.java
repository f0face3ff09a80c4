package org.opencmas.fees.ledger.posting;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.opencmas.journal.Journal;
import org.opencmas.journal.ReceivedEvent;
import org.opencmas.longwork.LongWork;
import org.opencmas.longwork.Stopping;

/**
 * Enters the sales of orders from before sales were kept, some orders in a transaction that also notes how far it is; and of those that an
 * earlier release wrote since, as it does in a rolling upgrade, which the database keeps as waiting. An order that changes meanwhile is
 * entered by its change, and then brings nothing here.
 */
@ApplicationScoped
class BackfillSales implements LongWork {
    private static final int ORDERS_AT_A_TIME = 200;

    private final PostFee postFee;
    private final Journal journal;
    private final DataSource dataSource;
    private final Clock clock;

    BackfillSales(PostFee postFee, Journal journal, DataSource dataSource, Clock clock) {
        this.postFee = postFee;
        this.journal = journal;
        this.dataSource = dataSource;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "sales-backfill";
    }

    @Override
    public boolean isWaiting(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                        select 1 from sale_backfill b
                        where not ended or exists (select from sale_waiting w where w.position > b.after_waiting)
                        """);
                ResultSet row = select.executeQuery()) {
            return row.next();
        }
    }

    @Override
    public void goOn(Stopping stopping) throws SQLException {
        boolean more = true;
        while (more && !stopping.isAsked()) {
            try (Connection connection = dataSource.getConnection()) {
                more = inOneTransaction(connection);
            }
            journal.wake();
        }
    }

    private boolean inOneTransaction(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try {
            LedgerLock.take(connection);
            boolean more = next(connection);
            connection.commit();
            return more;
        } catch (SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    /** Does the next orders; false when none was left. */
    boolean next(Connection connection) throws SQLException {
        return nextOld(connection) || nextWaiting(connection);
    }

    private boolean nextOld(Connection connection) throws SQLException {
        SequencedMap<UUID, ReceivedEvent> orders = new LinkedHashMap<>();
        UUID last = null;
        try (PreparedStatement select = connection.prepareStatement("""
                select distinct on (order_id) order_id, event_id from order_change
                where not (select ended from sale_backfill)
                    and order_id > (select coalesce(after_order_id, '00000000-0000-0000-0000-000000000000') from sale_backfill)
                order by order_id, document_version limit ?
                """)) {
            select.setInt(1, ORDERS_AT_A_TIME);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    last = row.getObject(1, UUID.class);
                    orders.put(last, cause(last, row.getObject(2, UUID.class)));
                }
            }
        }
        postFee.bringOrdersUpToDate(connection, orders);
        note(connection, last);
        return last != null;
    }

    private boolean nextWaiting(Connection connection) throws SQLException {
        SequencedMap<UUID, ReceivedEvent> orders = new LinkedHashMap<>();
        long last = 0;
        try (PreparedStatement select = connection.prepareStatement("""
                select w.position, w.order_id, c.event_id
                from (select position, order_id from sale_waiting
                    where position > (select after_waiting from sale_backfill) order by position limit ?) w
                left join lateral (select event_id from order_change where order_id = w.order_id
                    order by document_version desc limit 1) c on true
                order by w.position
                """)) {
            select.setInt(1, ORDERS_AT_A_TIME);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    last = row.getLong(1);
                    UUID orderId = row.getObject(2, UUID.class);
                    UUID eventId = row.getObject(3, UUID.class);
                    if (eventId != null) {
                        orders.put(orderId, cause(orderId, eventId));
                    }
                }
            }
        }
        if (last == 0) {
            return false;
        }
        postFee.bringOrdersUpToDate(connection, orders);
        try (PreparedStatement update = connection.prepareStatement("update sale_backfill set after_waiting = ?")) {
            update.setLong(1, last);
            update.executeUpdate();
        }
        return true;
    }

    private static void note(Connection connection, @Nullable UUID last) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update sale_backfill set after_order_id = coalesce(?, after_order_id), ended = ?")) {
            update.setObject(1, last);
            update.setBoolean(2, last == null);
            update.executeUpdate();
        }
    }

    /** What is entered names the event that brought the order. */
    private ReceivedEvent cause(UUID orderId, UUID eventId) {
        return new ReceivedEvent(
                eventId,
                "order.issued.v1",
                "/order-service",
                "cmas.orders",
                orderId.toString(),
                1,
                0,
                clock.instant(),
                "{}",
                null);
    }
}
