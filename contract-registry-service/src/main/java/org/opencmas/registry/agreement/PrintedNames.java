package org.opencmas.registry.agreement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.opencmas.registry.agreement.store.Agreement;
import org.opencmas.registry.agreement.store.Agreements;
import org.opencmas.registry.agreement.store.StatusTimeline;
import org.opencmas.registry.agreement.store.Supplement;
import org.opencmas.registry.agreement.terms.AgreementStatus;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.ProgramCalendar;

/** The name of the contractor that each of its agreements prints, and how it gets another: by a supplement only (CON-NAME-CHANGE). */
@ApplicationScoped
public class PrintedNames {
    private final Agreements agreements;
    private final SupplementAgreement supplement;
    private final Clock clock;

    PrintedNames(Agreements agreements, SupplementAgreement supplement, Clock clock) {
        this.agreements = agreements;
        this.supplement = supplement;
        this.clock = clock;
    }

    /**
     * An agreement and the name that it prints.
     *
     * @param supplementNumber the supplement in force; 0 is the original
     */
    public record Printed(String cmasNumber, int supplementNumber, String contractorName) {}

    /** What the contractor's agreements print on a day, those left out that have ended or are terminated by then. */
    @Transactional
    public List<Printed> on(UUID contractorId, LocalDate day) {
        List<Printed> printed = new ArrayList<>();
        for (Agreement agreement : agreements.ofContractor(contractorId)) {
            if (isOpen(agreement, day)) {
                Supplement inForce =
                        agreements.inForce(agreement, day, null).orElseGet(() -> agreements.original(agreement));
                if (!inForce.terms().termEnd().isBefore(day)) {
                    printed.add(new Printed(
                            agreement.cmasNumber(),
                            inForce.number(),
                            inForce.terms().contractorName()));
                }
            }
        }
        return printed;
    }

    /**
     * Gives every agreement of the contractor that is not at its end the name from a day on. Terms that take effect later and print another
     * name get it from their own first day; nothing else of any terms changes.
     *
     * @return whether any agreement has terms from that day on
     */
    @Transactional
    public boolean reprint(UUID contractorId, String name, LocalDate effectiveOn) {
        boolean isReached = false;
        for (Agreement each : agreements.ofContractor(contractorId)) {
            Agreement agreement = agreements.requireForChange(CmasNumber.parse(each.cmasNumber()));
            if (isOpen(agreement, effectiveOn)) {
                LocalDate first = agreements.timeline(agreement, null).firstDay();
                isReached |= reprint(agreement, name, effectiveOn.isBefore(first) ? first : effectiveOn);
            }
        }
        return isReached;
    }

    /** @return whether it has terms from that day on */
    private boolean reprint(Agreement agreement, String name, LocalDate from) {
        boolean hasTerms = false;
        for (Supplement terms : agreements.inForceWithin(agreement, from, null)) {
            LocalDate start = terms.effectiveOn().isBefore(from) ? from : terms.effectiveOn();
            boolean inTerm = !terms.terms().termEnd().isBefore(start);
            hasTerms |= inTerm;
            if (inTerm && !terms.terms().contractorName().equals(name)) {
                supplement.add(
                        agreement,
                        new SupplementAgreement.Heading(
                                null,
                                start,
                                start.equals(terms.effectiveOn()) ? terms.number() : null,
                                "The contractor's legal name is " + name + "."),
                        legalName -> terms.terms().under(name));
            }
        }
        return hasTerms;
    }

    /** Whether it takes supplements for that day. */
    private boolean isOpen(Agreement agreement, LocalDate day) {
        LocalDate today = ProgramCalendar.dateOf(clock.instant());
        StatusTimeline timeline = agreements.timeline(agreement, null);
        return timeline.on(day.isAfter(today) ? day : today) != AgreementStatus.TERMINATED;
    }
}
