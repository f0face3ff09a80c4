package org.opencmas.compliance.rule.payment;

import static org.opencmas.compliance.rule.Citation.guide;

import org.opencmas.compliance.rule.ParameterName;
import org.opencmas.compliance.rule.RuleKind;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.terms.AgencyClass;

/** What the rules on invoices and payments say of themselves: one row each. */
public final class PaymentText {
    private static final String DUE = "Required Payment Date";

    public static final RuleText PAY_NAME_MATCH = RuleText.of(
                    "PAY-NAME-MATCH",
                    2,
                    RuleKind.BLOCK,
                    "The company's name is the same on CMAS, order and invoice",
                    "An invoice whose company name differs from the one on the CMAS or on the order is not to be approved; the contractor has its"
                            + " legal name changed on the CMAS first.",
                    guide(6, 15, "Contractor Name/ Ownership Change"))
            .read(
                    "Capitals and spaces do not matter. Where only punctuation differs, as in Inc and Inc. or a comma, a person says that it is"
                            + " the same company. The name on the CMAS is that of the invoice date; a trade name counts only if it stands there."
                            + " Two names of one contractor, before and after a change of its legal name, are a warning: those that the"
                            + " CMAS had printed by the invoice date, and its former legal names as the registry has them. A new legal name"
                            + " counts from the day on which the CMAS prints it.");

    public static final RuleText ORD_TRAVEL_IN_PO = RuleText.of(
                    "ORD-TRAVEL-IN-PO",
                    1,
                    RuleKind.BLOCK,
                    "Travel is paid only as the order has it",
                    "Detail and cost of travel have to stand in the order to be payable; up to the cost that stands there, inclusive.",
                    guide(4, 13, "Travel"))
            .read(
                    "A travel line of the invoice names the order line that it bills, and all that is billed of that line is at most its"
                            + " amount. That agency and contractor discussed travel before issue is asked at the order.");

    public static final RuleText PAY_DISPUTED = RuleText.of(
                    "PAY-DISPUTED",
                    1,
                    RuleKind.WARNING,
                    "A disputed invoice goes back to the contractor at once",
                    "An invoice that is disputed should be rejected and returned for correction, not paid; on the day on which the dispute ends"
                            + " it may be paid.",
                    guide(6, 15, DUE))
            .read(
                    "The guide says should, so it is a warning. The days on which an invoice is disputed stop the clock of payment; a corrected"
                            + " invoice starts it anew. The guide sets no time for the dispute itself.");

    public static final RuleText PAY_45_DAYS = RuleText.of(
                    "PAY-45-DAYS",
                    1,
                    RuleKind.WARNING,
                    "A State agency pays an undisputed invoice within 45 days",
                    "The 45 days follow the later of acceptance (for services, performance) and receipt of the undisputed invoice: that day is"
                            + " day 0, day 45 is on time, day 46 is late (Government Code 927 and following).",
                    guide(6, 15, DUE))
            .read(
                    "Calendar days; days in dispute do not count, and a corrected invoice begins a new day 0. The duty names State agencies, so"
                            + " for a local buyer the clock is shown among the figures and nothing is asked. Other law that may bind local"
                            + " bodies is not coded.")
            .binding(AgencyClass.STATE)
            .using(ParameterName.PROMPT_PAYMENT_DAYS);

    public static final RuleText PAY_PENALTY = RuleText.of(
                    "PAY-PENALTY",
                    2,
                    RuleKind.CALCULATION,
                    "Late payment by a State agency costs a penalty",
                    "For information: a State agency that pays late owes a penalty without being asked, at a yearly rate that is set for each"
                            + " fiscal year, another one for certified small businesses. A penalty up to 10.00 for those, up to 100.00 for"
                            + " others, is waived (Government Code 927.6).",
                    guide(6, 15, DUE))
            .read(
                    "The rate is ten points above the prime rate for small businesses, and one point above the pooled money rate, at most 15%,"
                            + " for others, each as of 30 June before the fiscal year. Those rates stand in neither source: until an analyst"
                            + " enters the rate of a year the penalty is undetermined, and while none of any year is entered it says that the"
                            + " table of rates is empty. The rate is that of the year of the first late day; simple"
                            + " interest on the amount paid, by 365 days, rounded half up. It is no legal result.")
            .binding(AgencyClass.STATE)
            .using(
                    ParameterName.PROMPT_PAYMENT_DAYS,
                    ParameterName.PENALTY_WAIVED_SMALL_BUSINESS,
                    ParameterName.PENALTY_WAIVED_OTHERS,
                    ParameterName.PENALTY_RATE_SMALL_BUSINESS,
                    ParameterName.PENALTY_RATE_OTHERS);

    private PaymentText() {}
}
