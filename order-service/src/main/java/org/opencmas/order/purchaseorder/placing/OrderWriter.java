package org.opencmas.order.purchaseorder.placing;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opencmas.http.idempotency.IdempotentRequests;
import org.opencmas.http.idempotency.IdempotentRequests.KeyedAnswer;
import org.opencmas.http.idempotency.StoredAnswer;
import org.opencmas.journal.Journal;
import org.opencmas.order.purchaseorder.OrderVersion;
import org.opencmas.order.purchaseorder.OrderVersion.Act;
import org.opencmas.order.purchaseorder.document.OrderDocument;
import org.opencmas.order.purchaseorder.store.Database;
import org.opencmas.order.purchaseorder.store.JustPlaced;
import org.opencmas.order.purchaseorder.store.Placement;
import org.opencmas.order.purchaseorder.store.Placement.RequestKey;
import org.opencmas.sql.Columns;
import org.opencmas.sql.RoundTrip;
import org.opencmas.sql.RowsStatement;
import org.opencmas.tenant.Tenant;
import org.opencmas.terms.CmasNumber;

/**
 * Writes new orders, the suite's busiest path: one statement for the orders and their versions, one for their agreements, one for
 * the callers' keys, one for the journal, one commit, whatever their number, and the database is asked once.
 */
@ApplicationScoped
public class OrderWriter {
    /** SQLSTATE of a unique violation. */
    static final String UNIQUE_VIOLATION = "23505";

    private static final RowsStatement<Placement> PLACE = Columns.<Placement>of(
                    "order_id", "uuid", placement -> document(placement).orderId())
            .and("agency_id", "uuid", placement -> document(placement).agencyId())
            .and(
                    "agency_order_number",
                    "text",
                    placement -> document(placement).naming().agencyOrderNumber())
            .and(
                    "contractor_id",
                    "uuid",
                    placement -> document(placement).naming().contractorId())
            .and("order_date", "date", placement -> document(placement).naming().orderDate())
            .and("state", "text", placement -> version(placement).state())
            .and("document", "jsonb", Placement::document)
            .and(
                    "created_at",
                    "timestamptz",
                    placement -> version(placement).created().at())
            .and("created_by", "text", placement -> version(placement).created().by())
            .and("request_id", "text", placement -> version(placement).created().requestId())
            .and("submitted_at", "timestamptz", placement -> submission(placement, Act::at))
            .and("submitted_by", "text", placement -> submission(placement, Act::by))
            .statement("""
            with placed as materialized (
                select * from %s
            ), headed as (
                insert into purchase_order (order_id, agency_id, agency_order_number, contractor_id, order_date, state, version,
                    latest_version)
                select order_id, agency_id, agency_order_number, contractor_id, order_date, state, 1, 1 from placed
            )
            insert into order_version (order_id, document_version, agency_id, amendment_number, act_number, state, document,
                created_at, created_by, request_id, submitted_at, submitted_by)
            select order_id, 1, agency_id, 0, 1, state, document, created_at, created_by, request_id, submitted_at, submitted_by
            from placed
            """);
    private static final RowsStatement<Named> NAME = Columns.<Named>of(
                    "cmas_number", "text", named -> named.agreement.canonical())
            .and("order_id", "uuid", named -> named.document.orderId())
            .and("agency_id", "uuid", named -> named.document.agencyId())
            .insert("order_agreement");

    private final Database database;
    private final IdempotentRequests requests;
    private final Journal journal;
    private final JustPlaced justPlaced;

    public OrderWriter(Database database, IdempotentRequests requests, Journal journal, JustPlaced justPlaced) {
        this.database = database;
        this.requests = requests;
        this.journal = journal;
        this.justPlaced = justPlaced;
    }

    /**
     * Writes all or none of them in one transaction.
     *
     * @throws SQLException with state {@value #UNIQUE_VIOLATION} when an order number or a key is taken; a list of
     *     several must then be written one by one
     */
    public void write(List<Placement> placements) throws SQLException {
        RoundTrip all = new RoundTrip();
        PLACE.addTo(all, placements);
        NAME.addTo(all, placements.stream().flatMap(Named::of).toList());
        requests.keep(all, placements.stream().map(OrderWriter::answer).toList());
        journal.append(all, placements.stream().map(Placement::recording).toList());
        // Orders of several agencies share the transaction. That each is its sender's own was seen when its body was
        // read.
        Tenant.seeingAll(() -> database.inOwnTransaction(connection -> {
            all.sendAndCommit(connection);
            return placements;
        }));
        placements.forEach(justPlaced::add);
        journal.wake();
    }

    /**
     * Writes orders in the transaction of the connection, together with what else is done there: the caller commits, and wakes the relay.
     *
     * @throws SQLException with state {@value #UNIQUE_VIOLATION} when an order number is taken
     */
    void writeWithin(Connection connection, List<Placement> placements) throws SQLException {
        RoundTrip all = new RoundTrip();
        PLACE.addTo(all, placements);
        NAME.addTo(all, placements.stream().flatMap(Named::of).toList());
        journal.append(all, placements.stream().map(Placement::recording).toList());
        all.send(connection);
    }

    /** What the order's first answer says beside the order itself: where it is. */
    private static KeyedAnswer answer(Placement placement) {
        RequestKey key = Objects.requireNonNull(placement.key());
        String location = "/v1/orders/" + document(placement).orderId();
        return new KeyedAnswer(
                key.caller(), key.key(), new StoredAnswer(key.hash(), 202, Map.of("Location", location), null));
    }

    private static OrderVersion version(Placement placement) {
        return placement.change().subject();
    }

    private static OrderDocument document(Placement placement) {
        return version(placement).document();
    }

    private static @Nullable Object submission(Placement placement, Function<Act, Object> value) {
        Act submission = version(placement).submission();
        return submission == null ? null : value.apply(submission);
    }

    /** An agreement that an order names. */
    private record Named(CmasNumber agreement, OrderDocument document) {
        static Stream<Named> of(Placement placement) {
            OrderDocument document = OrderWriter.document(placement);
            return document.subOrders().stream().map(group -> new Named(group.cmasNumber(), document));
        }
    }
}
