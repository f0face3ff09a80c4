package org.opencmas.compliance.rule.bestvalue;

import java.util.List;
import java.util.Optional;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.outcome.Outcomes;
import org.opencmas.compliance.rule.purchaseorder.ContractorsAsked;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.told.Procurement.ContractorAsked;

/** BV-COMPARE-ALL: every offer that came is compared, or the reason why not is told; one that is neither fails. */
public record AllOffersCompared() implements Rule<OrderFacts> {

    @Override
    public RuleText text() {
        return BestValueText.BV_COMPARE_ALL;
    }

    @Override
    public Optional<String> whyNotApplicable(OrderFacts facts) {
        return offers(facts).isEmpty() ? Optional.of("The order tells of no offer that came.") : Optional.empty();
    }

    private static List<ContractorAsked> offers(OrderFacts facts) {
        return ContractorsAsked.of(facts.order()).map(ContractorsAsked::offers).orElse(List.of());
    }

    @Override
    public List<Outcome> check(OrderFacts facts) {
        List<ContractorAsked> offers = offers(facts);
        return Outcomes.orPass(
                offers.stream()
                        .filter(offer -> !offer.compared() && offer.notComparedReason() == null)
                        .map(offer -> Outcome.fail("The offer of %s is not part of the comparison.", offer.name())
                                .with("contractor", offer.name())
                                .remedy(
                                        "Compare the offer of %s, or tell in notComparedReason why it was not considered.",
                                        offer.name())),
                Outcome.pass("Every offer that came is compared, or told with the reason why not.")
                        .with("offers", offers.size()));
    }
}
