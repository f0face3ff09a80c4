package org.opencmas.fees.ledger.declared;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.fees.ledger.declared.DeclaredOrder.Document;
import org.opencmas.fees.obligation.AgreementQuarter;
import org.opencmas.sql.Columns;
import org.opencmas.terms.CalendarQuarter;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.Identifier;
import org.opencmas.terms.Usd;

/** Finds declared orders that look like known ones, and keeps what was found for those that were filed. */
@ApplicationScoped
public class LookAlikes {
    private static final Columns<String> KEYS = Columns.of("order_key", "text", key -> key);
    private static final Columns<DeclaredOrder> LINES = Columns.<DeclaredOrder>of(
                    "agency_key", "text", each -> each.line().order().agencyKey())
            .and("order_key", "text", each -> each.line().order().orderKey())
            .and("amendment_number", "int", each -> each.line().amendmentNumber())
            .and("order_date", "date", DeclaredOrder::orderDate)
            .and("total", "numeric", each -> each.total().amount());

    /** Known documents of the day and the amount; not those that another line of a report names or is tied to. */
    private static final String CANDIDATES = """
            select distinct given.agency_key, given.order_key, given.amendment_number, c.order_id, c.agency_order_number
            from %s
            join agency a on a.agency_key = given.agency_key
            join order_change c on c.agency_id = a.agency_id and c.order_date = given.order_date
                and c.amendment_number = given.amendment_number and c.cause in ('ORIGINAL', 'AMENDMENT')
                and c.agency_order_key <> given.order_key
            join order_change_amount m on (m.order_id, m.document_version, m.cause) = (c.order_id, c.document_version, c.cause)
                and m.cmas_number = ?
            where given.total = (select sum(p.base) from posting p where p.order_id = c.order_id and p.cmas_number = ?
                    and p.document_version = c.document_version and p.cause = c.cause)
                and not exists (select from pending_fee f where (f.cmas_number, f.order_id) = (m.cmas_number, c.order_id))
                and not exists (select from declared_order d where d.cmas_number = m.cmas_number and d.order_key = c.agency_order_key
                    and d.agency_key = given.agency_key and d.amendment_number = c.amendment_number
                    and d.version = coalesce((select max(v.version) from report_version v
                        where (v.cmas_number, v.quarter) = (d.cmas_number, d.quarter)), 1))
                and not exists (select from order_tie t where t.cmas_number = m.cmas_number and t.known_order_key = c.agency_order_key
                    and t.order_id = c.order_id and t.amendment_number = c.amendment_number
                    and not exists (select from order_tie_withdrawal w where w.tie_id = t.tie_id))
            order by c.agency_order_number, c.order_id
            """.formatted(LINES.given());

    private static final Columns<LookAlike> KEPT = Columns.<LookAlike>of(
                    "look_alike_id", "uuid", LookAlike::lookAlikeId)
            .and("cmas_number", "text", LookAlike::cmasNumber)
            .and("quarter", "text", LookAlike::quarter)
            .and("agency_name", "text", LookAlike::agencyName)
            .and("agency_key", "text", each -> Identifier.keyOf(each.agencyName()))
            .and("purchase_order_number", "text", LookAlike::purchaseOrderNumber)
            .and("order_key", "text", each -> Identifier.keyOf(each.purchaseOrderNumber()))
            .and("amendment_number", "int", LookAlike::amendmentNumber)
            .and("purchase_order_date", "date", LookAlike::purchaseOrderDate)
            .and("total", "numeric", each -> each.total().amount())
            .and("order_id", "uuid", LookAlike::orderId)
            .and("known_order_number", "text", LookAlike::knownOrderNumber)
            .and("known_order_key", "text", each -> Identifier.keyOf(each.knownOrderNumber()))
            .and("sureness", "text", LookAlike::sureness)
            .and("why", "text", LookAlike::why)
            .and("found_at", "timestamptz", LookAlike::foundAt);
    private static final String KEEP = """
            insert into order_look_alike as known (look_alike_id, cmas_number, quarter, contractor_id, agency_name, agency_key,
                purchase_order_number, order_key, amendment_number, purchase_order_date, total, order_id, known_order_number,
                known_order_key, sureness, why, found_at)
            select given.look_alike_id, given.cmas_number, given.quarter, g.contractor_id, given.agency_name, given.agency_key,
                given.purchase_order_number, given.order_key, given.amendment_number, given.purchase_order_date, given.total,
                given.order_id, given.known_order_number, given.known_order_key, given.sureness, given.why, given.found_at
            from %s join agreement g using (cmas_number)
            on conflict (look_alike_id) do update set quarter = excluded.quarter, contractor_id = excluded.contractor_id,
                total = excluded.total, purchase_order_date = excluded.purchase_order_date, sureness = excluded.sureness,
                why = excluded.why
            """.formatted(KEPT.given());
    private static final String FORGET = """
            delete from order_look_alike where cmas_number = ? and order_key in (select order_key from %s)
                and not look_alike_id = any (?)
            """.formatted(KEYS.given());
    private static final String SELECT = """
            select look_alike_id, cmas_number, quarter, agency_name, purchase_order_number, amendment_number, purchase_order_date, total,
                order_id, known_order_number, sureness, why, found_at
            from order_look_alike where %s limit ?
            """;

