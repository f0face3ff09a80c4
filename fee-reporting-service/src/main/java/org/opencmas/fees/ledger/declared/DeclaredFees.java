package org.opencmas.fees.ledger.declared;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opencmas.fees.facts.Agreement;
import org.opencmas.fees.facts.Agreements;
import org.opencmas.fees.facts.Certificate;
import org.opencmas.fees.facts.Contractor;
import org.opencmas.fees.facts.Contractors;
import org.opencmas.fees.ledger.Amount;
import org.opencmas.fees.ledger.Treatment;
import org.opencmas.fees.ledger.declared.DeclaredBook.Name;
import org.opencmas.fees.ledger.declared.DeclaredFromScratch.Standing;
import org.opencmas.fees.ledger.declared.DeclaredOrder.Line;
import org.opencmas.fees.ledger.declared.DeclaredOrder.Order;
import org.opencmas.fees.ledger.declared.DeclaredPosting.Dimension;
import org.opencmas.fees.ledger.declared.DeclaredPosting.Names;
import org.opencmas.fees.ledger.declared.DeclaredPosting.Reason;
import org.opencmas.fees.ledger.worth.SmallBusinessWaiver;
import org.opencmas.fees.obligation.AgreementQuarter;
import org.opencmas.fees.obligation.ExpectedReports;
import org.opencmas.fees.obligation.ReportObligations;
import org.opencmas.fees.rate.FeeRateTable;
import org.opencmas.fees.rate.FeeRates;
import org.opencmas.fees.rate.Rate;
import org.opencmas.journal.Actor;
import org.opencmas.journal.Journal;
import org.opencmas.journal.NewEvent;
import org.opencmas.journal.ReceivedEvent;
import org.opencmas.journal.Recording;
import org.opencmas.journal.TimeOrderedId;
import org.opencmas.tenant.Tenant;
import org.opencmas.terms.CalendarQuarter;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.Identifier;
import org.opencmas.terms.Usd;

/**
 * Brings the book of declared orders up to what they are worth now. Posts the difference to what was posted before, in the quarter of the
 * report that declares the order or, once that is filed, in the next one still open; so doing it twice posts nothing. All of it works in the
 * connection's transaction, which has locked the ledger; a thousand orders are held at once, however many a report adds.
 */
@ApplicationScoped
public class DeclaredFees {
    private static final int ORDERS_AT_A_TIME = 1_000;
    private static final Actor SELF = Actor.system("fee-reporting-service");

    private final DeclaredBook book;
    private final LookAlikes lookAlikes;
    private final Agreements agreements;
    private final Contractors contractors;
    private final FeeRateTable rates;
    private final ReportObligations obligations;
    private final FeeDeclared events;
    private final Journal journal;
    private final Clock clock;

