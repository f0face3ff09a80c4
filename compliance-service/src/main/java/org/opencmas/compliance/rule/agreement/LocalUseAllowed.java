package org.opencmas.compliance.rule.agreement;

import java.util.List;
import java.util.Optional;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.outcome.Trouble;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.OrderOutcomes;
import org.opencmas.compliance.rule.purchaseorder.known.Agreement;

/** CON-LOCAL-OPTIN: a local agency orders only from a CMAS whose contractor lets local agencies use it. */
public record LocalUseAllowed() implements Rule<OrderFacts> {

    @Override
    public RuleText text() {
        return AgreementText.CON_LOCAL_OPTIN;
    }

    @Override
    public List<Outcome> check(OrderFacts facts) {
        return OrderOutcomes.ofEachCmas(
                facts,
                Outcome.pass("Every CMAS cited is open to local agencies."),
                (cited, agreement) ->
                        judge(agreement).map(outcome -> outcome.on(facts.order().linesOf(cited.cmas()))));
    }

    private static Optional<Trouble> judge(Agreement agreement) {
        return switch (agreement.forUseBy()) {
            case STATE_AND_LOCAL -> Optional.empty();
            case STATE_ONLY ->
                Optional.of(Outcome.fail("CMAS %s is for State agencies only.", agreement.cmas())
                        .remedy("Order from a CMAS that is open to local agencies."));
            case UNKNOWN ->
                Optional.of(Outcome.undetermined(
                                "It is not recorded whether CMAS %s is open to local agencies.", agreement.cmas())
                        .remedy("Ask the CMAS Unit, or attest to what the CMAS says."));
        };
    }
}
