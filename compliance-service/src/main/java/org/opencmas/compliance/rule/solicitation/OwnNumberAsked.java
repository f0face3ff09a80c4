package org.opencmas.compliance.rule.solicitation;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleKind;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.purchaseorder.ContractorsAsked;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.known.Agency;

/** SOL-MIN-LOCAL: a local agency asked at least the number of different contractors that it set for itself, by the day of the order. */
public record OwnNumberAsked() implements Rule<OrderFacts> {

    @Override
    public RuleText text() {
        return SolicitationText.SOL_MIN_LOCAL;
    }

    @Override
    public Optional<String> whyNotApplicable(OrderFacts facts) {
        if (facts.order().amended()) {
            return Optional.of(SolicitationRules.AMENDMENT);
        }
        return facts.agency() != null && least(facts.agency()) == 0
                ? Optional.of("The agency has set no number of offers of its own, and the State's does not bind it.")
                : Optional.empty();
    }

    @Override
    public RuleKind kind(OrderFacts facts) {
        Agency agency = facts.agency();
        return agency != null && agency.own().minOffersAction() == Agency.Severity.BLOCK
                ? RuleKind.BLOCK
                : RuleKind.WARNING;
    }

    @Override
    public List<Outcome> check(OrderFacts facts) {
        int least = least(
                Objects.requireNonNull(facts.agency(), "the rule book asks bound rules only with a known agency"));
        return List.of(ContractorsAsked.of(facts.order())
                .map(all -> judge(all.by(facts.judgedAsOf()).count(), least))
                .orElseGet(() -> Outcome.needsAttestation(
                                "The agency asks at least %d contractors; the order does not tell which were asked.",
                                least)
                        .with("least", least)
                        .remedy("Tell them in procurement.contractorsAsked, or attest to whom was asked.")));
    }

    private static int least(Agency agency) {
        return Objects.requireNonNullElse(agency.own().minOffers(), 0);
    }

    private static Outcome judge(int asked, int least) {
        Outcome found = asked < least
                ? Outcome.fail("%d different contractors were asked; the agency's own number is %d.", asked, least)
                        .remedy("Ask %d more before the order is issued.", least - asked)
                : Outcome.pass("%d different contractors were asked; the agency's own number is %d.", asked, least);
        return found.with("asked", asked).with("least", least);
    }
}
