package org.opencmas.compliance.rule.services;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.outcome.Outcomes;
import org.opencmas.compliance.rule.outcome.Trouble;
import org.opencmas.compliance.rule.purchaseorder.LineKind;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.OrderLine;

/** SVC-KIND: every line of services is coded as exactly one kind; a line of anything else is coded as none. */
public record ServiceKindTold() implements Rule<OrderFacts> {
    @Override
    public RuleText text() {
        return ServicesText.SVC_KIND;
    }

    @Override
    public Optional<String> whyNotApplicable(OrderFacts facts) {
        return services(facts).isEmpty() && codedOthers(facts).isEmpty()
                ? Optional.of("The order has no line of services.")
                : Optional.empty();
    }

    @Override
    public List<Outcome> check(OrderFacts facts) {
        return Outcomes.orPass(
                Stream.concat(
                        services(facts).stream()
                                .filter(line -> line.coded().serviceKind() == null)
                                .map(ServiceKindTold::uncoded),
                        codedOthers(facts).stream().map(ServiceKindTold::mixed)),
                Outcome.pass("Every line of services is coded as one kind.").on(services(facts)));
    }

    private static List<OrderLine> services(OrderFacts facts) {
        return facts.order().lines(line -> line.kind() == LineKind.SERVICES);
    }

    private static List<OrderLine> codedOthers(OrderFacts facts) {
        return facts.order()
                .lines(line -> line.kind() != LineKind.SERVICES && line.coded().serviceKind() != null);
    }

    private static Trouble uncoded(OrderLine line) {
        return Outcome.needsAttestation("Nobody says which kind of services line %s buys.", line.lineId())
                .on(line)
                .remedy("Code line %s as PERSONAL, CONSULTING or TECHNICAL.", line.lineId());
    }

    private static Trouble mixed(OrderLine line) {
        return Outcome.warn(
                        "Line %s buys %s and is coded as %s services.",
                        line.lineId(), line.kind(), line.coded().serviceKind())
                .on(line)
                .remedy("Split line %s, or order it as services.", line.lineId());
    }
}
