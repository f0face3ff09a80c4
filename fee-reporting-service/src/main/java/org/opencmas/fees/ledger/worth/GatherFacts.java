package org.opencmas.fees.ledger.worth;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.opencmas.fees.facts.Agencies;
import org.opencmas.fees.facts.Agency;
import org.opencmas.fees.facts.Agreement;
import org.opencmas.fees.facts.Agreements;
import org.opencmas.fees.facts.Contractor;
import org.opencmas.fees.facts.Contractors;
import org.opencmas.fees.facts.OrderChange;
import org.opencmas.fees.facts.OrderChanges;
import org.opencmas.fees.facts.OrderPart;
import org.opencmas.fees.rate.FeeRateTable;
import org.opencmas.fees.rate.FeeRates;
import org.opencmas.terms.CmasNumber;

/** Collects all that the fees of orders' parts depend on, as far as it is known: one statement for each kind of fact. */
@ApplicationScoped
public class GatherFacts {
    private final Agencies agencies;
    private final Agreements agreements;
    private final Contractors contractors;
    private final OrderChanges orderChanges;
    private final FeeRateTable rates;

    GatherFacts(
            Agencies agencies,
            Agreements agreements,
            Contractors contractors,
            OrderChanges orderChanges,
            FeeRateTable rates) {
        this.agencies = agencies;
        this.agreements = agreements;
        this.contractors = contractors;
        this.orderChanges = orderChanges;
        this.rates = rates;
    }

    /** The facts of each part, in the order of the parts. */
    public SequencedMap<OrderPart, FeeFacts> ofParts(Connection connection, List<OrderPart> parts) throws SQLException {
        Set<UUID> orderIds = parts.stream().map(OrderPart::orderId).collect(toSet());
        return gather(connection, parts, orderChanges.histories(connection, orderIds));
    }

    /** The facts of all parts of the orders, in the order of the orders and then of the agreements' numbers. */
    public SequencedMap<OrderPart, FeeFacts> ofOrders(Connection connection, SequencedSet<UUID> orderIds)
            throws SQLException {
        Map<UUID, List<OrderChange>> histories = orderChanges.histories(connection, orderIds);
        List<OrderPart> parts = orderIds.stream()
                .flatMap(orderId -> partsEverNamed(orderId, histories.getOrDefault(orderId, List.of())))
                .toList();
        return gather(connection, parts, histories);
    }

    /** An order's part under an agreement has a fee even when a later change took it out. */
    private static Stream<OrderPart> partsEverNamed(UUID orderId, List<OrderChange> history) {
        return history.stream()
                .flatMap(change -> change.subtotals().keySet().stream())
                .distinct()
                .sorted(Comparator.comparing(CmasNumber::canonical))
                .map(agreement -> new OrderPart(orderId, agreement));
    }

    private SequencedMap<OrderPart, FeeFacts> gather(
            Connection connection, List<OrderPart> parts, Map<UUID, List<OrderChange>> histories) throws SQLException {
        Map<CmasNumber, Agreement> held = agreements.find(
                connection, parts.stream().map(OrderPart::agreement).collect(toSet()));
        Set<UUID> holders = held.values().stream().map(Agreement::contractorId).collect(toSet());
        Set<UUID> buyers = histories.values().stream()
                .map(history -> history.getFirst().agencyId())
                .collect(toSet());
        var gathered = new Gathered(
                histories,
                held,
                contractors.find(connection, holders),
                agencies.find(connection, buyers),
                rates.load(connection));
        SequencedMap<OrderPart, FeeFacts> facts = new LinkedHashMap<>();
        parts.forEach(part -> facts.put(part, gathered.of(part)));
        return facts;
    }

    private record Gathered(
            Map<UUID, List<OrderChange>> histories,
            Map<CmasNumber, Agreement> agreements,
            Map<UUID, Contractor> contractors,
            Map<UUID, Agency> agencies,
            FeeRates rates) {
        public FeeFacts of(OrderPart part) {
            List<OrderChange> history = histories.getOrDefault(part.orderId(), List.of());
            Optional<Agreement> held = Optional.ofNullable(agreements.get(part.agreement()));
            return new FeeFacts(
                    part.agreement(),
                    history,
                    Optional.ofNullable(agencies.get(history.getFirst().agencyId())),
                    held,
                    held.flatMap(agreement -> Optional.ofNullable(contractors.get(agreement.contractorId()))),
                    rates);
        }
    }
}
