package org.opencmas.compliance.rule.terms;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.rule.ParameterName;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.outcome.Trouble;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.OrderOutcomes;
import org.opencmas.compliance.rule.purchaseorder.known.Agency;
import org.opencmas.compliance.rule.purchaseorder.known.Agreement;
import org.opencmas.compliance.rule.purchaseorder.known.CitedAgreement;
import org.opencmas.compliance.rule.purchaseorder.told.Delivery;

/**
 * ORD-DELIVERY-AFTER-EXPIRY: the order gives a day of delivery or of the end of services, at most the set number of calendar months after
 * the last day of the CMAS; that very day is allowed.
 */
public record DeliveryDaysTold() implements Rule<OrderFacts> {

    @Override
    public RuleText text() {
        return TermsText.ORD_DELIVERY_AFTER_EXPIRY;
    }

    @Override
    public List<Outcome> check(OrderFacts facts) {
        Optional<LocalDate> last =
                Optional.ofNullable(facts.order().told().delivery()).flatMap(Delivery::lastDay);
        return last.map(day -> judge(facts, day))
                .orElseGet(() -> List.of(Outcome.warn(
                                "The order gives no day of delivery and no end of services; the last may come after the CMAS expires.")
                        .remedy("Tell deliverBy or servicesThrough in delivery.")));
    }

    private static List<Outcome> judge(OrderFacts facts, LocalDate last) {
        int months = months(facts);
        return OrderOutcomes.ofEachCmas(
                facts,
                Outcome.pass("The order is fulfilled by %s, which may be after the CMAS expires.", last)
                        .with("lastDay", last),
                (cited, agreement) -> judge(facts, last, inForce(cited, agreement), months));
    }

    private static int months(OrderFacts facts) {
        Agency agency = facts.agency();
        @Nullable Integer own = agency == null ? null : agency.own().deliveryTailMonths();
        return Objects.requireNonNullElseGet(
                own, () -> facts.figure(ParameterName.DELIVERY_TAIL_MONTHS).intValueExact());
    }

    /** A supplement by the day of an amendment may have extended the CMAS. */
    private static Agreement inForce(CitedAgreement cited, Agreement agreement) {
        return Objects.requireNonNullElse(cited.onAmendmentDate(), agreement);
    }

    private static Optional<Trouble> judge(OrderFacts facts, LocalDate last, Agreement agreement, int months) {
        LocalDate longest = agreement.termEnd().plusMonths(months);
        return last.isAfter(longest)
                ? Optional.of(Outcome.warn(
                                "The order ends on %s, more than %d months after CMAS %s expires on %s.",
                                last, months, agreement.cmas(), agreement.termEnd())
                        .with("lastDay", last)
                        .with("termEnd", agreement.termEnd())
                        .with("months", months)
                        .on(facts.order().linesOf(agreement.cmas()))
                        .remedy("Confirm the day, or end by %s.", longest))
                : Optional.empty();
    }
}
