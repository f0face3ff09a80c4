package org.opencmas.order.purchaseorder.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.opencmas.journal.NewEvent;
import org.opencmas.order.purchaseorder.Decision;
import org.opencmas.order.purchaseorder.OrderChange;
import org.opencmas.order.purchaseorder.OrderState;
import org.opencmas.order.purchaseorder.OrderVersion;
import org.opencmas.order.purchaseorder.OrderVersion.Act;
import org.opencmas.order.purchaseorder.PurchaseOrder;
import org.opencmas.order.purchaseorder.document.OrderDocument;
import org.opencmas.order.purchaseorder.document.OrderJson;
import org.opencmas.order.purchaseorder.document.SubNumbering;
import org.opencmas.orderbody.OrderBody.SubOrder;
import org.opencmas.sql.RoundTrip;
import org.opencmas.terms.CmasNumber;

/** The stored orders. Every method works on the connection that it is given, in the caller's transaction. */
@ApplicationScoped
public class Orders {
    private static final String LOAD = """
            select o.order_id, o.agency_id, o.version, o.sub_numbering, o.version_in_force, o.work_stopped, v.document_version, v.state,
                v.document, v.created_at, v.created_by, v.request_id, v.submitted_at, v.submitted_by, v.decision
            from purchase_order o
            join order_version v on v.order_id = o.order_id
                and (v.document_version = o.latest_version or v.document_version = o.version_in_force)
            where o.order_id = any ((select ?::text[])::uuid[])
            order by o.order_id, v.document_version
            """;
    private static final String VERSION = """
            select document_version, state, document, created_at, created_by, request_id, submitted_at, submitted_by,
                decision
            from order_version
            where order_id = ? and document_version = ?
            """;
    private static final String OF_AMENDMENT = """
            select document_version, state, document, created_at, created_by, request_id, submitted_at, submitted_by,
                decision
            from order_version
            where order_id = ? and amendment_number = ? order by document_version desc limit 1
            """;
    private static final String VERSIONS = """
            select document_version, state, document, created_at, created_by, request_id, submitted_at, submitted_by,
                decision
            from order_version
            where order_id = ?
            order by document_version
            """;
    private static final String UPDATE_ORDER = """
            update purchase_order
            set state = ?, version = ?, latest_version = ?, version_in_force = ?, sub_numbering = ?
            where order_id = ? and agency_id = ? and version = ?
            """;
    private static final String INSERT_VERSION = """
            insert into order_version (order_id, document_version, agency_id, amendment_number, state, document, created_at,
                created_by, request_id, submitted_at, submitted_by, act_number)
            values (?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?)
            """;
    private static final String INSERT_AGREEMENTS = """
            insert into order_agreement (cmas_number, order_id, agency_id)
            select number, ?, ? from unnest(?) as number
            on conflict do nothing
            """;
    private static final String LOCK =
            "select 1 from purchase_order where order_id = any ((select ?::text[])::uuid[]) order by order_id for update";

    private final OrderActs acts;

    Orders(OrderActs acts) {
        this.acts = acts;
    }

    public Optional<PurchaseOrder> find(Connection connection, UUID orderId) throws SQLException {
        RoundTrip alone = new RoundTrip();
        Supplier<List<PurchaseOrder>> found = load(alone, List.of(orderId));
        alone.send(connection);
        return found.get().stream().findFirst();
    }

    /** The order, held against every other change until the transaction ends. */
    public Optional<PurchaseOrder> findForUpdate(Connection connection, UUID orderId) throws SQLException {
        RoundTrip alone = new RoundTrip();
        Supplier<List<PurchaseOrder>> found = askForUpdate(alone, List.of(orderId));
        alone.send(connection);
        return found.get().stream().findFirst();
    }

    /**
     * Asks, together with other things, for those of the orders that there are, held against every other change until the
     * transaction ends.
     *
     * @return the answer, once they were sent
     */
    public Supplier<List<PurchaseOrder>> askForUpdate(RoundTrip statements, List<UUID> orderIds) {
        // A statement of its own: the one that reads must begin after the lock is held, or it would show the past.
        return load(statements.add(LOCK, ids(orderIds)), orderIds);
    }

