package org.opencmas.compliance.rule.terms;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.outcome.Trouble;
import org.opencmas.compliance.rule.purchaseorder.LineKind;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.OrderLine;
import org.opencmas.compliance.rule.purchaseorder.OrderOutcomes;
import org.opencmas.compliance.rule.purchaseorder.known.Agreement;
import org.opencmas.terms.CmasNumber;

/** ORD-TRAVEL-ALLOWED: a line of travel fails where its CMAS provides for none on the line's price date, and warns of the limits where it does. */
public record TravelProvidedFor() implements Rule<OrderFacts> {

    @Override
    public RuleText text() {
        return TermsText.ORD_TRAVEL_ALLOWED;
    }

    @Override
    public Optional<String> whyNotApplicable(OrderFacts facts) {
        return travel(facts).isEmpty() ? Optional.of("The order has no travel.") : Optional.empty();
    }

    private static List<OrderLine> travel(OrderFacts facts) {
        return facts.order().lines(line -> line.kind() == LineKind.TRAVEL);
    }

    @Override
    public List<Outcome> check(OrderFacts facts) {
        return OrderOutcomes.ofEachLine(
                travel(facts),
                Outcome.pass("Every line of travel is provided for."),
                line -> Optional.of(judge(facts, line)));
    }

    private static Trouble judge(OrderFacts facts, OrderLine line) {
        @Nullable CmasNumber cmas = line.cmas();
        if (cmas == null) {
            return Outcome.undetermined("Line %s of travel names no readable CMAS number.", line.lineId())
                    .on(line)
                    .remedy("Give line %s its CMAS number.", line.lineId());
        }
        Agreement agreement = facts.cited(cmas).on(line.pricedOn());
        if (agreement == null) {
            return facts.cited(cmas).unknownOn(line.pricedOn()).on(line);
        }
        Boolean provides = agreement.travelAllowed();
        if (provides == null) {
            return Outcome.undetermined("It is not recorded whether CMAS %s provides for travel.", cmas)
                    .on(line)
                    .remedy("Attest to what the CMAS says about travel.");
        }
        return provides
                ? Outcome.warn("CMAS %s provides for travel within limits that stand in its text only.", cmas)
                        .with("travel", line.amount())
                        .on(line)
                        .remedy(
                                "Compare line %s with the limits of the CMAS and the agency's travel rules.",
                                line.lineId())
                : Outcome.fail("CMAS %s does not provide for travel on %s.", cmas, line.pricedOn())
                        .on(line)
                        .remedy("Take line %s off the order.", line.lineId());
    }
}
