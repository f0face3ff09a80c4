package org.opencmas.compliance.rule.order;

import java.util.List;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.known.Agency;

/** GEN-AGENCY-TYPE: the buyer is a body that may spend public funds, and its type says whose rules bind it. */
public record AgencyIsPublicBody() implements Rule<OrderFacts> {

    @Override
    public RuleText text() {
        return OrderText.GEN_AGENCY_TYPE;
    }

    @Override
    public List<Outcome> check(OrderFacts facts) {
        Agency agency = facts.agency();
        if (agency == null) {
            return List.of(facts.unknownAgency());
        }
        return List.of(judge(agency)
                .with("agencyType", agency.type())
                .with("agencyClass", agency.type().agencyClass()));
    }

    private static Outcome judge(Agency agency) {
        if (!agency.empoweredToExpendPublicFunds()) {
            return Outcome.fail("%s is not recorded as empowered to spend public funds.", agency.name())
                    .remedy("Have the agency's record corrected if it is; otherwise buy outside CMAS.");
        }
        if (agency.type().needsAnalystDecision() && agency.analystDecision() == null) {
            return Outcome.fail("No analyst has decided that %s is a local agency.", agency.name())
                    .remedy("Ask DGS for a decision with a reason, then submit again.");
        }
        return Outcome.pass(
                "%s is judged by the rules for %s agencies.",
                agency.name(),
                switch (agency.type().agencyClass()) {
                    case LOCAL -> "local";
                    case STATE -> "State";
                });
    }
}
