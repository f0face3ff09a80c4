package org.opencmas.compliance.rule.payment;

import static org.opencmas.compliance.rule.Citation.guide;

import org.opencmas.compliance.rule.ParameterName;
import org.opencmas.compliance.rule.RuleKind;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.terms.AgencyClass;

/** What the rules on invoices and payments say of themselves: one row each. */
public final class PaymentText {
    private static final String CAL_CARD = "CAL-Card (Credit Card)";
    private static final String ADVANCE = "Advance Payments";
    private static final String DUE = "Required Payment Date";

    public static final RuleText PAY_NAME_MATCH = RuleText.of(
                    "PAY-NAME-MATCH",
                    1,
                    RuleKind.BLOCK,
                    "The company's name is the same on CMAS, order and invoice",
                    "An invoice whose company name differs from the one on the CMAS or on the order is not to be approved; the contractor has its"
                            + " legal name changed on the CMAS first.",
                    guide(6, 15, "Contractor Name/ Ownership Change"))
            .read(
                    "Capitals and spaces do not matter. Where only punctuation differs, as in Inc and Inc. or a comma, a person says that it is"
                            + " the same company. The name on the CMAS is that of the invoice date; a trade name counts only if it stands there.");

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

    public static final RuleText PAY_CALCARD_PO = RuleText.of(
                    "PAY-CALCARD-PO",
                    1,
                    RuleKind.BLOCK,
                    "A payment by CAL-Card has an order document",
                    "CAL-Card is a way to pay: an order document is needed all the same.",
                    guide(6, 15, CAL_CARD))
            .read(
                    "The guide does not say when the document has to be there. One dated after the payment is a warning; the same day is"
                            + " none.");

    public static final RuleText PAY_CALCARD_ACCEPT = RuleText.of(
                    "PAY-CALCARD-ACCEPT",
                    1,
                    RuleKind.BLOCK,
                    "The CMAS says that the contractor accepts CAL-Card",
                    "Each CMAS states whether its contractor is paid by CAL-Card; payment by the card keeps to that.",
                    guide(6, 15, CAL_CARD))
            .read(
                    "Where the CMAS says no, a contractor may still consent: a named person notes that. On an order of several CMAS, the"
                            + " caller says yes only when all of them do.");

    public static final RuleText PAY_CALCARD_MARK = RuleText.of(
            "PAY-CALCARD-MARK",
            1,
            RuleKind.WARNING,
            "The order says that payment was by CAL-Card",
            "Where payment is by CAL-Card, the order should show it.",
            guide(6, 15, CAL_CARD));

    public static final RuleText PAY_ADVANCE_NONE = RuleText.of(
                    "PAY-ADVANCE-NONE",
                    1,
                    RuleKind.BLOCK,
                    "Services are not paid in advance",
                    "Services are paid on their last day or later; a payment on the day before is in advance.",
                    guide(6, 15, ADVANCE))
            .read(
                    "A line that is for several days is done on the last one. Maintenance of equipment is a service. An invoice that names no"
                            + " day of payment is taken to be paid on its own date, the earliest possible. Subscriptions and warranties have"
                            + " rules of their own.");

    public static final RuleText PAY_ADVANCE_SUBSCRIPTION = RuleText.of(
                    "PAY-ADVANCE-SUBSCRIPTION",
                    1,
                    RuleKind.BLOCK,
                    "A subscription is paid in advance only where the order provides for it",
                    "Software maintenance and license fees count as a subscription and may be paid in advance, if the order has a provision on"
                            + " payment in advance: both are needed.",
                    guide(6, 15, ADVANCE))
            .read(
                    "The sentence of the guide is broken; it is read so that the exception needs the provision. Hosted software counts when it"
                            + " is coded as a subscription; else a person says whether its fee is a license fee.");

    public static final RuleText PAY_ADVANCE_WARRANTY = RuleText.of(
                    "PAY-ADVANCE-WARRANTY",
                    1,
                    RuleKind.BLOCK,
                    "A warranty upgrade or extension is paid in advance once",
                    "The first payment in advance of a warranty upgrade or extension is allowed, the second is not.",
                    guide(6, 15, ADVANCE))
            .read(
                    "Once is taken by order line and warranty period; two lines of one invoice for the same count as two.");

    public static final RuleText PAY_ADVANCE_GC11019 = RuleText.of(
                    "PAY-ADVANCE-GC11019",
                    1,
                    RuleKind.BLOCK,
                    "Other advance payment for services has a legal basis that a person attests",
                    "Government Code 11019 allows advance payment for services in narrow cases only, such as between certain departments and"
                            + " certain nonprofit organizations, or to another government agency.",
                    guide(6, 15, ADVANCE))
            .read(
                    "Whether a case is one of them is a legal judgement, so it is never found here: a named person says it.");

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
                    1,
                    RuleKind.CALCULATION,
                    "Late payment by a State agency costs a penalty",
                    "For information: a State agency that pays late owes a penalty without being asked, at a yearly rate that is set for each"
                            + " fiscal year, another one for certified small businesses. A penalty up to 10.00 for those, up to 100.00 for"
                            + " others, is waived (Government Code 927.6).",
                    guide(6, 15, DUE))
            .read(
                    "The rate is ten points above the prime rate for small businesses, and one point above the pooled money rate, at most 15%,"
                            + " for others, each as of 30 June before the fiscal year. Those rates stand in neither source: until an analyst"
                            + " enters the rate of a year the penalty is undetermined. The rate is that of the year of the first late day; simple"
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
