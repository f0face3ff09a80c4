package org.opencmas.compliance.facts;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.copy.CopyState;
import org.opencmas.compliance.parameter.FiguresInForce;
import org.opencmas.compliance.rule.Parameter;
import org.opencmas.compliance.rule.book.RuleBooks;
import org.opencmas.compliance.rule.purchaseorder.EarlierOrder;
import org.opencmas.compliance.rule.purchaseorder.LineListing;
import org.opencmas.compliance.rule.purchaseorder.Order;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.OrderLine;
import org.opencmas.compliance.rule.purchaseorder.known.Agency;
import org.opencmas.compliance.rule.purchaseorder.known.CitedAgreement;
import org.opencmas.compliance.rule.purchaseorder.known.Contractor;
import org.opencmas.journal.WaitingNews;
import org.opencmas.journal.WaitingNews.Key;
import org.opencmas.sql.Answer;
import org.opencmas.sql.RoundTrip;
import org.opencmas.terms.CmasNumber;

/**
 * Gathers what the rules need to know of orders from the copies kept here. However many orders there are, the prices are one query, and so
 * is each kind of fact that is not cached; one more each serves amendments and unknown numbers. What is not known stays unknown;
 * nothing is guessed.
 */
@ApplicationScoped
public class GatherFacts {
    private final KnownParties parties;
    private final KnownAgreements agreements;
    private final KnownPrices prices;
    private final FiguresInForce figures;

    GatherFacts(KnownParties parties, KnownAgreements agreements, KnownPrices prices, FiguresInForce figures) {
        this.parties = parties;
        this.agreements = agreements;
        this.prices = prices;
        this.figures = figures;
    }

    /** What is known of anything that the orders name; what is not known is absent. */
    private record Known(
            Map<UUID, AgencyHistory> agencies,
            Map<UUID, Contractor> contractors,
            Map<CmasNumber, AgreementHistory> histories,
            Map<CmasNumber, List<CmasNumber>> lookAlikes,
            Set<Key> newsWaiting,
            Map<LocalDate, List<Parameter>> figures) {}

    /**
     * The facts of orders and where the copies stood when they were read.
     *
     * @param facts in the order of the orders
     */
    public record Gathered(CopyState state, List<OrderFacts> facts) {}

    /**
     * Orders whose facts are being gathered.
     *
     * @param state of the copies
     * @param listings of their lines
     * @param consulting earlier consulting orders of their firms
     * @param withdrawn attestations that were taken back
     */
    public record Asked(
            List<OrderToJudge> orders,
            Answer<CopyState> state,
            Answer<List<List<LineListing>>> listings,
            Answer<List<List<EarlierOrder>>> consulting,
            Answer<WithdrawnWords> withdrawn) {}

    /** Asks, together with other things, what is asked of any orders; {@link #gather} then needs little more. */
    public Asked ask(RoundTrip first, List<OrderToJudge> orders) {
        // The state of the copies before anything that is read of them.
        Answer<CopyState> state = CopyState.ask(first);
        return new Asked(
                orders,
                state,
                prices.ask(first, ordersOf(orders)),
                ConsultingOrders.ask(first, ordersOf(orders)),
                WithdrawnWords.ask(first, ordersOf(orders)));
    }

    /**
     * Gathers the facts of each order.
     *
     * @param connection the one through which was asked, still in the same transaction
     */
    public Gathered gather(Connection connection, Asked asked) throws SQLException {
        List<List<Order>> issued = IssuedVersions.before(connection, ordersOf(asked.orders()));
        List<OrderToJudge> orders = new ArrayList<>();
        for (int i = 0; i < issued.size(); i++) {
            orders.add(asked.orders()
                    .get(i)
                    .after(issued.get(i))
                    .marked(asked.withdrawn().get()));
        }
        CopyState state = asked.state().get();
        Known known = known(connection, state, orders);
        List<List<LineListing>> listed = asked.listings().get();
        List<OrderFacts> facts = new ArrayList<>();
        for (int i = 0; i < orders.size(); i++) {
            facts.add(facts(
                    orders.get(i),
                    known,
                    listed.get(i),
                    asked.consulting().get().get(i)));
        }
        return new Gathered(state, facts);
    }

    private static List<Order> ordersOf(List<OrderToJudge> orders) {
        return orders.stream().map(OrderToJudge::order).toList();
    }

