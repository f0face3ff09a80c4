package org.opencmas.compliance.rule.agreement;

import java.util.List;
import java.util.Optional;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.outcome.Outcomes;
import org.opencmas.compliance.rule.outcome.Phrases;
import org.opencmas.compliance.rule.outcome.Trouble;
import org.opencmas.compliance.rule.purchaseorder.Order;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.known.CitedAgreement;

/** CON-NUMBER-SUFFIX: the letter belongs to the number; a number without it is another number. */
public record NumberKeepsSuffix() implements Rule<OrderFacts> {

    @Override
    public RuleText text() {
        return AgreementText.CON_NUMBER_SUFFIX;
    }

    @Override
    public List<Outcome> check(OrderFacts facts) {
        return Outcomes.orPass(
                facts.agreements().stream().flatMap(cited -> judge(facts.order(), cited).stream()),
                Outcome.pass("Every number cited is known exactly as written, letter included."));
    }

    private static Optional<Trouble> judge(Order order, CitedAgreement cited) {
        if (cited.agreement() != null) {
            return Optional.empty();
        }
        if (cited.lookAlikes().isEmpty()) {
            return Optional.of(cited.unknown().on(order.linesOf(cited.cmas())));
        }
        return Optional.of(Outcome.warn("CMAS %s is not known; a number much like it is.", cited.cmas())
                .on(order.linesOf(cited.cmas()))
                .remedy("If it was meant, write %s.", Phrases.either(cited.lookAlikes())));
    }
}
