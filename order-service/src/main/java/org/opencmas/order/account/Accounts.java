package org.opencmas.order.account;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.opencmas.order.account.terms.Bond;
import org.opencmas.order.account.terms.PaymentFigures;
import org.opencmas.order.account.terms.ProgressTerms;
import org.opencmas.order.account.terms.RecordedBonds;
import org.opencmas.order.purchaseorder.OrderState;
import org.opencmas.order.purchaseorder.OrderVersion;
import org.opencmas.order.purchaseorder.PurchaseOrder;
import org.opencmas.order.purchaseorder.document.OrderDocument;
import org.opencmas.order.purchaseorder.document.OrderJson;
import org.opencmas.orderbody.particulars.Particulars.AdvanceBasis;
import org.opencmas.terms.Usd;

/** Reads the account of an order from the rows of what was received, billed and paid; writes terms and bonds. */
@ApplicationScoped
public class Accounts {
    private static final String RECEIPTS = """
            select lines, completed_tasks, is_final from receipt r
            where order_id = ? and not exists (select from receipt later where later.replaces = r.receipt_id)
            """;
    private static final String ADVANCES = """
            select line ->> 'key' as key, line ->> 'basis' as basis, (line ->> 'amount')::numeric as amount
            from invoice i
            join invoice_version v on v.invoice_id = i.invoice_id and v.invoice_version = i.current_version,
                jsonb_array_elements(v.lines) line
            where i.order_id = ? and (i.state in ('APPROVED', 'PAID') or i.paid > 0) and (line ->> 'advance')::boolean
            """;
    private static final String PAYMENTS =
            "select coalesce(sum(amount), 0), coalesce(sum(withheld - released), 0) from payment where order_id = ?";
    private static final String TERMS =
            "select document from progress_terms where order_id = ? order by act_number desc limit 1";
    private static final String BONDS = "select document from order_bond where order_id = ? order by act_number";
    private static final String INSERT_TERMS = """
            insert into progress_terms (order_id, act_number, agency_id, kind, share, risk_decided_by, risk_evidence, tasks, document)
            values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb)
            """;
    private static final String INSERT_BOND = """
            insert into order_bond (bond_id, order_id, agency_id, act_number, kind, amount, replaces, document)
            values (?, ?, ?, ?, ?, ?, ?, ?::jsonb)
            """;

    /** The account of an order that is out. */
    public OrderAccount of(Connection connection, PurchaseOrder order) throws SQLException {
        UUID orderId = order.orderId();
        Map<String, BigDecimal> accepted = new HashMap<>();
        Set<String> tasks = new HashSet<>();
        boolean[] isFinal = {false};
        read(connection, RECEIPTS, orderId, row -> {
            for (JsonNode line : OrderJson.read(row.getString(1), JsonNode.class)) {
                accepted.merge(
                        line.path("key").asText(),
                        new BigDecimal(line.path("accepted").asText()),
                        BigDecimal::add);
            }
            tasks.addAll(Arrays.asList((String[]) row.getArray(2).getArray()));
            isFinal[0] |= row.getBoolean(3);
        });
        List<OrderAccount.Advance> advanced = new ArrayList<>();
        read(connection, ADVANCES, orderId, row -> {
            String basis = row.getString(2);
            advanced.add(new OrderAccount.Advance(
                    row.getString(1),
                    basis == null ? null : AdvanceBasis.valueOf(basis),
                    Usd.of(row.getBigDecimal(3))));
        });
        List<Usd> sums = new ArrayList<>();
        read(connection, PAYMENTS, orderId, row -> {
            sums.add(Usd.of(row.getBigDecimal(1)));
            sums.add(Usd.of(row.getBigDecimal(2)));
        });
        return new OrderAccount(
                documents(order),
                accepted,
                advanced,
                tasks,
                isFinal[0],
                terms(connection, orderId).orElse(null),
                recorded(connection, order),
                sums.get(0),
                sums.get(1));
    }

