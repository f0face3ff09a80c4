package org.opencmas.compliance.rule.solicitation;

import static org.opencmas.compliance.rule.Citation.guide;

import org.opencmas.compliance.rule.ParameterName;
import org.opencmas.compliance.rule.RuleKind;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.terms.AgencyClass;

/** What the rules on seeking offers say of themselves: one row each. */
public final class SolicitationText {
    public static final RuleText SOL_RFO_NEEDED = RuleText.of(
                    "SOL-RFO-NEEDED",
                    1,
                    RuleKind.WARNING,
                    "The order follows a request for offer; services have a statement of work",
                    "The agency writes a request for offer that tells its needs: simple for a product, with a Statement of Work for a"
                            + " services project.",
                    guide(2, 7, "Request for Offer"))
            .read(
                    "For simple products it may be made by word of mouth. A request that is not told, or is dated after the order, is a"
                            + " warning; services without a Statement of Work stop the order only where the agency wants that.")
            .withSeverityByAgency();

    public static final RuleText SOL_MIN3_STATE = RuleText.of(
                    "SOL-MIN3-STATE",
                    4,
                    RuleKind.BLOCK,
                    "A State agency has asked three CMAS contractors, one of them certified",
                    "State agencies seek offers from at least 3 CMAS contractors, one of them a California certified small business or"
                            + " disabled veteran business if one is available.",
                    guide(2, 7, "Seeking Multiple Offers"))
            .read(
                    "To seek is not to receive: who was asked counts, whatever was answered. Contractors count once however many CMAS they"
                            + " hold, and are known by their id, or by name where none is told."
                            + " That no certified one was available is documented by its reason. On a total below the amount of the"
                            + " State Contracting Manual 1607.2 one contractor will do; a total equal to it needs all. Whom a"
                            + " request for offer kept in the suite asked is on its record, and the order that names it tells the same;"
                            + " of a check whose request's record was not seen nothing is passed. An"
                            + " order that names none rests on the agency's own statement, to which a person attests. Asked of the"
                            + " original order: an amendment seeks no offers.")
            .binding(AgencyClass.STATE)
            .using(ParameterName.STATE_OFFERS_LEAST, ParameterName.STATE_ONE_OFFER_BELOW);

    public static final RuleText SOL_MIN_LOCAL = RuleText.of(
                    "SOL-MIN-LOCAL",
                    1,
                    RuleKind.WARNING,
                    "A local agency has asked as many contractors as it set for itself",
                    "Local agencies are not bound by the State's number and set their own.",
                    guide(2, 7, "Seeking Multiple Offers"))
            .read(
                    "The State's number is never applied to a local agency. The number in force on the day of the order counts; an agency"
                            + " that set none is asked nothing. Asked of the original order.")
            .binding(AgencyClass.LOCAL)
            .withSeverityByAgency();

    private SolicitationText() {}
}