    private static Supplier<List<PurchaseOrder>> load(RoundTrip statements, List<UUID> orderIds) {
        Map<UUID, PurchaseOrder> orders = new LinkedHashMap<>();
        statements.add(LOAD, ids(orderIds), row -> {
            while (row.next()) {
                PurchaseOrder order = order(row);
                orders.merge(order.orderId(), order, Orders::withOpenAmendment);
            }
        });
        return () -> List.copyOf(orders.values());
    }

    private static RoundTrip.Binding ids(List<UUID> orderIds) {
        return (statement, first) -> {
            Object[] ids = orderIds.stream().map(UUID::toString).toArray();
            statement.setArray(first, statement.getConnection().createArrayOf("text", ids));
            return first + 1;
        };
    }

    private static PurchaseOrder order(ResultSet row) throws SQLException {
        Integer inForceNumber = row.getObject("version_in_force", Integer.class);
        OrderVersion version = version(row);
        return new PurchaseOrder(
                row.getObject("order_id", UUID.class),
                row.getObject("agency_id", UUID.class),
                row.getLong("version"),
                version,
                inForceNumber != null && version.number() == inForceNumber ? version : null,
                numbering(row.getArray("sub_numbering")),
                row.getBoolean("work_stopped"));
    }

    /** An order whose latest version is not in force has two rows. */
    private static PurchaseOrder withOpenAmendment(PurchaseOrder inForce, PurchaseOrder latest) {
        return new PurchaseOrder(
                latest.orderId(),
                latest.agencyId(),
                latest.version(),
                latest.latest(),
                inForce.latest(),
                latest.numbering(),
                latest.workIsStopped());
    }

    private static SubNumbering numbering(Array numbers) throws SQLException {
        return new SubNumbering(Arrays.stream((String[]) numbers.getArray())
                .map(CmasNumber::parse)
                .toList());
    }

