package org.opencmas.compliance.ordercheck;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opencmas.compliance.ordercheck.rule.Agency;
import org.opencmas.compliance.ordercheck.rule.CitedAgreement;
import org.opencmas.compliance.ordercheck.rule.Contractor;
import org.opencmas.compliance.ordercheck.rule.LineListing;
import org.opencmas.compliance.ordercheck.rule.Order;
import org.opencmas.compliance.ordercheck.rule.OrderFacts;
import org.opencmas.compliance.ordercheck.rule.Parameter;
import org.opencmas.journal.RoundTrip;
import org.opencmas.terms.CmasNumber;

/**
 * Gathers what the rules need to know of orders from the copies kept here. However many orders there are, the prices are one query, and so
 * is each kind of fact that is not remembered; one more each serves amendments and unknown numbers. What is not known stays unknown;
 * nothing is guessed.
 */
@Singleton
class GatherFacts {
    private final KnownParties parties;
    private final KnownAgreements agreements;
    private final KnownPrices prices;
    private final FiguresInForce figures;
    private final Evaluations evaluations;

    GatherFacts(
            KnownParties parties,
            KnownAgreements agreements,
            KnownPrices prices,
            FiguresInForce figures,
            Evaluations evaluations) {
        this.parties = parties;
        this.agreements = agreements;
        this.prices = prices;
        this.figures = figures;
        this.evaluations = evaluations;
    }

    /** What is known of anything that the orders name; what is not known is absent. */
    private record Known(
            Map<UUID, Agency> agencies,
            Map<UUID, Contractor> contractors,
            Map<CmasNumber, AgreementHistory> histories,
            Map<CmasNumber, List<CmasNumber>> lookAlikes,
            Map<LocalDate, List<Parameter>> figures) {}

    /**
     * The facts of orders and where the copies stood when they were read.
     *
     * @param facts in the order of the orders
     */
    record Gathered(CopyState state, List<OrderFacts> facts) {}

    /**
     * Orders whose facts are being gathered.
     *
     * @param state of the copies, once what was asked first is sent
     * @param listings of their lines, likewise
     */
    record Asked(List<ReceivedOrder> received, Supplier<CopyState> state, Supplier<List<List<LineListing>>> listings) {}

    /** Asks, together with other things, what is asked of any orders; {@link #gather} then needs little more. */
    Asked ask(RoundTrip first, List<ReceivedOrder> received) {
        // The state of the copies before anything that is read of them.
        Supplier<CopyState> state = CopyState.ask(first);
        return new Asked(received, state, prices.ask(first, ordersOf(received)));
    }

    /**
     * Gathers the facts of each order.
     *
     * @param connection the one through which was asked, still in the same transaction
     */
    Gathered gather(Connection connection, Asked asked) throws SQLException {
        List<ReceivedOrder> received = asked.received();
        List<List<Order>> issued = evaluations.issuedBefore(connection, ordersOf(received));
        List<OrderWithPast> withPast = new ArrayList<>();
        for (int i = 0; i < received.size(); i++) {
            withPast.add(new OrderWithPast(received.get(i), issued.get(i)));
        }
        CopyState state = asked.state().get();
        Known known = known(connection, state, withPast);
        List<List<LineListing>> listed = asked.listings().get();
        List<OrderFacts> facts = new ArrayList<>();
        for (int i = 0; i < withPast.size(); i++) {
            facts.add(facts(withPast.get(i), known, listed.get(i)));
        }
        return new Gathered(state, facts);
    }

    private static List<Order> ordersOf(List<ReceivedOrder> received) {
        return received.stream().map(ReceivedOrder::order).toList();
    }

    private Known known(Connection connection, CopyState state, List<OrderWithPast> orders) throws SQLException {
        Set<CmasNumber> numbers = distinct(orders, order -> order.cmasNumbers().stream());
        Map<CmasNumber, AgreementHistory> histories = agreements.histories(connection, state, numbers);
        Set<CmasNumber> unknown = new LinkedHashSet<>(numbers);
        unknown.removeAll(histories.keySet());
        return new Known(
                parties.agencies(connection, state, distinctOf(orders, Order::agencyId)),
                parties.contractors(connection, state, distinctOf(orders, Order::contractorId)),
                histories,
                agreements.lookAlikes(connection, unknown),
                figures.on(connection, state, distinctOf(orders, Order::relevantDate)));
    }

    private static OrderFacts facts(OrderWithPast order, Known known, List<LineListing> listings) {
        return new OrderFacts(
                order.order(),
                order.before(),
                order.labels(),
                order.received().receivedOn(),
                known.agencies().get(order.order().agencyId()),
                known.contractors().get(order.order().contractorId()),
                cite(order.order().cmasNumbers(), order, known),
                cite(order.dropped(), order, known),
                listings,
                known.figures().getOrDefault(order.order().relevantDate(), List.of()));
    }

    private static List<CitedAgreement> cite(List<CmasNumber> numbers, OrderWithPast order, Known known) {
        return numbers.stream().map(cmas -> cite(cmas, order, known)).toList();
    }

    private static CitedAgreement cite(CmasNumber cmas, OrderWithPast withPast, Known known) {
        Order order = withPast.order();
        AgreementHistory history = known.histories().getOrDefault(cmas, AgreementHistory.NONE);
        LocalDate citedOn = withPast.citedOn(cmas);
        return new CitedAgreement(
                cmas,
                citedOn,
                history.on(citedOn),
                order.amended() ? history.on(order.relevantDate()) : null,
                known.lookAlikes().getOrDefault(cmas, List.of()));
    }

    private static <T> Set<T> distinctOf(List<OrderWithPast> orders, Function<Order, T> named) {
        return distinct(orders, order -> Stream.of(named.apply(order.order())));
    }

    private static <T> Set<T> distinct(List<OrderWithPast> orders, Function<OrderWithPast, Stream<T>> named) {
        return orders.stream().flatMap(named).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
