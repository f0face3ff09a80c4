package org.opencmas.compliance.rule.nsp.excluded;

import java.util.List;
import java.util.Optional;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.outcome.Phrases;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.OrderLine;
import org.opencmas.compliance.rule.services.EarlierConsulting;

/** NSP-EXCL-FOLLOWON: consulting services as NSP items need the buyer's word that they follow from no earlier recommendation of the contractor. */
public record NspFollowOn() implements Rule<OrderFacts> {
    @Override
    public RuleText text() {
        return ExcludedText.NSP_EXCL_FOLLOWON;
    }

    @Override
    public Optional<String> whyNotApplicable(OrderFacts facts) {
        return lines(facts).isEmpty() ? Optional.of("No NSP line buys consulting services.") : Optional.empty();
    }

    @Override
    public List<Outcome> check(OrderFacts facts) {
        List<OrderLine> lines = lines(facts);
        return List.of(EarlierConsulting.stated(facts)
                .<Outcome>map(stated -> stated.endProduct()
                        ? Outcome.fail(
                                        "%s follows from what the same contractor recommended.",
                                        capital(Phrases.lines(lines)))
                                .remedy("Buy %s from another contractor.", Phrases.lines(lines))
                        : Outcome.pass(
                                "The buyer says that it follows from no earlier order: \"%s\"", stated.statement()))
                .orElseGet(() -> Outcome.needsAttestation(
                                "Nobody says whether the contractor recommended the consulting services before.")
                        .remedy("Say how the order stands to earlier consulting orders, or attest to it."))
                .on(lines));
    }

    private static List<OrderLine> lines(OrderFacts facts) {
        return facts.order().lines(line -> line.nsp() && line.coded().consulting());
    }

    private static String capital(String phrase) {
        return "L" + phrase.substring(1);
    }
}