    DeclaredFees(
            DeclaredBook book,
            LookAlikes lookAlikes,
            Agreements agreements,
            Contractors contractors,
            FeeRateTable rates,
            ReportObligations obligations,
            FeeDeclared events,
            Journal journal,
            Clock clock) {
        this.book = book;
        this.lookAlikes = lookAlikes;
        this.agreements = agreements;
        this.contractors = contractors;
        this.rates = rates;
        this.obligations = obligations;
        this.events = events;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Says on whose account an event is recorded about the order of that number as it is compared: the known order's, where that one is typed
     * differently.
     */
    public interface Recorder extends BiFunction<String, NewEvent, Recording> {}

    /** As a consequence of that event. */
    public static Recorder after(ReceivedEvent cause) {
        return (orderKey, event) -> Recording.after(cause, event, SELF);
    }

    /** An order number under an agreement, however it is written. */
    public record Named(CmasNumber agreement, String purchaseOrderNumber) {}

    /**
     * What was posted to a report for declared orders of one day.
     *
     * @param postings how many postings it is the sum of
     */
    public record Sum(
            LocalDate orderDate, Rate rate, Treatment treatment, int postings, Usd base, Usd feeDue, Usd feeWaived) {}

    /** Keeps a part of what a version of a report adds, by the places of its lines; the whole is to be posted afterwards. */
    public void keep(
            Connection connection,
            AgreementQuarter report,
            int version,
            UUID contractorId,
            Map<Integer, DeclaredOrder> lines)
            throws SQLException {
        if (!lines.isEmpty()) {
            book.keep(
                    connection,
                    report,
                    version,
                    contractorId,
                    List.copyOf(lines.keySet()),
                    List.copyOf(lines.values()));
        }
    }

    /** Posts what a report's version that is filed now adds, and what the one before added and it does not. */
    public void post(Connection connection, AgreementQuarter report, int version, Recorder recorder)
            throws SQLException {
        Tenant.seeingAll(() -> {
            List<String> keys = book.named(connection, report, version, "", ORDERS_AT_A_TIME);
            while (!keys.isEmpty()) {
                post(connection, report.agreement(), keys, recorder);
                keys = book.named(connection, report, version, keys.getLast(), ORDERS_AT_A_TIME);
            }
            return null;
        });
    }

    /** Posts again what reports of the agreement declare: its holder has changed. */
    public void ofAgreement(Connection connection, CmasNumber agreement, Recorder recorder) throws SQLException {
        List<String> keys = book.named(connection, agreement, "", ORDERS_AT_A_TIME);
        while (!keys.isEmpty()) {
            post(connection, agreement, keys, recorder);
            keys = book.named(connection, agreement, keys.getLast(), ORDERS_AT_A_TIME);
        }
    }

    /** Posts again what is declared of orders of these numbers: something is known of them. */
    public void ofOrders(Connection connection, Collection<Named> orders, Recorder recorder) throws SQLException {
        if (orders.isEmpty()) {
            return;
        }
        Set<Name> names = orders.stream()
                .map(named -> new Name(named.agreement(), Identifier.keyOf(named.purchaseOrderNumber())))
                .collect(toSet());
        List<DeclaredBook.Decided> decided = book.declared(connection, names);
        Map<String, String> knownKeys = new HashMap<>();
        decided.forEach(each -> knownKeys.putIfAbsent(each.name().orderKey(), each.knownKey()));
        post(
                connection,
                decided.stream().map(DeclaredBook.Decided::name).toList(),
                (orderKey, event) -> recorder.apply(knownKeys.getOrDefault(orderKey, orderKey), event));
    }

    /** Posts again what is declared of orders with the numbers of the agency's: it has another name now. */
    public void ofAgency(Connection connection, UUID agencyId, Recorder recorder) throws SQLException {
        List<Name> names = book.ofAgency(connection, agencyId, null, ORDERS_AT_A_TIME);
        while (!names.isEmpty()) {
            post(connection, names, recorder);
            names = book.ofAgency(connection, agencyId, names.getLast(), ORDERS_AT_A_TIME);
        }
    }

    /**
     * Posts again what is declared with an order date within the days: a rate or a certificate has changed.
     *
     * @param contractorId of the holder of the agreement; null for all
     */
    public void ofDays(
            Connection connection, LocalDate from, LocalDate through, @Nullable UUID contractorId, Recorder recorder)
            throws SQLException {
        List<Name> names = book.dated(connection, from, through, contractorId, null, ORDERS_AT_A_TIME);
        while (!names.isEmpty()) {
            post(connection, names, recorder);
            names = book.dated(connection, from, through, contractorId, names.getLast(), ORDERS_AT_A_TIME);
        }
    }

    private void post(Connection connection, List<Name> names, Recorder recorder) throws SQLException {
        Map<CmasNumber, List<String>> keys = names.stream()
                .collect(Collectors.groupingBy(
                        Name::agreement, LinkedHashMap::new, Collectors.mapping(Name::orderKey, Collectors.toList())));
        for (Map.Entry<CmasNumber, List<String>> each : keys.entrySet()) {
            post(connection, each.getKey(), each.getValue(), recorder);
        }
    }

    /** Reports are the agreement's, also those that were filed while another contractor held it. */
    private void post(Connection connection, CmasNumber agreement, Collection<String> orderKeys, Recorder recorder)
            throws SQLException {
        Tenant.seeingAll(() -> {
            postDifferences(connection, agreement, orderKeys, recorder);
            return null;
        });
    }

    /** What of these lines would look like a known order if they were filed now. */
    public List<LookAlike> alike(Connection connection, CmasNumber agreement, List<DeclaredOrder> lines)
            throws SQLException {
        Set<String> keys =
                lines.stream().map(each -> each.line().order().orderKey()).collect(toSet());
        return lookAlikes.find(
                connection,
                agreement,
                owed(DeclaredFromScratch.of(lines, book.known(connection, agreement, keys))
                        .values()));
    }

    /**
     * The exact fee that a report would have for declared orders if it were filed now with these; nothing is posted.
     *
     * @param lines all that it adds of local orders
     */
    public Usd foreseen(Connection connection, AgreementQuarter report, List<DeclaredOrder> lines) throws SQLException {
        CmasNumber agreement = report.agreement();
        Set<String> keys =
                lines.stream().map(each -> each.line().order().orderKey()).collect(toSet());
        List<DeclaredOrder> all = new ArrayList<>(lines);
        book.lines(connection, agreement, keys).stream()
                .filter(each -> !each.line().quarter().equals(report.quarter()))
                .forEach(all::add);
        Map<Line, Standing> standings = DeclaredFromScratch.of(all, book.known(connection, agreement, keys));
        Map<Dimension, Amount> differences = differences(
                worth(connection, agreement, standings.values()),
                book.posted(connection, agreement, keys).amounts());
        Map<Dimension, AgreementQuarter> from = from(agreement, differences.keySet(), standings);
        ExpectedReports expected = obligations.expected(connection, new HashSet<>(from.values()));
        return Usd.sum(sums(connection, report).stream().map(Sum::feeDue).toList())
                .plus(Usd.sum(from.entrySet().stream()
                        .filter(each -> expected.firstOpen(each.getValue()).equals(report))
                        .map(each -> differences
                                .getOrDefault(each.getKey(), Amount.ZERO)
                                .feeDue())
                        .toList()));
    }

    private static Map<Dimension, AgreementQuarter> from(
            CmasNumber agreement, Set<Dimension> dimensions, Map<Line, Standing> standings) {
        Map<Dimension, AgreementQuarter> from = new LinkedHashMap<>();
        dimensions.forEach(each -> from.put(each, from(agreement, each.line(), standings.get(each.line()))));
        return from;
    }

    private void postDifferences(
            Connection connection, CmasNumber agreement, Collection<String> orderKeys, Recorder recorder)
            throws SQLException {
        List<DeclaredOrder> lines = book.lines(connection, agreement, orderKeys);
        Map<Line, Standing> standings = DeclaredFromScratch.of(lines, book.known(connection, agreement, orderKeys));
        lookAlikes.keep(connection, agreement, orderKeys, owed(standings.values()), Instant.now(clock));
        DeclaredBook.Posted posted = book.posted(connection, agreement, orderKeys);
        Map<Dimension, Amount> differences =
                differences(worth(connection, agreement, standings.values()), posted.amounts());
        if (differences.isEmpty()) {
            return;
        }
        List<DeclaredPosting> postings = postings(connection, agreement, differences, standings, posted);
        book.add(connection, agreement, postings, Instant.now(clock));
        journal.append(
                connection,
                postings.stream()
                        .map(posting -> recorder.apply(
                                posting.dimension().line().order().orderKey(), events.of(agreement, posting)))
                        .toList());
    }

    private static List<DeclaredOrder> owed(Collection<Standing> standings) {
        return standings.stream()
                .filter(standing -> !standing.base().isZero())
                .map(Standing::declared)
                .toList();
    }

    private Map<Dimension, Amount> worth(Connection connection, CmasNumber agreement, Collection<Standing> standings)
            throws SQLException {
        Map<Dimension, Amount> worth = new LinkedHashMap<>();
        if (standings.stream().allMatch(standing -> standing.base().isZero())) {
            return worth;
        }
        UUID holder = agreements
                .find(connection, agreement)
                .map(Agreement::contractorId)
                .orElseThrow(
                        () -> new IllegalStateException("a report of " + agreement + " is filed, and it is unknown"));
        List<Certificate> certificates = contractors
                .find(connection, holder)
                .map(Contractor::certificates)
                .orElse(List.of());
        FeeRates known = rates.load(connection);
        for (Standing standing : standings) {
            if (!standing.base().isZero()) {
                Rate rate = known.on(standing.orderDate());
                Treatment treatment = treatment(rate, standing.orderDate(), certificates);
                Usd fee = rate.shareOf(standing.base());
                worth.put(
                        new Dimension(standing.declared().line(), standing.orderDate(), holder, rate, treatment),
                        new Amount(
                                standing.base(),
                                treatment == Treatment.DUE ? fee : Usd.ZERO,
                                treatment == Treatment.WAIVED ? fee : Usd.ZERO,
                                0));
            }
        }
        return worth;
    }

    private static Treatment treatment(Rate rate, LocalDate orderDate, List<Certificate> certificates) {
        if (rate.equals(Rate.NONE)) {
            return Treatment.NOT_IN_FORCE;
        }
        return SmallBusinessWaiver.on(orderDate, certificates).isPresent() ? Treatment.WAIVED : Treatment.DUE;
    }

    private static Map<Dimension, Amount> differences(Map<Dimension, Amount> worth, Map<Dimension, Amount> posted) {
        Map<Dimension, Amount> differences = new LinkedHashMap<>();
        posted.forEach((dimension, amount) -> differences.put(
                dimension, worth.getOrDefault(dimension, Amount.ZERO).minus(amount)));
        worth.forEach(differences::putIfAbsent);
        differences.values().removeIf(Amount::isZero);
        return differences;
    }

    private List<DeclaredPosting> postings(
            Connection connection,
            CmasNumber agreement,
            Map<Dimension, Amount> differences,
            Map<Line, Standing> standings,
            DeclaredBook.Posted posted)
            throws SQLException {
        Map<Dimension, AgreementQuarter> from = from(agreement, differences.keySet(), standings);
        ExpectedReports expected = obligations.expected(connection, new HashSet<>(from.values()));
        Map<AgreementQuarter, UUID> unexpected = new LinkedHashMap<>();
        Map<Order, Integer> numbers = new HashMap<>(posted.numbers());
        List<DeclaredPosting> postings = new ArrayList<>();
        for (Map.Entry<Dimension, Amount> each : differences.entrySet()) {
            Dimension dimension = each.getKey();
            Standing standing = standings.get(dimension.line());
            AgreementQuarter shown =
                    expected.firstOpen(from.getOrDefault(dimension, from(agreement, dimension.line(), standing)));
            if (!expected.forActivity().contains(shown)) {
                unexpected.putIfAbsent(shown, dimension.contractorId());
            }
            postings.add(new DeclaredPosting(
                    TimeOrderedId.next(),
                    numbers.merge(dimension.line().order(), 1, Integer::sum),
                    names(dimension.line(), standing, posted),
                    dimension,
                    shown.quarter(),
                    reason(standing),
                    each.getValue()));
        }
        obligations.expectForActivity(connection, unexpected);
        return postings;
    }

    /** What the agency's order takes back stands beside the order's own fee. */
    private static AgreementQuarter from(CmasNumber agreement, Line line, @Nullable Standing standing) {
        CalendarQuarter answered = standing == null
                ? line.quarter()
                : standing.answer().map(KnownDocument::belongsTo).orElse(line.quarter());
        return new AgreementQuarter(agreement, answered.compareTo(line.quarter()) > 0 ? answered : line.quarter());
    }

    private static Names names(Line line, @Nullable Standing standing, DeclaredBook.Posted posted) {
        Names known = posted.names().get(line);
        if (standing != null) {
            return new Names(
                    standing.declared().agencyName(), standing.declared().purchaseOrderNumber());
        }
        if (known == null) {
            throw new IllegalStateException("a difference is of a line that is declared or was posted");
        }
        return known;
    }

    private static Reason reason(@Nullable Standing standing) {
        return standing == null
                ? new Reason(DeclaredCause.WITHDRAWN, null)
                : new Reason(
                        standing.cause(),
                        standing.answer()
                                .filter(known -> standing.cause() == DeclaredCause.ORDER_KNOWN)
                                .map(KnownDocument::orderId)
                                .orElse(null));
    }

    /** What was posted to the report for declared orders, by the order dates; as many rows as days with rates. */
    public List<Sum> sums(Connection connection, AgreementQuarter report) throws SQLException {
        List<Sum> sums = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("""
                select order_date, rate, treatment, count(*), sum(base), sum(fee_due), sum(fee_waived) from declared_posting
                where cmas_number = ? and quarter = ? group by order_date, rate, treatment order by order_date, rate, treatment
                """)) {
            select.setString(1, report.agreement().canonical());
            select.setString(2, report.quarter().toString());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    sums.add(new Sum(
                            row.getObject(1, LocalDate.class),
                            new Rate(row.getBigDecimal(2)),
                            Treatment.valueOf(row.getString(3)),
                            row.getInt(4),
                            Usd.of(row.getBigDecimal(5)),
                            Usd.of(row.getBigDecimal(6)),
                            Usd.of(row.getBigDecimal(7))));
                }
            }
        }
        return sums;
    }
}
