package org.opencmas.fees.ledger.declared;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.fees.ledger.Amount;
import org.opencmas.fees.ledger.Treatment;
import org.opencmas.fees.ledger.declared.DeclaredOrder.Line;
import org.opencmas.fees.ledger.declared.DeclaredOrder.Order;
import org.opencmas.fees.ledger.declared.DeclaredPosting.Dimension;
import org.opencmas.fees.ledger.declared.DeclaredPosting.Names;
import org.opencmas.fees.obligation.AgreementQuarter;
import org.opencmas.fees.rate.Rate;
import org.opencmas.sql.Columns;
import org.opencmas.terms.CalendarQuarter;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.Identifier;
import org.opencmas.terms.Usd;

/** The tables of declared orders and of what is posted for them; appended, never edited. */
@ApplicationScoped
class DeclaredBook {
    private static final Columns<String> KEYS = Columns.of("order_key", "text", key -> key);

    /** What the last versions of the agreement's reports say of orders of these numbers. */
    private static final String LINES = """
            select d.quarter, d.agency_name, d.purchase_order_number, d.amendment_number, d.purchase_order_date, d.total
            from declared_order d
            where d.cmas_number = ? and d.order_key in (select order_key from %s)
                and d.version = coalesce((select max(v.version) from report_version v
                    where (v.cmas_number, v.quarter) = (d.cmas_number, d.quarter)), 1)
            order by d.quarter, d.number_in_report
            """.formatted(KEYS.given());
    /** Of an order whose fee waits for a fact nothing is in the ledger yet, so it answers nothing. */
    private static final String KNOWN = """
            select distinct on (a.name, c.agency_order_number, c.amendment_number, c.order_id)
                c.order_id, a.name, c.agency_order_number, c.amendment_number, c.effective_on
            from order_change c join agency a using (agency_id)
            where c.agency_order_key in (select order_key from %s)
                and c.cause in ('ORIGINAL', 'AMENDMENT')
                and exists (select from order_change_amount m where m.order_id = c.order_id and m.cmas_number = ?)
                and not exists (select from pending_fee f where (f.cmas_number, f.order_id) = (?, c.order_id))
            order by a.name, c.agency_order_number, c.amendment_number, c.order_id, c.document_version
            """.formatted(KEYS.given());

    /** Documents that somebody said are those that reports name otherwise. */
    private static final String TIED = """
            select distinct on (t.tie_id) t.agency_key, t.order_key, c.order_id, c.amendment_number, c.effective_on
            from order_tie t join order_change c on c.order_id = t.order_id and c.amendment_number = t.amendment_number
                and c.cause in ('ORIGINAL', 'AMENDMENT')
            where t.cmas_number = ? and t.order_key in (select order_key from %s)
                and not exists (select from order_tie_withdrawal w where w.tie_id = t.tie_id)
                and exists (select from order_change_amount m where m.order_id = c.order_id and m.cmas_number = t.cmas_number)
                and not exists (select from pending_fee f where (f.cmas_number, f.order_id) = (t.cmas_number, c.order_id))
            order by t.tie_id, c.document_version
            """.formatted(KEYS.given());

    private static final String POSTED = """
            select agency_key, order_key, amendment_number, belongs_to_quarter, order_date, contractor_id, rate, treatment,
                base, fee_due, fee_waived, number, agency_name, purchase_order_number
            from declared_posting where cmas_number = ? and order_key in (select order_key from %s)
            order by declared_order_id, number
            """.formatted(KEYS.given());

    /** Numbers of orders that a version of a report or the one before names. */
    private static final String NAMED = """
            select distinct order_key from declared_order
            where cmas_number = ? and quarter = ? and version in (?, ?) and order_key > ? order by order_key limit ?
            """;

