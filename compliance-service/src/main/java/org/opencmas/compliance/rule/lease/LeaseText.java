package org.opencmas.compliance.rule.lease;

import static org.opencmas.compliance.rule.Citation.guide;

import org.opencmas.compliance.rule.ParameterName;
import org.opencmas.compliance.rule.RuleKind;
import org.opencmas.compliance.rule.RuleText;

/** What the rules on leases say of themselves: one row each. */
public final class LeaseText {
    private static final String PLANS = "Federal Lease to Own Purchase (LTOP)";

    public static final RuleText LSE_LTOP_OK = RuleText.of(
                    "LSE-LTOP-OK",
                    1,
                    RuleKind.BLOCK,
                    "At the end of a lease to own purchase or a hardware rental, no residual value is owed",
                    "Federal lease to own purchase and hardware rental are acceptable when at most 1.00 is owed at the end of the term; 1.00"
                            + " itself is accepted, 1.01 is not.",
                    guide(8, 17, PLANS))
            .read("The guide writes both no residual value and a residual value of $1: 0.00 through 1.00 are accepted.")
            .using(ParameterName.LEASE_RESIDUAL_LIMIT);

    public static final RuleText LSE_LTOP_COSTLY = RuleText.of(
            "LSE-LTOP-COSTLY",
            1,
            RuleKind.WARNING,
            "A federal lease to own purchase may cost more than the State's own plans",
            "Federal lease to own purchase may be faster and more expensive than GS $Mart or Lease $Mart of the State's financial"
                    + " marketplace.",
            guide(8, 17, PLANS));

    public static final RuleText LSE_OTHER_FED_NO = RuleText.of(
            "LSE-OTHER-FED-NO",
            1,
            RuleKind.BLOCK,
            "No other federal lease is sold through CMAS",
            "Except for lease to own purchase and hardware rental without residual value, the lease provisions of the federal schedules"
                    + " are not acceptable and cannot be sold through CMAS.",
            guide(8, 17, "Federal Lease Provisions"));

    public static final RuleText LSE_CANCEL_FUNDS = RuleText.of(
                    "LSE-CANCEL-FUNDS",
                    1,
                    RuleKind.WARNING,
                    "A lease is cancelled for lack of funds only when the organization is no longer funded",
                    "Who cancels a lease for lack of funds says that the organization is no longer funded, and where that is shown.",
                    guide(8, 17, PLANS))
            .read("The guide says should: it is a warning and a person's word.");

    public static final RuleText LSE_CANCEL_CONVENIENCE = RuleText.of(
                    "LSE-CANCEL-CONVENIENCE",
                    1,
                    RuleKind.BLOCK,
                    "A lease is terminated for convenience only when the equipment is no longer required",
                    "That something newer, different or better is wanted is no reason to end a lease early.",
                    guide(8, 17, PLANS))
            .read("A replacement as the reason stops the cancellation; no reason at all is put to a person.");

    private LeaseText() {}
}
