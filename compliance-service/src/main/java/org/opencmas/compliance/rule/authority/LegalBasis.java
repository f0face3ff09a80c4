package org.opencmas.compliance.rule.authority;

import java.util.List;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.known.Agency;
import org.opencmas.terms.AgencyClass;

/** GEN-AUTHORITY: shows the law by which the buyer may use a CMAS; a body that may not spend public funds has none, and one that nobody decided on none that is known. */
public record LegalBasis() implements Rule<OrderFacts> {
    private static final String PROGRAM = "Public Contract Code 10290 et seq. and 12101.5";

    @Override
    public RuleText text() {
        return AuthorityText.GEN_AUTHORITY;
    }

    @Override
    public List<Outcome> check(OrderFacts facts) {
        Agency agency = facts.agency();
        if (agency == null) {
            return List.of(facts.unknownAgency());
        }
        if (!agency.empoweredToExpendPublicFunds()) {
            return List.of(Outcome.warn(
                            "The permission to use a CMAS is for bodies that may spend public funds; %s may not.",
                            agency.name())
                    .remedy("Buy outside CMAS."));
        }
        if (agency.type().needsAnalystDecision() && agency.analystDecision() == null) {
            return List.of(Outcome.undetermined(
                            "No analyst has decided that %s is a local agency, so that no legal basis can be shown.",
                            agency.name())
                    .remedy("Ask DGS for a decision with a reason, then submit again."));
        }
        boolean local = agency.type().agencyClass() == AgencyClass.LOCAL;
        String basis = local ? PROGRAM + "; 10298 and 10299" : PROGRAM;
        return List.of(Outcome.pass(
                        "A %s agency may use a CMAS without a bid of its own: %s.", local ? "local" : "State", basis)
                .with("legalBasis", basis));
    }
}