    private static final String NAMED_BY_AGREEMENT = """
            select distinct order_key from declared_order where cmas_number = ? and order_key > ? order by order_key limit ?
            """;
    /**
     * By their own number, or because the known order of the number is tied to them, was found alike, or may be: it has their day, and
     * their amount where it is no amendment.
     */
    private static final String DECLARED = """
            with given as materialized (select * from %s
                where exists (select from declared_order d where d.cmas_number = given.cmas_number))
            select cmas_number, order_key, known_key from (
                select given.cmas_number, given.order_key, given.order_key as known_key from given where exists (select from declared_order d
                    where (d.cmas_number, d.order_key) = (given.cmas_number, given.order_key))
                union
                select t.cmas_number, t.order_key, given.order_key from given join order_tie t
                    on (t.cmas_number, t.known_order_key) = (given.cmas_number, given.order_key)
                union
                select l.cmas_number, l.order_key, given.order_key from given join order_look_alike l
                    on (l.cmas_number, l.known_order_key) = (given.cmas_number, given.order_key)
                union
                select d.cmas_number, d.order_key, given.order_key
                from given join order_change c on c.agency_order_key = given.order_key
                join order_change_amount m on (m.order_id, m.document_version, m.cause) = (c.order_id, c.document_version, c.cause)
                    and m.cmas_number = given.cmas_number
                join declared_order d on d.purchase_order_date = c.order_date and d.cmas_number = given.cmas_number
                    and d.amendment_number = c.amendment_number and (d.total = m.subtotal or c.amendment_number > 0)
                where c.cause in ('ORIGINAL', 'AMENDMENT')) named
            order by cmas_number, order_key, known_key <> order_key, known_key
            """;

    private static final String DATED = """
            select distinct cmas_number, order_key from declared_order
            where purchase_order_date between ? and ? and (?::uuid is null or cmas_number in (
                select cmas_number from agreement g where g.contractor_id = ?))
                and (cmas_number, order_key) > (?, ?)
            order by cmas_number, order_key limit ?
            """;

    private static final String OF_AGENCY = """
            select distinct d.cmas_number, d.order_key
            from order_change c
            join order_change_amount m using (order_id, document_version, cause)
            join declared_order d on d.cmas_number = m.cmas_number
                and d.order_key = c.agency_order_key
            where c.agency_id = ? and (d.cmas_number, d.order_key) > (?, ?)
            order by d.cmas_number, d.order_key limit ?
            """;

    /** An order number under an agreement, as it is compared. */
    record Name(CmasNumber agreement, String orderKey) {}

    /**
     * What is declared, and of which order something is known that may decide it.
     *
     * @param knownKey that order's number as it is compared; the same unless they are typed differently
     */
    record Decided(Name name, String knownKey) {}

    private static final Columns<Name> NAMES =
            Columns.of("cmas_number", "text", Name::agreement).and("order_key", "text", Name::orderKey);

    private record Kept(AgreementQuarter report, int version, UUID contractorId, int place, DeclaredOrder declared) {}

    private static final Columns<Kept> LINE_COLUMNS = Columns.<Kept>of(
                    "cmas_number", "text", kept -> kept.report().agreement())
            .and("quarter", "text", kept -> kept.report().quarter())
            .and("version", "int", Kept::version)
            .and("number_in_report", "int", Kept::place)
            .and("contractor_id", "uuid", Kept::contractorId)
            .and("agency_name", "text", kept -> kept.declared().agencyName())
            .and("agency_key", "text", kept -> kept.declared().line().order().agencyKey())
            .and("purchase_order_number", "text", kept -> kept.declared().purchaseOrderNumber())
            .and("order_key", "text", kept -> kept.declared().line().order().orderKey())
            .and("amendment_number", "int", kept -> kept.declared().line().amendmentNumber())
            .and("purchase_order_date", "date", kept -> kept.declared().orderDate())
            .and("total", "numeric", kept -> kept.declared().total().amount());

    private record Written(CmasNumber agreement, DeclaredPosting posting, Instant at) {
        Dimension dimension() {
            return posting.dimension();
        }
    }

