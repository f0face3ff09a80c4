package org.opencmas.compliance.rule.payment.advance;

import static org.opencmas.compliance.rule.Citation.guide;

import org.opencmas.compliance.rule.RuleKind;
import org.opencmas.compliance.rule.RuleText;

/** What the rules on payment in advance say of themselves: one row each. */
public final class AdvanceText {
    private static final String ADVANCE = "Advance Payments";

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

    private AdvanceText() {}
}
