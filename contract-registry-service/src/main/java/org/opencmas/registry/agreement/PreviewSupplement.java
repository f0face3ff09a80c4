package org.opencmas.registry.agreement;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.opencmas.registry.agreement.store.Agreement;
import org.opencmas.registry.agreement.store.Agreements;
import org.opencmas.registry.agreement.store.RecordedAgreement;
import org.opencmas.registry.agreement.store.Supplement;
import org.opencmas.registry.agreement.terms.Terms;
import org.opencmas.registry.agreement.terms.TermsFields;
import org.opencmas.registry.order.OrdersUnderAgreements;
import org.opencmas.terms.CmasNumber;

/**
 * Shows what a supplement would make of an agreement, or what a new agreement would be: it is added as {@link SupplementAgreement} adds it,
 * with all that this refuses, and taken back. Nothing is stored and nobody is told.
 */
@ApplicationScoped
public class PreviewSupplement {
    private final Agreements agreements;
    private final RegisterAgreement register;
    private final SupplementAgreement supplement;
    private final OrdersUnderAgreements orders;

    PreviewSupplement(
            Agreements agreements,
            RegisterAgreement register,
            SupplementAgreement supplement,
            OrdersUnderAgreements orders) {
        this.agreements = agreements;
        this.register = register;
        this.supplement = supplement;
        this.orders = orders;
    }

    /**
     * What would be.
     *
     * @param entry the agreement as the supplement would leave it
     * @param differences from the terms that are in force on its first day now
     * @param later days on which terms that are recorded already take over from it
     * @param orders in force, which it would meet
     */
    public record Preview(
            RecordedAgreement entry,
            List<TermsFields.Difference> differences,
            List<LocalDate> later,
            OrdersUnderAgreements.Affected orders) {}

    public Preview of(CmasNumber number, NewSupplement body) {
        return takenBack(() -> preview(number, body));
    }

    /** Of an agreement that is not registered yet; nothing is before it and nothing later. */
    public Preview of(NewAgreement body) {
        return takenBack(() -> {
            RecordedAgreement entry = register.register(body);
            CmasNumber number = CmasNumber.parse(entry.state().cmasNumber());
            return new Preview(entry, List.of(), List.of(), orders.affected(number, body.firstDay(), null));
        });
    }

    private static Preview takenBack(Supplier<Preview> made) {
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                throw new TakenBack(made.get());
            });
        } catch (TakenBack rolledBack) {
            return rolledBack.preview;
        }
        throw new IllegalStateException("a preview always rolls back");
    }

    private Preview preview(CmasNumber number, NewSupplement body) {
        SupplementAgreement.Heading heading = body.heading();
        Agreement agreement = agreements.requireForChange(number);
        Terms before = agreements
                .inForce(agreement, heading.effectiveOn(), null)
                .orElseGet(() -> agreements.original(agreement))
                .terms();
        List<LocalDate> later = agreements.supplements(agreement).stream()
                .map(Supplement::effectiveOn)
                .filter(day -> day.isAfter(heading.effectiveOn()))
                .distinct()
                .sorted()
                .toList();
        RecordedAgreement entry = supplement.add(agreement, heading, body::terms);
        return new Preview(
                entry,
                TermsFields.differences(before, entry.supplement().terms()),
                later,
                orders.affected(number, heading.effectiveOn(), later.isEmpty() ? null : later.getFirst()));
    }

    /** Rolls back and carries the preview out of the transaction. */
    private static final class TakenBack extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient Preview preview;

        TakenBack(Preview preview) {
            super("rolled back", null, false, false);
            this.preview = preview;
        }
    }
}
