package org.opencmas.fees.feeproof;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.opencmas.fees.facts.Agencies;
import org.opencmas.fees.facts.Agency;
import org.opencmas.fees.facts.Cause;
import org.opencmas.fees.facts.OrderChange;
import org.opencmas.fees.facts.OrderChanges;
import org.opencmas.fees.ledger.Treatment;
import org.opencmas.fees.obligation.AgreementQuarter;
import org.opencmas.fees.rate.Rate;
import org.opencmas.terms.CalendarQuarter;
import org.opencmas.terms.Usd;

/** Gathers what a proof needs of orders, and keeps the proofs of filed reports. */
@ApplicationScoped
public class FeeProofs {
    private static final String POSTED = """
            select order_id, quarter, belongs_to_quarter, document_version, cause, rate, treatment, sum(base), sum(fee_due), sum(fee_waived), count(*)
            from posting
            where cmas_number = ? and order_id in (select order_id from posting where cmas_number = ? and quarter = ?)
            group by order_id, quarter, belongs_to_quarter, document_version, cause, rate, treatment
            order by order_id, quarter, document_version, cause, belongs_to_quarter, treatment, rate
            """;

    private final OrderChanges changes;
    private final Agencies agencies;

    FeeProofs(OrderChanges changes, Agencies agencies) {
        this.changes = changes;
        this.agencies = agencies;
    }

    /** The orders with an amount in the report, with all that is known and posted of them by now. */
    public List<FeeProof.Order> orders(Connection connection, AgreementQuarter report) throws SQLException {
        Map<UUID, List<FeeProof.Posted>> posted = posted(connection, report);
        Map<UUID, List<OrderChange>> histories = changes.histories(connection, posted.keySet());
        Map<UUID, Agency> buyers = agencies.find(
                connection,
                histories.values().stream()
                        .map(history -> history.getFirst().agencyId())
                        .toList());
        List<FeeProof.Order> orders = new ArrayList<>();
        posted.forEach((orderId, postings) -> {
            List<OrderChange> history = histories.getOrDefault(orderId, List.of());
            OrderChange original = history.getFirst();
            Agency buyer = buyers.get(original.agencyId());
            if (buyer == null) {
                throw new IllegalStateException("order " + orderId + " is posted and its agency is not known");
            }
            orders.add(new FeeProof.Order(
                    orderId,
                    original.agencyOrderNumber(),
                    buyer.type(),
                    original.orderDate(),
                    history.stream()
                            .map(change -> FeeProof.Version.of(change, report.agreement()))
                            .toList(),
                    postings));
        });
        return orders;
    }

    private static Map<UUID, List<FeeProof.Posted>> posted(Connection connection, AgreementQuarter report)
            throws SQLException {
        Map<UUID, List<FeeProof.Posted>> posted = new LinkedHashMap<>();
        try (PreparedStatement select = connection.prepareStatement(POSTED)) {
            select.setString(1, report.agreement().canonical());
            select.setString(2, report.agreement().canonical());
            select.setString(3, report.quarter().toString());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    posted.computeIfAbsent(row.getObject(1, UUID.class), none -> new ArrayList<>())
                            .add(new FeeProof.Posted(
                                    CalendarQuarter.parse(row.getString(2)),
                                    CalendarQuarter.parse(row.getString(3)),
                                    row.getInt(4),
                                    Cause.valueOf(row.getString(5)),
                                    new Rate(row.getBigDecimal(6)),
                                    Treatment.valueOf(row.getString(7)),
                                    Usd.of(row.getBigDecimal(8)),
                                    Usd.of(row.getBigDecimal(9)),
                                    Usd.of(row.getBigDecimal(10)),
                                    row.getLong(11)));
                }
            }
        }
        return posted;
    }

    /**
     * How much the ledger has of the report, in the connection's transaction, which has locked it or only reads: an event gets its place in
     * the journal when it is committed, so the postings that are seen are told up to the last place that is seen.
     */
    public FeeProof.Extent extent(Connection connection, AgreementQuarter report) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select (select count(*) from posting where cmas_number = ? and quarter = ?), position, encode(hash, 'hex')
                from journal_order order by position desc limit 1
                """)) {
            select.setString(1, report.agreement().canonical());
            select.setString(2, report.quarter().toString());
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? new FeeProof.Extent(row.getLong(1), row.getLong(2), row.getString(3))
                        : new FeeProof.Extent(0, 0, "0".repeat(64));
            }
        }
    }

    /** Keeps the proof of a report that is filed now. */
    public void keep(Connection connection, AgreementQuarter report, UUID contractorId, FeeProof.Sealed proof)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into fee_proof (cmas_number, quarter, contractor_id, document) values (?, ?, ?, ?)")) {
            insert.setString(1, report.agreement().canonical());
            insert.setString(2, report.quarter().toString());
            insert.setObject(3, contractorId);
            insert.setString(4, proof.document());
            insert.executeUpdate();
        }
    }

    /** The proof that was kept when the report was filed, to the byte. */
    public Optional<String> kept(Connection connection, AgreementQuarter report) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select document from fee_proof where cmas_number = ? and quarter = ?")) {
            select.setString(1, report.agreement().canonical());
            select.setString(2, report.quarter().toString());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        }
    }
}