    private static OrderVersion version(ResultSet row) throws SQLException {
        Instant submittedAt = instant(row, "submitted_at");
        String decision = row.getString("decision");
        Act submission = submittedAt == null
                ? null
                : new Act(submittedAt, row.getString("submitted_by"), row.getString("request_id"));
        Instant createdAt = instant(row, "created_at");
        if (createdAt == null) {
            throw new IllegalStateException("a version without the time of its writing");
        }
        return new OrderVersion(
                OrderJson.read(row.getString("document"), OrderDocument.class),
                OrderState.valueOf(row.getString("state")),
                new Act(createdAt, row.getString("created_by"), row.getString("request_id")),
                submission,
                decision == null ? null : OrderJson.read(decision, Decision.class));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    public Optional<OrderVersion> version(Connection connection, UUID orderId, int number) throws SQLException {
        return version(connection, VERSION, orderId, number);
    }

    /** The last version that was written of an amendment; of the original order for the number 0. */
    public Optional<OrderVersion> lastOf(Connection connection, UUID orderId, int amendmentNumber) throws SQLException {
        return version(connection, OF_AMENDMENT, orderId, amendmentNumber);
    }

    private static Optional<OrderVersion> version(Connection connection, String sql, UUID orderId, int number)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, orderId);
            select.setInt(2, number);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(version(row)) : Optional.empty();
            }
        }
    }

    /** What the contractor accepted last, whatever was issued since; null when it accepted nothing. */
    public @Nullable OrderDocument accepted(Connection connection, UUID orderId) throws SQLException {
        String sql = """
                select document from order_version v
                where order_id = ? and exists (select from order_act a
                    where a.order_id = v.order_id and a.document_version = v.document_version and a.act = 'ACCEPTED')
                order by document_version desc limit 1
                """;
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, orderId);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? OrderJson.read(row.getString(1), OrderDocument.class) : null;
            }
        }
    }

    /** Every version of an order, the first first. */
    public List<OrderVersion> versions(Connection connection, UUID orderId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(VERSIONS)) {
            select.setObject(1, orderId);
            try (ResultSet row = select.executeQuery()) {
                List<OrderVersion> versions = new ArrayList<>();
                while (row.next()) {
                    versions.add(version(row));
                }
                return versions;
            }
        }
    }

    /** The order by the number that its agency gave it, however it is written; the oldest, should there be old twins. */
    public Optional<PurchaseOrder> findByNumber(Connection connection, UUID agencyId, String agencyOrderNumber)
            throws SQLException {
        String sql = """
                select order_id from purchase_order where agency_id = ? and number_key = order_number_key(?)
                order by is_twin, order_id limit 1
                """;
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, agencyId);
            select.setString(2, agencyOrderNumber);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? find(connection, row.getObject(1, UUID.class)) : Optional.empty();
            }
        }
    }

    /**
     * Stores what one act did.
     *
     * @return the event to publish in the same transaction
     */
    public NewEvent save(Connection connection, PurchaseOrder order, OrderChange change, Act act) throws SQLException {
        if (!change.isNewVersion()) {
            RoundTrip alone = new RoundTrip();
            acts.save(alone, List.of(new OrderActs.Done(order, change, act)));
            alone.send(connection);
            return OrderEvents.of(order, change);
        }
        String document = OrderJson.document(change.subject().document());
        updateOrder(connection, order);
        insertVersion(connection, change.subject(), document, order.version());
        return OrderEvents.of(order, change, document);
    }

    private static void updateOrder(Connection connection, PurchaseOrder order) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(UPDATE_ORDER)) {
            update.setString(1, order.state().name());
            update.setLong(2, order.version());
            update.setInt(3, order.latest().number());
            update.setObject(4, order.inForce().map(OrderVersion::number).orElse(null), Types.INTEGER);
            update.setArray(
                    5,
                    connection.createArrayOf("text", canonical(order.numbering().agreements())));
            update.setObject(6, order.orderId());
            update.setObject(7, order.agencyId());
            update.setLong(8, order.version() - 1);
            if (update.executeUpdate() != 1) {
                throw new IllegalStateException("the order changed although it was locked");
            }
        }
    }

    private static Object[] canonical(List<CmasNumber> numbers) {
        return numbers.stream().map(CmasNumber::canonical).toArray();
    }

    private static void insertVersion(Connection connection, OrderVersion version, String json, long actNumber)
            throws SQLException {
        OrderDocument document = version.document();
        try (PreparedStatement insert = connection.prepareStatement(INSERT_VERSION)) {
            insert.setObject(1, document.orderId());
            insert.setInt(2, document.documentVersion());
            insert.setObject(3, document.agencyId());
            insert.setInt(4, document.amendmentNumber());
            insert.setString(5, version.state().name());
            insert.setString(6, json);
            insert.setObject(7, time(version.created().at()));
            insert.setString(8, version.created().by());
            insert.setString(9, version.created().requestId());
            setSubmission(insert, 10, version.submission());
            insert.setLong(12, actNumber);
            insert.executeUpdate();
        }
        try (PreparedStatement insert = connection.prepareStatement(INSERT_AGREEMENTS)) {
            insert.setObject(1, document.orderId());
            insert.setObject(2, document.agencyId());
            insert.setArray(3, connection.createArrayOf("text", agreements(document)));
            insert.executeUpdate();
        }
    }

    private static Object[] agreements(OrderDocument document) {
        return canonical(document.subOrders().stream().map(SubOrder::cmasNumber).toList());
    }

    private static void setSubmission(PreparedStatement statement, int at, @Nullable Act submission)
            throws SQLException {
        statement.setObject(at, submission == null ? null : time(submission.at()), Types.TIMESTAMP_WITH_TIMEZONE);
        statement.setString(at + 1, submission == null ? null : submission.by());
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** Which of the orders have no version waiting for a decision. */
    public List<UUID> decidedAmong(Connection connection, List<UUID> orderIds) throws SQLException {
        String sql = """
                select o.order_id
                from purchase_order o
                join order_version v on v.order_id = o.order_id and v.document_version = o.latest_version
                where o.order_id = any(?) and v.state <> 'SUBMITTED'
                """;
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setArray(1, connection.createArrayOf("uuid", orderIds.toArray()));
            try (ResultSet row = select.executeQuery()) {
                List<UUID> decided = new ArrayList<>();
                while (row.next()) {
                    decided.add(row.getObject(1, UUID.class));
                }
                return decided;
            }
        }
    }
}
