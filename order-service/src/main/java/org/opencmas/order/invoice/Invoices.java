package org.opencmas.order.invoice;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.opencmas.order.account.AccountChange;
import org.opencmas.order.invoice.document.Invoice;
import org.opencmas.order.invoice.document.InvoiceDocument;
import org.opencmas.order.invoice.document.InvoiceState;
import org.opencmas.order.purchaseorder.document.OrderJson;
import org.opencmas.problem.Conflict;
import org.opencmas.problem.NotFound;
import org.opencmas.terms.Identifier;
import org.opencmas.terms.Usd;

/** The stored invoices. What is paid and withheld of each is worked out by the database from the payments. */
@ApplicationScoped
public class Invoices {
    private static final String ALL = """
            select i.invoice_id, i.state, i.version, i.paid, i.withheld, v.document
            from invoice i
            join invoice_version v on v.invoice_id = i.invoice_id and v.agency_id = i.agency_id
                and v.invoice_version = i.current_version
            join invoice_version first on first.invoice_id = i.invoice_id and first.agency_id = i.agency_id
                and first.invoice_version = 1
            where i.order_id = ?
            order by first.act_number
            """;
    private static final String VERSIONS =
            "select invoice_id, document from invoice_version where order_id = ? order by act_number";
    private static final String ACTS =
            "select invoice_id, document from invoice_act where order_id = ? order by act_number";
    private static final String TAKEN = """
            select order_id, invoice_id from invoice where agency_id = ? and contractor_id = ? and number_key = order_number_key(?)
            """;
    private static final String INSERT_VERSION = """
            insert into invoice_version (invoice_id, invoice_version, agency_id, order_id, act_number, amount, lines, document)
            values (?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb)
            """;
    private static final String INSERT = """
            insert into invoice (invoice_id, order_id, agency_id, contractor_id, invoice_number, state, version, current_version, amount,
                paid, withheld)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0)
            on conflict (agency_id, contractor_id, number_key) do nothing
            """;
    private static final String UPDATE = """
            update invoice set state = ?, version = ?, current_version = ?
            where invoice_id = ? and agency_id = ? and version = ?
            """;
    private static final String INSERT_ACT =
            "insert into invoice_act (order_id, act_number, agency_id, invoice_id, document) values (?, ?, ?, ?, ?::jsonb)";

    /** All of an order as they stand, in the order in which they first came. */
    public List<Invoice> of(Connection connection, UUID orderId) throws SQLException {
        Map<UUID, List<Invoice.Said>> acts = acts(connection, orderId);
        try (PreparedStatement select = connection.prepareStatement(ALL)) {
            select.setObject(1, orderId);
            try (ResultSet row = select.executeQuery()) {
                List<Invoice> invoices = new ArrayList<>();
                while (row.next()) {
                    UUID invoiceId = row.getObject("invoice_id", UUID.class);
                    invoices.add(new Invoice(
                            invoiceId,
                            InvoiceState.valueOf(row.getString("state")),
                            row.getLong("version"),
                            OrderJson.read(row.getString("document"), InvoiceDocument.class),
                            Usd.of(row.getBigDecimal("paid")),
                            Usd.of(row.getBigDecimal("withheld")),
                            acts.getOrDefault(invoiceId, List.of())));
                }
                return invoices;
            }
        }
    }