    private Known known(Connection connection, CopyState state, List<OrderToJudge> orders) throws SQLException {
        Set<CmasNumber> numbers = distinct(orders, order -> order.cmasNumbers().stream());
        Map<CmasNumber, AgreementHistory> histories = agreements.histories(connection, state, numbers);
        Set<CmasNumber> unknown = new LinkedHashSet<>(numbers);
        unknown.removeAll(histories.keySet());
        return new Known(
                parties.agencies(connection, state, distinctOf(orders, Order::agencyId)),
                parties.contractors(connection, state, distinctOf(orders, Order::contractorId)),
                histories,
                agreements.lookAlikes(connection, unknown),
                newsWaiting(connection, state, orders, numbers),
                figures.on(connection, state, distinctOf(orders, Order::relevantDate), RuleBooks.ORDERS.figures()));
    }

    private static Set<Key> newsWaiting(
            Connection connection, CopyState state, List<OrderToJudge> orders, Set<CmasNumber> numbers)
            throws SQLException {
        if (!state.newsWaiting()) {
            return Set.of();
        }
        Set<Key> named = new HashSet<>();
        distinctOf(orders, Order::agencyId).forEach(agency -> named.add(agency(agency)));
        distinctOf(orders, Order::contractorId).forEach(contractor -> named.add(contractor(contractor)));
        numbers.forEach(cmas -> named.add(agreement(cmas)));
        return WaitingNews.among(connection, named);
    }

    private static Key agency(UUID agencyId) {
        return new Key("cmas.agencies", agencyId.toString());
    }

    private static Key contractor(UUID contractorId) {
        return new Key("cmas.contractors", contractorId.toString());
    }

    private static Key agreement(CmasNumber cmas) {
        return new Key("cmas.agreements", cmas.canonical());
    }

    /** What news is waiting of is not known: no rule is to rely on a copy that may be out of date. */
    private static OrderFacts facts(
            OrderToJudge order, Known known, List<LineListing> listings, List<EarlierOrder> consulting) {
        UUID agencyId = order.order().agencyId();
        UUID contractorId = order.order().contractorId();
        var newsWaiting = new OrderFacts.NewsWaiting(
                known.newsWaiting().contains(agency(agencyId)),
                known.newsWaiting().contains(contractor(contractorId)));
        return new OrderFacts(
                order.order(),
                order.before(),
                order.labels(),
                order.receivedOn(),
                newsWaiting.agency() ? null : agency(order.order(), known),
                newsWaiting.contractor() ? null : known.contractors().get(contractorId),
                cite(order.order().cmasNumbers(), order, known),
                cite(order.dropped(), order, known),
                listings.stream()
                        .map(listing -> isNewsWaiting(order.order(), listing, known) ? listing.newsWaiting() : listing)
                        .toList(),
                newsWaiting,
                known.figures().getOrDefault(order.order().relevantDate(), List.of()),
                order.documentVersion(),
                consulting,
                null);
    }

    private static @Nullable Agency agency(Order order, Known known) {
        AgencyHistory history = known.agencies().get(order.agencyId());
        return history == null ? null : history.on(order.relevantDate());
    }

    private static boolean isNewsWaiting(Order order, LineListing listing, Known known) {
        return !known.newsWaiting().isEmpty()
                && order.lines().stream()
                        .filter(line -> line.lineId().equals(listing.lineId()))
                        .flatMap(line -> Stream.ofNullable(line.cmas()))
                        .anyMatch(cmas -> known.newsWaiting().contains(agreement(cmas)));
    }

    private static List<CitedAgreement> cite(List<CmasNumber> numbers, OrderToJudge order, Known known) {
        return numbers.stream().map(cmas -> cite(cmas, order, known)).toList();
    }

    private static CitedAgreement cite(CmasNumber cmas, OrderToJudge toJudge, Known known) {
        Order order = toJudge.order();
        AgreementHistory history = known.histories().getOrDefault(cmas, AgreementHistory.NONE);
        LocalDate citedOn = toJudge.citedOn(cmas);
        if (known.newsWaiting().contains(agreement(cmas))) {
            return CitedAgreement.newsWaiting(cmas, citedOn);
        }
        return new CitedAgreement(
                cmas,
                citedOn,
                history.on(citedOn),
                order.amended() ? history.on(order.relevantDate()) : null,
                known.lookAlikes().getOrDefault(cmas, List.of()),
                false,
                order.linesOf(cmas).stream()
                        .map(OrderLine::pricedOn)
                        .distinct()
                        .filter(day -> !day.equals(citedOn))
                        .map(day -> new CitedAgreement.OnDay(day, history.on(day)))
                        .toList());
    }

    private static <T> Set<T> distinctOf(List<OrderToJudge> orders, Function<Order, T> named) {
        return distinct(orders, order -> Stream.of(named.apply(order.order())));
    }

    private static <T> Set<T> distinct(List<OrderToJudge> orders, Function<OrderToJudge, Stream<T>> named) {
        return orders.stream().flatMap(named).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
