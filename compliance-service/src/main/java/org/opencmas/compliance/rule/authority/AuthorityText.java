package org.opencmas.compliance.rule.authority;

import static org.opencmas.compliance.rule.Citation.guide;

import org.opencmas.compliance.rule.RuleKind;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.terms.AgencyClass;

/** What the rules on the buyer's right say of themselves: one row each. */
public final class AuthorityText {
    public static final RuleText GEN_AUTHORITY = RuleText.of(
                    "GEN-AUTHORITY",
                    2,
                    RuleKind.CALCULATION,
                    "The law lets the buyer use a CMAS without a bid of its own",
                    "State and local agencies may buy from a CMAS without competitive bidding of their own: Public Contract Code 10290 and"
                            + " following and 12101.5; for local agencies and school districts 10298 and 10299.",
                    guide(1, 5, "Legislation"))
            .read(
                    "The permission is for bodies that may spend public funds. The legal basis is shown with every order, for a body that the guide"
                            + " does not name once an analyst has decided that it is a local agency; whether a body may order at all is"
                            + " judged by GEN-AGENCY-TYPE.");

    public static final RuleText GEN_LOCAL_OWN_POLICY = RuleText.of(
                    "GEN-LOCAL-OWN-POLICY",
                    1,
                    RuleKind.WARNING,
                    "A local agency has decided that the program agrees with its own policy",
                    "Each local agency determines for itself whether the CMAS program agrees with its procurement policy and rules.",
                    guide(1, 5, "Legislation"))
            .read(
                    "The guide does not say how long that holds. A named person attests to it once for the agency, through a day of review"
                            + " that the agency sets, that day included; an attestation on the order answers it too. The text says should, so"
                            + " a missing one stops nothing.")
            .binding(AgencyClass.LOCAL);

    public static final RuleText GEN_LEGAL_COUNSEL = RuleText.of(
                    "GEN-LEGAL-COUNSEL",
                    1,
                    RuleKind.WARNING,
                    "Lawyers and the contracting office are asked where the purchase calls for it",
                    "The agency consults them as the scope or complexity of the purchase requires (also Section 1, page 5).",
                    guide(2, 8, "Legal Counsel"))
            .read(
                    "No threshold is given. The agency may set what asks for it: a total above an amount, services, clauses of its own; where"
                            + " it set nothing, nothing is asked. The answer is an attestation: consulted, or not needed, and why.");

    private AuthorityText() {}
}
