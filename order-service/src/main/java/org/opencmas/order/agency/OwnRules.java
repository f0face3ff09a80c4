package org.opencmas.order.agency;

import org.jspecify.annotations.Nullable;
import org.opencmas.order.agency.OwnSettings.Action;
import org.opencmas.terms.AgencyClass;

/**
 * Whose rules bind an agency, and what it sets for itself.
 *
 * @param minOffers its own number of offers; null for none. The State's number is never a local agency's (SOL-MIN-LOCAL, Guide s2 p7)
 */
public record OwnRules(AgencyClass agencyClass, @Nullable Integer minOffers, OwnSettings settings) {
    static OwnRules of(Agency agency) {
        return new OwnRules(agency.type().agencyClass(), agency.policy().minOffers(), agency.settings());
    }

    public boolean isState() {
        return agencyClass == AgencyClass.STATE;
    }

    /**
     * Whether fewer than the four least steps of a best value determination stop it (BV-MIN-STEPS, Guide s5 p14): a State department always,
     * a local agency unless it wants to be warned only.
     */
    public boolean stepsAreEnforced() {
        return isState() || settings.severities().bestValueAction() != Action.WARN;
    }

    /** Whether that person may go on without all steps: nobody of a State department. */
    public boolean mayOverrideSteps(String person) {
        return !isState()
                && (settings.mayOverride() == null || settings.mayOverride().contains(person));
    }
}
