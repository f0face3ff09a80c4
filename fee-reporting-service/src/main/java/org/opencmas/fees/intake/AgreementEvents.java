package org.opencmas.fees.intake;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.opencmas.fees.facts.Agreement;
import org.opencmas.fees.facts.Agreements;
import org.opencmas.fees.facts.OrderParts;
import org.opencmas.fees.ledger.LedgerLock;
import org.opencmas.fees.ledger.PostFee;
import org.opencmas.fees.obligation.ReportObligations;
import org.opencmas.journal.ReceivedEvent;
import org.opencmas.journal.VersionedCopy;
import org.opencmas.terms.CmasNumber;

/** Agreements: their terms say which reports are due, their holders who owes the fee. */
@Singleton
final class AgreementEvents implements VersionedCopy {
    private static final String TERMINATED = "TERMINATED";

    private final Payloads payloads;
    private final Agreements agreements;
    private final OrderParts orderParts;
    private final ReportObligations obligations;
    private final PostFee postFee;

    AgreementEvents(
            Payloads payloads,
            Agreements agreements,
            OrderParts orderParts,
            ReportObligations obligations,
            PostFee postFee) {
        this.payloads = payloads;
        this.agreements = agreements;
        this.orderParts = orderParts;
        this.obligations = obligations;
        this.postFee = postFee;
    }

    private record AgreementState(
            String cmasNumber,
            UUID contractorId,
            String status,
            LocalDate effectiveOn,
            LocalDate termStart,
            LocalDate termEnd) {
        /** A terminated agreement's last day is that of its termination, if that comes before the end of its term. */
        Agreement agreement() {
            LocalDate last = status.equals(TERMINATED) && effectiveOn.isBefore(termEnd) ? effectiveOn : termEnd;
            return new Agreement(CmasNumber.parse(cmasNumber), contractorId, termStart, last, effectiveOn);
        }
    }

    @Override
    public Set<String> topics() {
        return Set.of("cmas.agreements");
    }

    @Override
    public Set<String> types() {
        return Set.of("agreement.registered.v1", "agreement.supplemented.v1", "agreement.status-changed.v1");
    }

    @Override
    public void handle(Connection connection, ReceivedEvent event) throws SQLException {
        LedgerLock.take(connection);
        Agreement agreement = payloads.read(event, AgreementState.class).agreement();
        Optional<Agreement> before = agreements.find(connection, agreement.number());
        if (!agreements.save(connection, agreement, event.aggregateVersion())) {
            return;
        }
        obligations.expectForTerm(connection, agreement);
        if (before.map(Agreement::contractorId)
                .filter(agreement.contractorId()::equals)
                .isEmpty()) {
            postFee.bringUpToDate(connection, orderParts.ofAgreement(connection, agreement.number()), event);
        }
    }
}
