package org.opencmas.order.purchaseorder;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.opencmas.journal.Journal;
import org.opencmas.order.purchaseorder.OrderVersion.Act;

/**
 * Writes new orders, the suite's busiest path: one statement for the order, its version, its agreements and the caller's
 * key, one for the journal, one commit. It takes a list so that requests of one moment may share a commit.
 */
@ApplicationScoped
class OrderWriter {
    /** SQLSTATE of a unique violation. */
    static final String UNIQUE_VIOLATION = "23505";

    private static final String INSERT = """
            with placed as (
                insert into purchase_order (order_id, agency_id, agency_order_number, contractor_id, order_date, state, version,
                    latest_version)
                values (?, ?, ?, ?, ?, ?, 1, 1)
            ), written as (
                insert into order_version (order_id, document_version, agency_id, amendment_number, act_number, state,
                    document, created_at, created_by, request_id, submitted_at, submitted_by)
                values (?, 1, ?, 0, 1, ?, ?::jsonb, ?, ?, ?, ?, ?)
            ), named as (
                insert into order_agreement (cmas_number, order_id, agency_id)
                select number, ?, ? from unnest(?) as number
            )
            insert into idempotent_request (caller, key, request_hash, status, headers)
            values (?, ?, ?, 202, jsonb_build_object('Location', ?::text))
            """;

    private final Database database;
    private final Journal journal;

    OrderWriter(Database database, Journal journal) {
        this.database = database;
        this.journal = journal;
    }

    /**
     * Writes all or none of them in one transaction.
     *
     * @throws SQLException with state {@value #UNIQUE_VIOLATION} when an order number or a key is taken; a list of
     *     several must then be written one by one
     */
    void write(List<Placement> placements) throws SQLException {
        database.inOwnTransaction(connection -> {
            insert(connection, placements);
            for (Placement placement : placements) {
                journal.append(
                        connection,
                        placement.actor(),
                        List.of(Orders.event(placement.order(), placement.change(), placement.document())));
            }
            return placements;
        });
        journal.wake();
    }

    private static void insert(Connection connection, List<Placement> placements) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (Placement placement : placements) {
                set(connection, insert, placement);
                if (placements.size() > 1) {
                    insert.addBatch();
                }
            }
            if (placements.size() > 1) {
                insert.executeBatch();
            } else {
                insert.executeUpdate();
            }
        }
    }

    private static void set(Connection connection, PreparedStatement insert, Placement placement) throws SQLException {
        OrderVersion version = placement.change().subject();
        OrderDocument document = version.document();
        Act created = version.created();
        insert.setObject(1, document.orderId());
        insert.setObject(2, document.agencyId());
        insert.setString(3, document.agencyOrderNumber());
        insert.setObject(4, document.contractorId());
        insert.setObject(5, document.orderDate());
        insert.setString(6, version.state().name());
        insert.setObject(7, document.orderId());
        insert.setObject(8, document.agencyId());
        insert.setString(9, version.state().name());
        insert.setString(10, placement.document());
        insert.setObject(11, Orders.time(created.at()));
        insert.setString(12, created.by());
        insert.setString(13, created.requestId());
        Orders.setSubmission(insert, 14, version.submission());
        insert.setObject(16, document.orderId());
        insert.setObject(17, document.agencyId());
        insert.setArray(18, connection.createArrayOf("text", Orders.agreements(document)));
        insert.setString(19, placement.key().caller());
        insert.setString(20, placement.key().key());
        insert.setBytes(21, placement.key().hash());
        insert.setString(22, "/v1/orders/" + document.orderId());
    }
}