    private static final Columns<Written> POSTINGS = Columns.<Written>of("cmas_number", "text", Written::agreement)
            .and("posting_id", "uuid", written -> written.posting().postingId())
            .and(
                    "declared_order_id",
                    "uuid",
                    written -> written.dimension().line().order().id(written.agreement()))
            .and("number", "int", written -> written.posting().number())
            .and(
                    "agency_key",
                    "text",
                    written -> written.dimension().line().order().agencyKey())
            .and(
                    "order_key",
                    "text",
                    written -> written.dimension().line().order().orderKey())
            .and(
                    "amendment_number",
                    "int",
                    written -> written.dimension().line().amendmentNumber())
            .and("order_date", "date", written -> written.dimension().orderDate())
            .and("agency_name", "text", written -> written.posting().names().agencyName())
            .and(
                    "purchase_order_number",
                    "text",
                    written -> written.posting().names().purchaseOrderNumber())
            .and("contractor_id", "uuid", written -> written.dimension().contractorId())
            .and("quarter", "text", written -> written.posting().quarter())
            .and(
                    "belongs_to_quarter",
                    "text",
                    written -> written.dimension().line().quarter())
            .and("cause", "text", written -> written.posting().reason().cause())
            .and("order_id", "uuid", written -> written.posting().reason().orderId())
            .and("rate", "numeric", written -> written.dimension().rate())
            .and("treatment", "text", written -> written.dimension().treatment())
            .and("base", "numeric", written -> written.posting().amount().base().amount())
            .and(
                    "fee_due",
                    "numeric",
                    written -> written.posting().amount().feeDue().amount())
            .and(
                    "fee_waived",
                    "numeric",
                    written -> written.posting().amount().feeWaived().amount())
            .and("posted_at", "timestamptz", Written::at);

    /**
     * What was posted.
     *
     * @param numbers by order, that of its last posting
     */
    record Posted(Map<Dimension, Amount> amounts, Map<Line, Names> names, Map<Order, Integer> numbers) {}