    private static Map<UUID, List<Invoice.Said>> acts(Connection connection, UUID orderId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(ACTS)) {
            select.setObject(1, orderId);
            try (ResultSet row = select.executeQuery()) {
                Map<UUID, List<Invoice.Said>> acts = new HashMap<>();
                while (row.next()) {
                    acts.computeIfAbsent(row.getObject(1, UUID.class), any -> new ArrayList<>())
                            .add(OrderJson.read(row.getString(2), Invoice.Said.class));
                }
                return acts;
            }
        }
    }

    /** Every version of every invoice of an order, the oldest first. */
    public List<InvoiceDocument> versions(Connection connection, UUID orderId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(VERSIONS)) {
            select.setObject(1, orderId);
            try (ResultSet row = select.executeQuery()) {
                List<InvoiceDocument> versions = new ArrayList<>();
                while (row.next()) {
                    versions.add(OrderJson.read(row.getString(2), InvoiceDocument.class));
                }
                return versions;
            }
        }
    }

    /** @throws NotFound (404) when the order has no such invoice */
    public static Invoice find(List<Invoice> invoices, UUID invoiceId) {
        return invoices.stream()
                .filter(invoice -> invoice.invoiceId().equals(invoiceId))
                .findFirst()
                .orElseThrow(() -> new NotFound("invoice", invoiceId));
    }

    void insert(AccountChange.Context at, Invoice invoice) throws SQLException {
        insertVersion(at, invoice);
        UUID contractorId = at.document().naming().contractorId();
        try (PreparedStatement insert = at.connection().prepareStatement(INSERT)) {
            insert.setObject(1, invoice.invoiceId());
            insert.setObject(2, at.orderId());
            insert.setObject(3, at.agencyId());
            insert.setObject(4, contractorId);
            insert.setString(5, invoice.document().invoiceNumber());
            insert.setString(6, invoice.state().name());
            insert.setLong(7, invoice.version());
            insert.setInt(8, invoice.document().invoiceVersion());
            insert.setBigDecimal(9, invoice.document().total().amount());
            if (insert.executeUpdate() != 1) {
                throw taken(at, contractorId, invoice.document().invoiceNumber());
            }
        }
    }

    private static Conflict taken(AccountChange.Context at, UUID contractorId, String number) throws SQLException {
        try (PreparedStatement select = at.connection().prepareStatement(TAKEN)) {
            select.setObject(1, at.agencyId());
            select.setObject(2, contractorId);
            select.setString(3, number);
            try (ResultSet row = select.executeQuery()) {
                String place = row.next()
                        ? "/v1/orders/" + row.getObject(1) + "/invoices/" + row.getObject(2)
                        : "another order";
                return new Conflict(
                        "invoice-number-taken",
                        "Invoice " + number + " of this contractor is there already: " + place
                                + ". A corrected invoice is sent to its /correction.",
                        Map.of("invoice", place));
            }
        }
    }

    private static void insertVersion(AccountChange.Context at, Invoice invoice) throws SQLException {
        InvoiceDocument document = invoice.document();
        List<Map<String, Object>> lines = document.lines().stream()
                .map(line -> Map.<String, Object>of(
                        "key", Identifier.keyOf(line.orderLineId() == null ? "" : line.orderLineId()),
                        "amount", line.amount(),
                        "advance", line.advance() != null))
                .toList();
        try (PreparedStatement insert = at.connection().prepareStatement(INSERT_VERSION)) {
            insert.setObject(1, invoice.invoiceId());
            insert.setInt(2, document.invoiceVersion());
            insert.setObject(3, at.agencyId());
            insert.setObject(4, at.orderId());
            insert.setLong(5, at.actNumber());
            insert.setBigDecimal(6, document.total().amount());
            insert.setString(7, OrderJson.write(lines));
            insert.setString(8, OrderJson.write(document));
            insert.executeUpdate();
        }
    }

    void correct(AccountChange.Context at, Invoice corrected) throws SQLException {
        insertVersion(at, corrected);
        update(at, corrected);
    }

    void say(AccountChange.Context at, Invoice after) throws SQLException {
        update(at, after);
        try (PreparedStatement insert = at.connection().prepareStatement(INSERT_ACT)) {
            insert.setObject(1, at.orderId());
            insert.setLong(2, at.actNumber());
            insert.setObject(3, at.agencyId());
            insert.setObject(4, after.invoiceId());
            insert.setString(5, OrderJson.write(after.acts().getLast()));
            insert.executeUpdate();
        }
    }

    /** Stores where an invoice stands after a payment, which is stored already. */
    public void update(AccountChange.Context at, Invoice after) throws SQLException {
        try (PreparedStatement update = at.connection().prepareStatement(UPDATE)) {
            update.setString(1, after.state().name());
            update.setLong(2, after.version());
            update.setInt(3, after.document().invoiceVersion());
            update.setObject(4, after.invoiceId());
            update.setObject(5, at.agencyId());
            update.setLong(6, after.version() - 1);
            if (update.executeUpdate() != 1) {
                throw new IllegalStateException("the invoice changed although its order was locked");
            }
        }
    }
}
