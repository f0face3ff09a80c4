package org.opencmas.fees.ledger.worth;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.opencmas.fees.facts.Agency;
import org.opencmas.fees.facts.Agreement;
import org.opencmas.fees.facts.Contractor;
import org.opencmas.fees.facts.OrderChange;
import org.opencmas.fees.rate.FeeRates;
import org.opencmas.terms.CmasNumber;

/**
 * All that the fee of one order under one agreement depends on, gathered beforehand.
 *
 * @param agreement the agreement's number
 * @param history every issued document of the order and its termination, at least one, in any order
 * @param buyer empty while the agency has not been heard of
 * @param held the agreement, empty while it has not been heard of
 * @param holder the agreement's contractor, empty while not heard of
 */
public record FeeFacts(
        CmasNumber agreement,
        List<OrderChange> history,
        Optional<Agency> buyer,
        Optional<Agreement> held,
        Optional<Contractor> holder,
        FeeRates rates) {
    public FeeFacts {
        history = history.stream().sorted(OrderChange.SEQUENCE).toList();
        if (history.isEmpty()) {
            throw new IllegalArgumentException("an order has at least one document");
        }
    }

    /** Who owes the fee as far as that can be said: the holder of the agreement, or else the contractor that the order names. */
    public Optional<UUID> contractorId() {
        return held.map(Agreement::contractorId)
                .or(() -> history.reversed().stream()
                        .flatMap(change -> Optional.ofNullable(change.contractorId()).stream())
                        .findFirst());
    }
}
