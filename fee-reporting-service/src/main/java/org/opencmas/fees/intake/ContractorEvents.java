package org.opencmas.fees.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.opencmas.fees.facts.Certificate;
import org.opencmas.fees.facts.Contractor;
import org.opencmas.fees.facts.Contractors;
import org.opencmas.fees.facts.OrderParts;
import org.opencmas.fees.ledger.declared.DeclaredFees;
import org.opencmas.fees.ledger.posting.LedgerLock;
import org.opencmas.fees.ledger.posting.PostFee;
import org.opencmas.journal.ReceivedEvent;
import org.opencmas.journal.copy.VersionedCopy;
import org.opencmas.terms.CertificationType;

/** Contractors: their certificates decide what is waived, also when one is corrected afterwards. */
@ApplicationScoped
class ContractorEvents implements VersionedCopy {
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private final Payloads payloads;
    private final Contractors contractors;
    private final OrderParts orderParts;
    private final PostFee postFee;
    private final DeclaredFees declaredFees;

    ContractorEvents(
            Payloads payloads,
            Contractors contractors,
            OrderParts orderParts,
            PostFee postFee,
            DeclaredFees declaredFees) {
        this.payloads = payloads;
        this.contractors = contractors;
        this.orderParts = orderParts;
        this.postFee = postFee;
        this.declaredFees = declaredFees;
    }

    private record ContractorState(UUID contractorId, String legalName, List<CertificateState> certificates) {
        Contractor contractor() {
            return new Contractor(
                    contractorId,
                    legalName,
                    certificates.stream().map(CertificateState::certificate).toList());
        }
    }

    private record CertificateState(
            CertificationType type, String number, LocalDate validFrom, LocalDate validThrough) {
        Certificate certificate() {
            return new Certificate(type, number, validFrom, validThrough);
        }
    }

    @Override
    public Set<String> topics() {
        return Set.of("cmas.contractors");
    }

    @Override
    public Set<String> types() {
        return Set.of("contractor.registered.v1", "contractor.changed.v1");
    }

    @Override
    public void handle(Connection connection, ReceivedEvent event) throws SQLException {
        LedgerLock.take(connection);
        Contractor contractor = payloads.read(event, ContractorState.class).contractor();
        Optional<Contractor> before = contractors.find(connection, contractor.contractorId());
        if (!contractors.save(connection, contractor, event.aggregateVersion())) {
            return;
        }
        if (before.isEmpty()) {
            bringUpToDate(connection, contractor, FIRST_DAY, LAST_DAY, event);
            return;
        }
        Set<Certificate> changed = changedCertificates(before.get(), contractor);
        if (!changed.isEmpty()) {
            LocalDate from = changed.stream()
                    .map(Certificate::validFrom)
                    .min(Comparator.naturalOrder())
                    .orElse(FIRST_DAY);
            LocalDate through = changed.stream()
                    .map(Certificate::validThrough)
                    .max(Comparator.naturalOrder())
                    .orElse(LAST_DAY);
            bringUpToDate(connection, contractor, from, through, event);
        }
    }

    /**
     * Only orders dated within a certificate that came, went or changed can be treated or counted differently now; nothing depends on one
     * of a nonprofit.
     */
    private static Set<Certificate> changedCertificates(Contractor before, Contractor after) {
        Set<Certificate> changed = new HashSet<>(before.certificates());
        Set<Certificate> kept = new HashSet<>(after.certificates());
        kept.retainAll(changed);
        changed.addAll(after.certificates());
        changed.removeAll(kept);
        changed.removeIf(certificate -> certificate.type() == CertificationType.NP);
        return changed;
    }

    private void bringUpToDate(
            Connection connection, Contractor contractor, LocalDate from, LocalDate through, ReceivedEvent event)
            throws SQLException {
        postFee.bringUpToDate(
                connection, orderParts.ofContractor(connection, contractor.contractorId(), from, through), event);
        declaredFees.ofDays(connection, from, through, contractor.contractorId(), DeclaredFees.after(event));
    }
}