    private static final String LISTED = """
            (?::text is null or cmas_number = ?) and (?::text is null or quarter = ?) and (?::uuid is null or contractor_id = ?)
                and (?::text is null or (cmas_number, quarter, look_alike_id) > (?, ?, ?))
            order by cmas_number, quarter, look_alike_id""";

    /** Those of the lines that look like a known order, the surest of each line; nothing is kept. */
    List<LookAlike> find(Connection connection, CmasNumber agreement, Collection<DeclaredOrder> lines)
            throws SQLException {
        Map<Document, LookAlike> surest = new HashMap<>();
        if (lines.isEmpty()) {
            return List.of();
        }
        Map<Document, DeclaredOrder> byDocument = new HashMap<>();
        lines.forEach(each -> byDocument.putIfAbsent(each.line().document(), each));
        try (PreparedStatement select = connection.prepareStatement(CANDIDATES)) {
            int next = LINES.bind(select, 1, lines);
            select.setString(next, agreement.canonical());
            select.setString(next + 1, agreement.canonical());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    var document =
                            new Document(new DeclaredOrder.Order(row.getString(1), row.getString(2)), row.getInt(3));
                    DeclaredOrder declared = byDocument.get(document);
                    if (declared != null) {
                        alike(agreement, declared, row.getObject(4, UUID.class), row.getString(5))
                                .ifPresent(found -> surest.merge(document, found, LookAlikes::surer));
                    }
                }
            }
        }
        return lines.stream()
                .flatMap(each -> Optional.ofNullable(surest.remove(each.line().document())).stream())
                .toList();
    }

    private static LookAlike surer(LookAlike one, LookAlike other) {
        return other.sureness().compareTo(one.sureness()) < 0 ? other : one;
    }

    private static Optional<LookAlike> alike(
            CmasNumber agreement, DeclaredOrder declared, UUID orderId, String knownNumber) {
        return NumberLikeness.of(declared.purchaseOrderNumber(), knownNumber)
                .map(likeness -> new LookAlike(
                        id(agreement, declared, orderId),
                        agreement,
                        declared.line().quarter(),
                        declared.agencyName(),
                        declared.purchaseOrderNumber(),
                        declared.line().amendmentNumber(),
                        declared.orderDate(),
                        declared.total(),
                        orderId,
                        knownNumber,
                        likeness.sureness(),
                        likeness.why(),
                        null));
    }

    /** The same for the same pair at any time and in any instance. */
    private static UUID id(CmasNumber agreement, DeclaredOrder declared, UUID orderId) {
        String name =
                declared.line().order().id(agreement) + "\n" + declared.line().amendmentNumber() + "\n" + orderId;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Keeps what is found now of declared orders of these numbers, and nothing else of them.
     *
     * @param lines those on which the fee is owed
     */
    void keep(
            Connection connection,
            CmasNumber agreement,
            Collection<String> orderKeys,
            Collection<DeclaredOrder> lines,
            Instant at)
            throws SQLException {
        List<LookAlike> found = find(connection, agreement, lines);
        try (PreparedStatement delete = connection.prepareStatement(FORGET)) {
            delete.setString(1, agreement.canonical());
            int next = KEYS.bind(delete, 2, orderKeys);
            delete.setArray(
                    next,
                    connection.createArrayOf(
                            "uuid", found.stream().map(LookAlike::lookAlikeId).toArray()));
            delete.executeUpdate();
        }
        if (!found.isEmpty()) {
            try (PreparedStatement insert = connection.prepareStatement(KEEP)) {
                KEPT.bind(
                        insert, 1, found.stream().map(each -> foundAt(each, at)).toList());
                insert.executeUpdate();
            }
        }
    }

    private static LookAlike foundAt(LookAlike found, Instant at) {
        return new LookAlike(
                found.lookAlikeId(),
                found.cmasNumber(),
                found.quarter(),
                found.agencyName(),
                found.purchaseOrderNumber(),
                found.amendmentNumber(),
                found.purchaseOrderDate(),
                found.total(),
                found.orderId(),
                found.knownOrderNumber(),
                found.sureness(),
                found.why(),
                at);
    }

    /** What was kept of the pair; empty once it is tied or no longer alike. */
    public Optional<LookAlike> find(Connection connection, UUID lookAlikeId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT.formatted("look_alike_id = ?"))) {
            select.setObject(1, lookAlikeId);
            select.setInt(2, 1);
            return read(select).stream().findFirst();
        }
    }

    /** What was kept of the orders that a filed report adds. */
    public List<LookAlike> of(Connection connection, AgreementQuarter report, int count) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                SELECT.formatted("cmas_number = ? and quarter = ? order by purchase_order_number, look_alike_id"))) {
            select.setString(1, report.agreement().canonical());
            select.setString(2, report.quarter().toString());
            select.setInt(3, count);
            return read(select);
        }
    }

    /** What the list is narrowed to; null where it is not. */
    public record Asked(
            @Nullable CmasNumber agreement,
            @Nullable CalendarQuarter quarter,
            @Nullable UUID contractorId) {}

    /** The last one of the page before. */
    public record After(String cmasNumber, String quarter, UUID lookAlikeId) {}

    /** What was kept, by agreement and quarter. */
    public List<LookAlike> list(Connection connection, Asked asked, @Nullable After after, int count)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT.formatted(LISTED))) {
            String number = asked.agreement() == null ? null : asked.agreement().canonical();
            String quarter = asked.quarter() == null ? null : asked.quarter().toString();
            select.setString(1, number);
            select.setString(2, number);
            select.setString(3, quarter);
            select.setString(4, quarter);
            select.setObject(5, asked.contractorId());
            select.setObject(6, asked.contractorId());
            select.setString(7, after == null ? null : after.cmasNumber());
            select.setString(8, after == null ? null : after.cmasNumber());
            select.setString(9, after == null ? null : after.quarter());
            select.setObject(10, after == null ? null : after.lookAlikeId());
            select.setInt(11, count);
            return read(select);
        }
    }

    private static List<LookAlike> read(PreparedStatement select) throws SQLException {
        List<LookAlike> read = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                read.add(new LookAlike(
                        row.getObject(1, UUID.class),
                        CmasNumber.parse(row.getString(2)),
                        CalendarQuarter.parse(row.getString(3)),
                        row.getString(4),
                        row.getString(5),
                        row.getInt(6),
                        row.getObject(7, LocalDate.class),
                        Usd.of(row.getBigDecimal(8)),
                        row.getObject(9, UUID.class),
                        row.getString(10),
                        NumberLikeness.Sureness.valueOf(row.getString(11)),
                        row.getString(12),
                        row.getObject(13, OffsetDateTime.class).toInstant()));
            }
        }
        return read;
    }
}
