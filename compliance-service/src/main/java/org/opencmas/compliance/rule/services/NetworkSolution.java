package org.opencmas.compliance.rule.services;

import java.util.List;
import java.util.Optional;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.outcome.Phrases;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.OrderLine;
import org.opencmas.compliance.rule.purchaseorder.told.Particulars.Services;

/** SVC-NETWORK-SOLUTION: an order with network design says which solution it leads to. */
public record NetworkSolution() implements Rule<OrderFacts> {
    @Override
    public RuleText text() {
        return ServicesText.SVC_NETWORK_SOLUTION;
    }

    @Override
    public Optional<String> whyNotApplicable(OrderFacts facts) {
        return lines(facts).isEmpty() ? Optional.of("No line is coded as network design.") : Optional.empty();
    }

    @Override
    public List<Outcome> check(OrderFacts facts) {
        List<OrderLine> lines = lines(facts);
        Optional<String> solution = facts.order().told().services().map(Services::networkSolution);
        return List.of(
                solution.isPresent()
                        ? Outcome.pass("The network design leads to: \"%s\"", solution.get())
                                .on(lines)
                        : Outcome.needsAttestation("Nobody says which solution the network design leads to.")
                                .on(lines)
                                .remedy(
                                        "Name the hardware or software solution of %s, or attest to it.",
                                        Phrases.lines(lines)));
    }

    private static List<OrderLine> lines(OrderFacts facts) {
        return facts.order().lines(line -> line.coded().designsNetwork());
    }
}
