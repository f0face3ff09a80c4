package org.opencmas.fees.ledger;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.opencmas.fees.facts.Agencies;
import org.opencmas.fees.facts.Agreement;
import org.opencmas.fees.facts.Agreements;
import org.opencmas.fees.facts.Contractor;
import org.opencmas.fees.facts.Contractors;
import org.opencmas.fees.facts.OrderChange;
import org.opencmas.fees.facts.OrderChanges;
import org.opencmas.fees.facts.OrderPart;
import org.opencmas.fees.rate.FeeRateTable;

/** Collects all that the fee of an order's part depends on, as far as it is known. */
@Singleton
final class GatherFacts {
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

    FeeFacts of(Connection connection, OrderPart part) throws SQLException {
        List<OrderChange> history = orderChanges.history(connection, part.orderId());
        Optional<Agreement> agreement = agreements.find(connection, part.agreement());
        Optional<Contractor> holder = agreement.isEmpty()
                ? Optional.empty()
                : contractors.find(connection, agreement.get().contractorId());
        return new FeeFacts(
                part.agreement(),
                history,
                agencies.find(connection, history.getFirst().agencyId()),
                agreement,
                holder,
                rates.load(connection));
    }
}
