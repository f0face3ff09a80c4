package org.opencmas.compliance.ordercheck.rule;

import static org.opencmas.compliance.ordercheck.rule.Citation.guide;

import java.util.List;

/** GEN-AGENCY-TYPE: the buyer is a body that may spend public funds, and its type says whose rules bind it. */
public record AgencyIsPublicBody() implements OrderRule {
    private static final RuleText TEXT = RuleText.of(
                    "GEN-AGENCY-TYPE",
                    2,
                    RuleKind.BLOCK,
                    "The buyer is a public body of a known type",
                    "A local agency is any city, county, city and county, district or other local governmental body or corporation,"
                            + " CSU, UC, K-12 school or community college that is empowered to spend public funds. The type decides"
                            + " whose limits hold and whether the incentive fee is due.",
                    guide(1, 5, "Definition of a Local Government Agency"))
            .read(
                    "CSU and UC are local agencies. A body the guide does not name is local only by an analyst's decision with a reason;"
                            + " without one, or without the power to spend public funds, it cannot order.");

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
