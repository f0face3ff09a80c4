package org.opencmas.compliance.rule.bestvalue;

import static org.opencmas.compliance.rule.Citation.guide;

import org.opencmas.compliance.rule.RuleKind;
import org.opencmas.compliance.rule.RuleText;

/** What the rules on best value say of themselves: one row each. */
public final class BestValueText {
    public static final RuleText BV_MIN_STEPS = RuleText.of(
                    "BV-MIN-STEPS",
                    2,
                    RuleKind.BLOCK,
                    "The four least steps of the best value determination are done before the order is issued",
                    "The agency (1) defines its requirements, (2) obtains a copy of the CMAS, (3) reviews the CMAS against requirements and"
                            + " offer, (4) compares the offers of all who answered. All four are needed; the first comes no later than the"
                            + " fourth.",
                    guide(5, 14, "Determining Best Value"))
            .read(
                    "With one offer, step 4 is a comparison with the prices of the CMAS, and its evidence is named. A local agency may let"
                            + " a named person go on with a reason, as an attestation, and may set that it only warns. An order that tells"
                            + " nothing of the steps is stopped like one that tells three of them. Asked of the original order.")
            .withSeverityByAgency()
            .mayBeOverridden();

    public static final RuleText BV_COMPARE_ALL = RuleText.of(
                    "BV-COMPARE-ALL",
                    1,
                    RuleKind.BLOCK,
                    "The comparison holds every offer that came",
                    "Offers of all contractors who responded are compared, not a selection of them.",
                    guide(5, 14, "Determining Best Value"))
            .read(
                    "A late or incomplete offer is told as not compared, with the reason. An order that tells of no offer is asked for its"
                            + " comparison by BV-MIN-STEPS.");

    private BestValueText() {}
}
