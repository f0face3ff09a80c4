package org.opencmas.compliance.rule.superseded.solicitation;

import java.util.List;
import java.util.Optional;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.purchaseorder.ContractorsAsked;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;

/** SOL-MIN3-STATE, version 3. A check passed by the request that it named, whether or not its record was there. */
public record ThreeAskedByStateV3() implements Rule<OrderFacts> {
    private static final RuleText TEXT = AskedByState.text(
            3,
            "To seek is not to receive: who was asked counts, whatever was answered. Contractors count once however many CMAS they"
                    + " hold, and are known by their id, or by name where none is told."
                    + " That no certified one was available is documented by its reason. On a total below the amount of the"
                    + " State Contracting Manual 1607.2 one contractor will do; a total equal to it needs all. Whom a"
                    + " request for offer kept in the suite asked is on its record, and the order that names it tells the same. An"
                    + " order that names none rests on the agency's own statement, to which a person attests. Asked of the"
                    + " original order: an amendment seeks no offers.");
    private static final AskedByState ASKED = new AskedByState(ContractorsAsked::isContractorOf, true);

    @Override
    public RuleText text() {
        return TEXT;
    }

    @Override
    public Optional<String> whyNotApplicable(OrderFacts facts) {
        return AskedByState.whyNotApplicable(facts);
    }

    @Override
    public List<Outcome> check(OrderFacts facts) {
        return ASKED.check(facts);
    }
}