    private RecordedBonds recorded(Connection connection, PurchaseOrder order) throws SQLException {
        List<Bond> bonds = bonds(connection, order.orderId());
        LocalDate day = order.standing().document().naming().orderDate();
        return new RecordedBonds(
                sum(bonds, Bond.Kind.PERFORMANCE),
                sum(bonds, Bond.Kind.PAYMENT),
                PaymentFigures.on(connection, day).mostPublicWorksWithoutBond());
    }

    private static List<OrderDocument> documents(PurchaseOrder order) {
        List<OrderDocument> documents = new ArrayList<>(List.of(order.standing().document()));
        order.openAmendment()
                .filter(open -> open.state() == OrderState.SUBMITTED)
                .map(OrderVersion::document)
                .ifPresent(documents::add);
        return documents;
    }

    public Optional<ProgressTerms> terms(Connection connection, UUID orderId) throws SQLException {
        List<ProgressTerms> found = new ArrayList<>();
        read(connection, TERMS, orderId, row -> found.add(OrderJson.read(row.getString(1), ProgressTerms.class)));
        return found.stream().findFirst();
    }

    /** All records of bonds, the oldest first, those that were replaced included. */
    public List<Bond> bonds(Connection connection, UUID orderId) throws SQLException {
        List<Bond> bonds = new ArrayList<>();
        read(connection, BONDS, orderId, row -> bonds.add(OrderJson.read(row.getString(1), Bond.class)));
        return bonds;
    }

    /** What the bonds of a kind come to that stand. */
    public static Usd sum(List<Bond> bonds, Bond.Kind kind) {
        return Usd.sum(standing(bonds).stream()
                .filter(bond -> bond.kind() == kind)
                .flatMap(bond -> Optional.ofNullable(bond.amount()).stream())
                .toList());
    }

    /** Those that no later record replaces. */
    public static List<Bond> standing(List<Bond> bonds) {
        Set<UUID> replaced = new HashSet<>();
        bonds.forEach(bond -> Optional.ofNullable(bond.replaces()).ifPresent(replaced::add));
        return bonds.stream().filter(bond -> !replaced.contains(bond.bondId())).toList();
    }

    void insert(Connection connection, AccountChange.Context at, ProgressTerms terms) throws SQLException {
        List<Map<String, Object>> tasks = terms.tasks().stream()
                .map(task -> Map.<String, Object>of(
                        "key", task.key(), "amount", task.amount(), "distinct", task.separateAndDistinct()))
                .toList();
        ProgressTerms.RiskDecision risk = terms.riskDecision();
        try (PreparedStatement insert = connection.prepareStatement(INSERT_TERMS)) {
            insert.setObject(1, at.orderId());
            insert.setLong(2, at.actNumber());
            insert.setObject(3, at.agencyId());
            insert.setString(4, terms.kind().name());
            insert.setBigDecimal(5, terms.withholdShare());
            insert.setString(6, risk == null ? null : risk.decidedBy());
            insert.setString(7, risk == null ? null : risk.evidence());
            insert.setString(8, OrderJson.write(tasks));
            insert.setString(9, OrderJson.write(terms));
            insert.executeUpdate();
        }
    }

    void insert(Connection connection, AccountChange.Context at, Bond bond) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT_BOND)) {
            insert.setObject(1, bond.bondId());
            insert.setObject(2, at.orderId());
            insert.setObject(3, at.agencyId());
            insert.setLong(4, at.actNumber());
            insert.setString(5, bond.kind().name());
            Usd amount = bond.amount();
            insert.setBigDecimal(6, amount == null ? null : amount.amount());
            insert.setObject(7, bond.replaces());
            insert.setString(8, OrderJson.write(bond));
            insert.executeUpdate();
        }
    }

    /** What is done with each row. */
    private interface Row {
        void read(ResultSet row) throws SQLException;
    }

    private static void read(Connection connection, String sql, UUID orderId, Row each) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, orderId);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    each.read(row);
                }
            }
        }
    }
}
