package org.opencmas.bench.bare;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.opencmas.bench.suite.Load;

/**
 * The denominator of placing an order: an order, its three lines, and a journal row in one prepared statement, which is
 * one transaction. Nothing validates, authorizes, or answers.
 */
public final class BareStore {
    private static final String PLACE = """
            with placed as (
                insert into bare_order (id, agency_id, agency_order_number, document) values (?, ?, ?, ?)
            ), lines as (
                insert into bare_order_line (order_id, line, description, quantity, unit_price)
                select ?, t.* from unnest(?::int[], ?::text[], ?::numeric[], ?::numeric[]) as t
            )
            insert into bare_journal (event_id, aggregate_id, payload) values (?, ?, ?)""";

    private static final UUID AGENCY = UUID.fromString("0190a000-0000-7000-8000-0000000000ff");

    private final String url;
    private final AtomicLong numbers = new AtomicLong();
    private final String document;

    public BareStore(String url, String document) throws SQLException {
        this.url = url;
        this.document = document;
        try (Connection connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            statement.execute("""
                    create table if not exists bare_order (
                        id uuid primary key, agency_id uuid not null, agency_order_number text not null,
                        document text not null, placed_at timestamptz not null default now(),
                        unique (agency_id, agency_order_number));
                    create table if not exists bare_order_line (
                        order_id uuid, line int, description text not null, quantity numeric not null,
                        unit_price numeric not null, primary key (order_id, line));
                    create table if not exists bare_journal (
                        event_id uuid primary key, aggregate_id text not null, payload text not null, position bigint unique);
                    truncate bare_order, bare_order_line, bare_journal""");
        }
    }

    public Load.Client client() throws SQLException {
        Connection connection = DriverManager.getConnection(url);
        PreparedStatement place = connection.prepareStatement(PLACE);
        return new Load.Client() {
            @Override
            public void once() throws SQLException {
                UUID id = TimeOrdered.next();
                place.setObject(1, id);
                place.setObject(2, AGENCY);
                place.setString(3, "BARE-" + numbers.incrementAndGet() + "-" + id);
                place.setString(4, document);
                place.setObject(5, id);
                place.setArray(6, connection.createArrayOf("int4", new Integer[] {1, 2, 3}));
                place.setArray(
                        7, connection.createArrayOf("text", new String[] {"first line", "second line", "third line"}));
                place.setArray(8, connection.createArrayOf("numeric", new BigDecimal[] {
                    BigDecimal.ONE, BigDecimal.TWO, BigDecimal.TEN
                }));
                place.setArray(9, connection.createArrayOf("numeric", new BigDecimal[] {
                    new BigDecimal("120.50"), new BigDecimal("99.99"), new BigDecimal("7.125")
                }));
                place.setObject(10, TimeOrdered.next());
                place.setString(11, id.toString());
                place.setString(12, document);
                place.executeUpdate();
            }

            @Override
            public void close() throws SQLException {
                connection.close();
            }
        };
    }
}
