package org.opencmas.order.invoice;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.order.account.AccountChange;
import org.opencmas.order.invoice.document.Invoice;
import org.opencmas.order.invoice.document.InvoiceDocument;
import org.opencmas.order.invoice.document.InvoiceState;
import org.opencmas.order.invoice.match.BilledBefore;
import org.opencmas.order.purchaseorder.document.OrderDocument.TradedIn;
import org.opencmas.order.purchaseorder.document.OrderJson;
import org.opencmas.problem.Conflict;
import org.opencmas.problem.NotFound;
import org.opencmas.terms.Identifier;
import org.opencmas.terms.Usd;

/** The stored invoices. What is paid and withheld of each is worked out by the database from the payments. */
@ApplicationScoped
public class Invoices {
    private static final String FROM = """
            from invoice i
            join invoice_version v on v.invoice_id = i.invoice_id and v.agency_id = i.agency_id
                and v.invoice_version = i.current_version
            join invoice_version first on first.invoice_id = i.invoice_id and first.agency_id = i.agency_id
                and first.invoice_version = 1
            """;
    private static final String SELECT =
            "select i.invoice_id, i.state, i.version, i.paid, i.withheld, v.document " + FROM + " where i.order_id = ?";
    private static final String ALL = SELECT + " order by first.act_number";
    private static final String PAGE = SELECT + """
             and (?::uuid is null or first.act_number > (
                select act_number from invoice_version where invoice_id = ? and order_id = ? and invoice_version = 1))
            order by first.act_number limit ?
            """;
    private static final String ONE = SELECT + " and i.invoice_id = ?";
    private static final String BEFORE = FROM + """
            where i.order_id = ? and i.state <> 'DISPUTED' and first.act_number < (
                select act_number from invoice_version where invoice_id = ? and order_id = ? and invoice_version = 1)
            """;
    private static final String SUMS_BEFORE =
            "select coalesce(sum((v.document ->> 'tax')::numeric), 0), coalesce(sum((v.document ->> 'freight')::numeric), 0) "
                    + BEFORE;
    private static final String LINES_BEFORE = """
            select order_number_key(line ->> 'orderLineId') as key, sum((line ->> 'amount')::numeric) as billed,
                coalesce(sum((line ->> 'amount')::numeric) filter (where line -> 'advance' is null), 0) as as_accepted,
                bool_or(coalesce(line #>> '{advance,basis}' = 'WARRANTY', false)) as has_warranty
            from (select v.document %s) billed, jsonb_array_elements(document -> 'lines') line
            where line ->> 'orderLineId' is not null
            group by 1
            """.formatted(BEFORE);
    private static final String TRADE_INS_BEFORE = """
            select order_number_key(one ->> 'description') as key, count(*) as times, sum((one ->> 'amount')::numeric) as amount
            from (select v.document %s) billed, jsonb_array_elements(document -> 'tradeIns') one
            group by 1
            """.formatted(BEFORE);
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
        try (PreparedStatement select = connection.prepareStatement(ALL)) {
            select.setObject(1, orderId);
            return read(select, acts(connection, orderId));
        }
    }

    /**
     * Some of an order as they stand, in the order in which they first came.
     *
     * @param after the last one of the page before; null for the first page
     */
    List<Invoice> page(Connection connection, UUID orderId, @Nullable UUID after, int most) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(PAGE)) {
            select.setObject(1, orderId);
            select.setObject(2, after);
            select.setObject(3, after);
            select.setObject(4, orderId);
            select.setInt(5, most);
            return read(select, acts(connection, orderId));
        }
    }

    Optional<Invoice> find(Connection connection, UUID orderId, UUID invoiceId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(ONE)) {
            select.setObject(1, orderId);
            select.setObject(2, invoiceId);
            return read(select, acts(connection, orderId)).stream().findFirst();
        }
    }

    private static List<Invoice> read(PreparedStatement select, Map<UUID, List<Invoice.Said>> acts)
            throws SQLException {
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

    /** What the invoices bill that came before this one, summed up by the database: a page needs no more of them. */
    BilledBefore billedBefore(Connection connection, UUID orderId, UUID invoiceId) throws SQLException {
        Usd tax;
        Usd freight;
        try (PreparedStatement select = connection.prepareStatement(SUMS_BEFORE)) {
            setBefore(select, orderId, invoiceId);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                tax = Usd.of(row.getBigDecimal(1));
                freight = Usd.of(row.getBigDecimal(2));
            }
        }
        try (PreparedStatement select = connection.prepareStatement(LINES_BEFORE)) {
            setBefore(select, orderId, invoiceId);
            try (ResultSet row = select.executeQuery()) {
                Map<String, BilledBefore.Line> lines = new HashMap<>();
                while (row.next()) {
                    lines.put(
                            row.getString("key"),
                            new BilledBefore.Line(
                                    Usd.of(row.getBigDecimal("billed")),
                                    Usd.of(row.getBigDecimal("as_accepted")),
                                    row.getBoolean("has_warranty")));
                }
                return new BilledBefore(lines, tradeInsBefore(connection, orderId, invoiceId), tax, freight);
            }
        }
    }

    private static Map<String, TradedIn> tradeInsBefore(Connection connection, UUID orderId, UUID invoiceId)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(TRADE_INS_BEFORE)) {
            setBefore(select, orderId, invoiceId);
            try (ResultSet row = select.executeQuery()) {
                Map<String, TradedIn> tradeIns = new HashMap<>();
                while (row.next()) {
                    tradeIns.put(
                            row.getString("key"),
                            new TradedIn(row.getInt("times"), Usd.of(row.getBigDecimal("amount"))));
                }
                return tradeIns;
            }
        }
    }

    private static void setBefore(PreparedStatement select, UUID orderId, UUID invoiceId) throws SQLException {
        select.setObject(1, orderId);
        select.setObject(2, invoiceId);
        select.setObject(3, orderId);
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
        List<Map<String, Object>> lines =
                document.lines().stream().map(Invoices::asCounted).toList();
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

    /** A line as the database counts it. */
    private static Map<String, Object> asCounted(InvoiceDocument.Line line) {
        Map<String, Object> counted = new LinkedHashMap<>();
        counted.put("key", Identifier.keyOf(line.orderLineId() == null ? "" : line.orderLineId()));
        counted.put("amount", line.amount());
        counted.put("advance", line.advance() != null);
        if (line.advance() != null) {
            counted.put("basis", line.advance().basis());
        }
        return counted;
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
