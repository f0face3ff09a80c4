package org.opencmas.fees.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.opencmas.fees.facts.Agreement;
import org.opencmas.fees.facts.Agreements;
import org.opencmas.fees.facts.OrderParts;
import org.opencmas.fees.ledger.declared.DeclaredFees;
import org.opencmas.fees.ledger.posting.LedgerLock;
import org.opencmas.fees.ledger.posting.PostFee;
import org.opencmas.fees.obligation.ReportObligations;
import org.opencmas.journal.ReceivedEvent;
import org.opencmas.journal.copy.VersionedCopy;
import org.opencmas.terms.ProgramCalendar;

/** Agreements: their terms say which reports are due, their holders who owes the fee. */
@ApplicationScoped
class AgreementEvents implements VersionedCopy {
    private final Payloads payloads;
    private final Agreements agreements;
    private final OrderParts orderParts;
    private final ReportObligations obligations;
    private final PostFee postFee;
    private final DeclaredFees declaredFees;

    AgreementEvents(
            Payloads payloads,
            Agreements agreements,
            OrderParts orderParts,
            ReportObligations obligations,
            PostFee postFee,
            DeclaredFees declaredFees) {
        this.payloads = payloads;
        this.agreements = agreements;
        this.orderParts = orderParts;
        this.obligations = obligations;
        this.postFee = postFee;
        this.declaredFees = declaredFees;
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
        AgreementState state = payloads.read(event, AgreementState.class);
        LocalDate toldOn = ProgramCalendar.dateOf(event.occurredAt());
        Optional<Agreement> before = agreements.find(connection, state.number());
        Agreement agreement = state.agreement(before, toldOn);
        if (!agreements.save(connection, agreement, event.aggregateVersion())) {
            return;
        }
        obligations.expectForTerm(connection, agreement, toldOn);
        if (before.map(Agreement::contractorId)
                .filter(agreement.contractorId()::equals)
                .isEmpty()) {
            postFee.bringUpToDate(connection, orderParts.ofAgreement(connection, agreement.number()), event);
            declaredFees.ofAgreement(connection, agreement.number(), DeclaredFees.after(event));
        }
    }
}
