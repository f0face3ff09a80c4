package org.opencmas.registry.agreement.store;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.registry.agreement.terms.AgreementStatus;
import org.opencmas.registry.agreement.terms.BaseContract;
import org.opencmas.registry.agreement.terms.Category;
import org.opencmas.registry.agreement.terms.ForUseBy;
import org.opencmas.registry.agreement.terms.ListedCertification;
import org.opencmas.registry.agreement.terms.Terms;
import org.opencmas.terms.ProcurementKind;
import org.opencmas.terms.Usd;

/**
 * An agreement as one supplement leaves it: the payload of the {@code agreement.*} events, and the heart of the
 * resource's answers.
 *
 * @param rawNumber the number as first entered
 * @param status on the day of the event or the day asked for, which need not be the supplement's
 * @param statusTimeline every status and its first day, as known at the event or the instant asked for; ascending by day, at most one a
 *     day, the first on the agreement's first day, none after TERMINATED
 * @param supplementNumber 0 for the original
 * @param effectiveOn first day these terms apply
 * @param termEnd last day on which orders can be issued, inclusive
 * @param acceptsCalCard null when not known
 * @param travelAllowed null when not known
 * @param stateOrderLimit in US dollars with two places, null without one
 * @param baseContract null as long as it is not known
 */
public record AgreementState(
        String cmasNumber,
        String rawNumber,
        ProcurementKind kind,
        UUID contractorId,
        String contractorName,
        AgreementStatus status,
        List<StatusSince> statusTimeline,
        int supplementNumber,
        LocalDate effectiveOn,
        LocalDate termStart,
        LocalDate termEnd,
        ForUseBy forUseBy,
        boolean nspProvision,
        @Nullable Boolean acceptsCalCard,
        @Nullable Boolean travelAllowed,
        @Nullable String stateOrderLimit,
        List<String> productCodes,
        List<Category> categories,
        List<ListedCertification> listedCertifications,
        @Nullable BaseContract baseContract) {

    public static AgreementState of(
            Agreement agreement, Supplement supplement, StatusTimeline timeline, LocalDate day) {
        Terms terms = supplement.terms();
        return new AgreementState(
                agreement.cmasNumber(),
                agreement.rawNumber(),
                agreement.kind(),
                agreement.contractorId(),
                terms.contractorName(),
                timeline.on(day),
                timeline.entries(),
                supplement.number(),
                supplement.effectiveOn(),
                terms.termStart(),
                terms.termEnd(),
                terms.forUseBy(),
                terms.nspProvision(),
                terms.acceptsCalCard(),
                terms.travelAllowed(),
                terms.stateOrderLimit() == null
                        ? null
                        : Usd.of(terms.stateOrderLimit()).toString(),
                List.copyOf(terms.productCodes()),
                terms.coveredCategories(),
                List.copyOf(terms.listedCertifications()),
                terms.baseContract());
    }
}
