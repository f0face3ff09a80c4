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
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.ordercheck.rule.Agreement;
import org.opencmas.compliance.ordercheck.rule.CitedAgreement;
import org.opencmas.compliance.ordercheck.rule.Order;
import org.opencmas.compliance.ordercheck.rule.OrderFacts;
import org.opencmas.compliance.ordercheck.rule.SubOrder;
import org.opencmas.terms.CmasNumber;

/**
 * Gathers what the rules need to know of an order from the copies kept here: five small queries, three more for an amendment or an
 * unknown number. What is not known stays unknown; nothing is guessed.
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

    /**
     * @param receivedOn the day the order reached the suite, in California
     * @param connection everything is read through it, in the transaction of the caller
     */
    OrderFacts gather(Connection connection, Order order, LocalDate receivedOn) throws SQLException {
        List<Order> issued = order.amended() ? evaluations.issuedBefore(connection, order) : List.of();
        Order before = issued.isEmpty() ? null : issued.getFirst();
        Set<CmasNumber> dropped = dropped(before, order);
        Set<CmasNumber> numbers = new LinkedHashSet<>(order.cmasNumbers());
        numbers.addAll(dropped);
        Map<CmasNumber, AgreementHistory> histories = agreements.histories(connection, numbers);
        return new OrderFacts(
                order,
                before,
                labels(issued),
                receivedOn,
                parties.agency(connection, order.agencyId()),
                parties.contractor(connection, order.contractorId()),
                cite(connection, order.cmasNumbers(), order, before, histories),
                cite(connection, List.copyOf(dropped), order, before, histories),
                prices.listings(connection, order.lines()),
                figures.on(connection, order.relevantDate()));
    }

    private List<CitedAgreement> cite(
            Connection connection,
            List<CmasNumber> numbers,
            Order order,
            @Nullable Order before,
            Map<CmasNumber, AgreementHistory> histories)
            throws SQLException {
        List<CitedAgreement> cited = new ArrayList<>();
        for (CmasNumber cmas : numbers) {
            AgreementHistory history = histories.getOrDefault(cmas, AgreementHistory.NONE);
            LocalDate citedOn = citedOn(cmas, order, before);
            Agreement agreement = history.on(citedOn);
            Agreement onAmendmentDate = order.amended() ? history.on(order.relevantDate()) : null;
            List<CmasNumber> alike =
                    history.snapshots().isEmpty() ? agreements.lookAlikes(connection, cmas) : List.of();
            cited.add(new CitedAgreement(cmas, citedOn, agreement, onAmendmentDate, alike));
        }
        return cited;
    }

    /** A CMAS is cited since the order date, unless an amendment brought it. */
    private static LocalDate citedOn(CmasNumber cmas, Order order, @Nullable Order before) {
        boolean original = before != null && before.cmasNumbers().contains(cmas)
                || order.lines().stream()
                        .anyMatch(line -> line.boughtOn(cmas) && line.pricedOn().equals(order.orderDate()));
        return original ? order.orderDate() : order.relevantDate();
    }

    private static Set<CmasNumber> dropped(@Nullable Order before, Order order) {
        Set<CmasNumber> dropped = new LinkedHashSet<>(before == null ? List.of() : before.cmasNumbers());
        order.cmasNumbers().forEach(dropped::remove);
        return dropped;
    }

    /** The label that each CMAS had in any issued version; the latest version counts. */
    private static List<SubOrder> labels(List<Order> issued) {
        List<SubOrder> labels = new ArrayList<>();
        for (Order version : issued) {
            version.subOrders().stream()
                    .filter(sub ->
                            labels.stream().noneMatch(known -> known.cmas().equals(sub.cmas())))
                    .forEach(labels::add);
        }
        return labels;
    }
}
