package org.opencmas.bench.row.order;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.opencmas.bench.suite.RunningSuite;

/** Brings the order service's database to a size: copies of one order that was really placed, its journal entry included. */
final class StoredOrders {
    private static final int AT_A_TIME = 50_000;

    private final RunningSuite suite;

    StoredOrders(RunningSuite suite) {
        this.suite = suite;
    }

    /** Copies until as many orders are stored; the service must not be running, since the journal grows past its triggers. */
    void fillTo(int orders) throws SQLException {
        try (Connection connection = DriverManager.getConnection(suite.stack().superuserUrl("cmas_order"));
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            int stored = count(connection);
            while (stored < orders) {
                int more = Math.min(AT_A_TIME, orders - stored);
                // Without the triggers, which would give each copied entry its position at the commit.
                statement.execute("set local session_replication_role = replica");
                statement.execute("""
                        create temporary table copying on commit drop as
                        select uuidv7() as order_id, %d + n as number,
                            (select order_id from purchase_order order by order_id limit 1) as original
                        from generate_series(1, %d) as n""".formatted(stored, more));
                statement.execute("""
                        insert into purchase_order (order_id, agency_id, agency_order_number, contractor_id, order_date, state,
                            version, latest_version, version_in_force, sub_numbering)
                        select c.order_id, agency_id, 'STORED-' || c.number, contractor_id, order_date, state, version,
                            latest_version, version_in_force, sub_numbering
                        from copying c join purchase_order o on o.order_id = c.original""");
                statement.execute("""
                        insert into order_version (order_id, document_version, agency_id, amendment_number, state, document,
                            created_at, created_by, request_id, submitted_at, submitted_by, decision, act_number)
                        select c.order_id, document_version, agency_id, amendment_number, state, document, created_at,
                            created_by, request_id, submitted_at, submitted_by, decision, act_number
                        from copying c join order_version o on o.order_id = c.original""");
                statement.execute("""
                        insert into order_agreement (cmas_number, order_id, agency_id)
                        select cmas_number, c.order_id, agency_id
                        from copying c join order_agreement o on o.order_id = c.original""");
                statement.execute("""
                        with written as (
                            insert into journal (event_id, topic, aggregate_id, aggregate_version, event_type, occurred_at,
                                actor, payload, digest)
                            select uuidv7(), topic, c.order_id::text, aggregate_version, event_type, occurred_at, actor,
                                payload, digest
                            from copying c join journal j on j.aggregate_id = c.original::text
                            returning event_id
                        )
                        insert into journal_order (position, event_id, hash)
                        select last.position + row_number() over (), written.event_id, last.hash
                        from written cross join (select * from journal_order order by position desc limit 1) as last""");
                statement.execute("""
                        update journal_published set position = (select max(position) from journal_order)""");
                connection.commit();
                stored += more;
            }
            connection.setAutoCommit(true);
            statement.execute("vacuum analyze");
            statement.execute("checkpoint");
        }
    }

    private static int count(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from purchase_order")) {
            row.next();
            return row.getInt(1);
        }
    }
}
