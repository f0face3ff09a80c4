package org.opencmas.fees.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.opencmas.fees.facts.Agencies;
import org.opencmas.fees.facts.Agency;
import org.opencmas.fees.facts.OrderParts;
import org.opencmas.fees.ledger.declared.DeclaredFees;
import org.opencmas.fees.ledger.posting.LedgerLock;
import org.opencmas.fees.ledger.posting.PostFee;
import org.opencmas.journal.ReceivedEvent;
import org.opencmas.journal.copy.VersionedCopy;
import org.opencmas.terms.AgencyType;

/** Agencies: whether a buyer is local decides whether its orders bear the fee; by its name reports name its orders. */
@ApplicationScoped
class AgencyEvents implements VersionedCopy {
    private final Payloads payloads;
    private final Agencies agencies;
    private final OrderParts orderParts;
    private final PostFee postFee;
    private final DeclaredFees declaredFees;

    AgencyEvents(
            Payloads payloads, Agencies agencies, OrderParts orderParts, PostFee postFee, DeclaredFees declaredFees) {
        this.payloads = payloads;
        this.agencies = agencies;
        this.orderParts = orderParts;
        this.postFee = postFee;
        this.declaredFees = declaredFees;
    }

    private record AgencyState(UUID agencyId, String name, AgencyType type) {}

    @Override
    public Set<String> topics() {
        return Set.of("cmas.agencies");
    }

    @Override
    public Set<String> types() {
        return Set.of("agency.registered.v1", "agency.changed.v1");
    }

    @Override
    public void handle(Connection connection, ReceivedEvent event) throws SQLException {
        LedgerLock.take(connection);
        AgencyState state = payloads.read(event, AgencyState.class);
        var agency = new Agency(state.agencyId, state.name, state.type);
        Optional<Agency> before = agencies.find(connection, agency.agencyId());
        boolean kept = agencies.save(connection, agency, event.aggregateVersion());
        if (!kept) {
            return;
        }
        if (before.map(Agency::type).filter(agency.type()::equals).isEmpty()) {
            postFee.bringUpToDate(connection, orderParts.ofAgency(connection, agency.agencyId()), event);
        } else if (!before.map(Agency::name).orElse("").equals(agency.name())) {
            declaredFees.ofAgency(connection, agency.agencyId(), DeclaredFees.after(event));
        }
    }
}