    /** @param places of the lines, one for each */
    void keep(
            Connection connection,
            AgreementQuarter report,
            int version,
            UUID contractorId,
            List<Integer> places,
            List<DeclaredOrder> lines)
            throws SQLException {
        List<Kept> kept = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            kept.add(new Kept(report, version, contractorId, places.get(i), lines.get(i)));
        }
        try (PreparedStatement insert = connection.prepareStatement(LINE_COLUMNS.insertInto("declared_order"))) {
            LINE_COLUMNS.bind(insert, 1, kept);
            insert.executeUpdate();
        }
    }

    List<DeclaredOrder> lines(Connection connection, CmasNumber agreement, Collection<String> orderKeys)
            throws SQLException {
        List<DeclaredOrder> lines = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(LINES)) {
            select.setString(1, agreement.canonical());
            KEYS.bind(select, 2, orderKeys);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    lines.add(DeclaredOrder.of(
                            CalendarQuarter.parse(row.getString(1)),
                            row.getString(2),
                            row.getString(3),
                            row.getInt(4),
                            row.getObject(5, LocalDate.class),
                            Usd.of(row.getBigDecimal(6))));
                }
            }
        }
        return lines;
    }

    /** A tied document goes by the name that the report has for it. */
    List<KnownDocument> known(Connection connection, CmasNumber agreement, Collection<String> orderKeys)
            throws SQLException {
        List<KnownDocument> known = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(KNOWN)) {
            int next = KEYS.bind(select, 1, orderKeys);
            select.setString(next, agreement.canonical());
            select.setString(next + 1, agreement.canonical());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    known.add(new KnownDocument(
                            row.getObject(1, UUID.class),
                            new Order(Identifier.keyOf(row.getString(2)), Identifier.keyOf(row.getString(3))),
                            row.getInt(4),
                            CalendarQuarter.of(row.getObject(5, LocalDate.class))));
                }
            }
        }
        try (PreparedStatement select = connection.prepareStatement(TIED)) {
            select.setString(1, agreement.canonical());
            KEYS.bind(select, 2, orderKeys);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    known.add(new KnownDocument(
                            row.getObject(3, UUID.class),
                            new Order(row.getString(1), row.getString(2)),
                            row.getInt(4),
                            CalendarQuarter.of(row.getObject(5, LocalDate.class))));
                }
            }
        }
        return known;
    }

    Posted posted(Connection connection, CmasNumber agreement, Collection<String> orderKeys) throws SQLException {
        var posted = new Posted(new LinkedHashMap<>(), new HashMap<>(), new HashMap<>());
        try (PreparedStatement select = connection.prepareStatement(POSTED)) {
            select.setString(1, agreement.canonical());
            KEYS.bind(select, 2, orderKeys);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    var order = new Order(row.getString(1), row.getString(2));
                    var line = new Line(order, row.getInt(3), CalendarQuarter.parse(row.getString(4)));
                    posted.amounts.merge(
                            new Dimension(
                                    line,
                                    row.getObject(5, LocalDate.class),
                                    row.getObject(6, UUID.class),
                                    new Rate(row.getBigDecimal(7)),
                                    Treatment.valueOf(row.getString(8))),
                            new Amount(
                                    Usd.of(row.getBigDecimal(9)),
                                    Usd.of(row.getBigDecimal(10)),
                                    Usd.of(row.getBigDecimal(11)),
                                    0),
                            Amount::plus);
                    posted.numbers.merge(order, row.getInt(12), Math::max);
                    posted.names.put(line, new Names(row.getString(13), row.getString(14)));
                }
            }
        }
        return posted;
    }

    void add(Connection connection, CmasNumber agreement, List<DeclaredPosting> postings, Instant at)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(POSTINGS.insertInto("declared_posting"))) {
            POSTINGS.bind(
                    insert,
                    1,
                    postings.stream()
                            .map(posting -> new Written(agreement, posting, at))
                            .toList());
            insert.executeUpdate();
        }
    }

    /** The numbers that a version of a report or the one before names, a page of them in their order. */
    List<String> named(Connection connection, AgreementQuarter report, int version, String after, int count)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(NAMED)) {
            select.setString(1, report.agreement().canonical());
            select.setString(2, report.quarter().toString());
            select.setInt(3, version);
            select.setInt(4, version - 1);
            select.setString(5, after);
            select.setInt(6, count);
            return keys(select);
        }
    }

    /** The numbers that any report of the agreement names. */
    List<String> named(Connection connection, CmasNumber agreement, String after, int count) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(NAMED_BY_AGREEMENT)) {
            select.setString(1, agreement.canonical());
            select.setString(2, after);
            select.setInt(3, count);
            return keys(select);
        }
    }

    private static List<String> keys(PreparedStatement select) throws SQLException {
        List<String> keys = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                keys.add(row.getString(1));
            }
        }
        return keys;
    }

    /** What some report declares of which these orders may decide. */
    List<Decided> declared(Connection connection, Collection<Name> names) throws SQLException {
        Map<Name, Decided> decided = new LinkedHashMap<>();
        try (PreparedStatement select = connection.prepareStatement(DECLARED.formatted(NAMES.given()))) {
            NAMES.bind(select, 1, names);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    var name = new Name(CmasNumber.parse(row.getString(1)), row.getString(2));
                    decided.putIfAbsent(name, new Decided(name, row.getString(3)));
                }
            }
        }
        return List.copyOf(decided.values());
    }

    /**
     * What is declared with an order date within the days, a page of it.
     *
     * @param contractorId of the holder of the agreement; null for all
     * @param after null for the first page
     */
    List<Name> dated(
            Connection connection,
            LocalDate from,
            LocalDate through,
            @Nullable UUID contractorId,
            @Nullable Name after,
            int count)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(DATED)) {
            select.setObject(1, from);
            select.setObject(2, through);
            select.setObject(3, contractorId);
            select.setObject(4, contractorId);
            select.setString(5, after == null ? "" : after.agreement().canonical());
            select.setString(6, after == null ? "" : after.orderKey());
            select.setInt(7, count);
            return names(select);
        }
    }

    /**
     * What is declared under the numbers of the agency's orders, a page of it.
     *
     * @param after null for the first page
     */
    List<Name> ofAgency(Connection connection, UUID agencyId, @Nullable Name after, int count) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(OF_AGENCY)) {
            select.setObject(1, agencyId);
            select.setString(2, after == null ? "" : after.agreement().canonical());
            select.setString(3, after == null ? "" : after.orderKey());
            select.setInt(4, count);
            return names(select);
        }
    }

    private static List<Name> names(PreparedStatement select) throws SQLException {
        List<Name> names = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                names.add(new Name(CmasNumber.parse(row.getString(1)), row.getString(2)));
            }
        }
        return names;
    }
}
