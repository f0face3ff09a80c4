package org.opencmas.compliance.rule.superseded.authority;

import static org.opencmas.compliance.rule.Citation.guide;

import java.util.List;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleKind;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.known.Agency;
import org.opencmas.terms.AgencyClass;

/**
 * GEN-AUTHORITY: shows the law by which the buyer may use a CMAS; a body that may not spend public funds has none.
 *
 * <p>Version 1. A body of which no analyst had decided that it is a local agency was shown the basis of one.
 */
public record LegalBasisV1() implements Rule<OrderFacts> {
    private static final RuleText TEXT = RuleText.of(
                    "GEN-AUTHORITY",
                    1,
                    RuleKind.CALCULATION,
                    "The law lets the buyer use a CMAS without a bid of its own",
                    "State and local agencies may buy from a CMAS without competitive bidding of their own: Public Contract Code 10290 and"
                            + " following and 12101.5; for local agencies and school districts 10298 and 10299.",
                    guide(1, 5, "Legislation"))
            .read(
                    "The permission is for bodies that may spend public funds. The legal basis is shown with every order; whether a body may"
                            + " order at all is judged by GEN-AGENCY-TYPE.");

    private static final String PROGRAM = "Public Contract Code 10290 et seq. and 12101.5";

    @Override
    public RuleText text() {
        return TEXT;
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
        boolean local = agency.type().agencyClass() == AgencyClass.LOCAL;
        String basis = local ? PROGRAM + "; 10298 and 10299" : PROGRAM;
        return List.of(Outcome.pass(
                        "A %s agency may use a CMAS without a bid of its own: %s.", local ? "local" : "State", basis)
                .with("legalBasis", basis));
    }
}
