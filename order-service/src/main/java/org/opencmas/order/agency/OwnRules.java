package org.opencmas.order.agency;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opencmas.order.agency.OwnSettings.Action;
import org.opencmas.order.agency.OwnSettings.OrderApprover;
import org.opencmas.terms.AgencyClass;
import org.opencmas.terms.Identifier;
import org.opencmas.terms.Usd;

/**
 * Whose rules bind an agency, and what it sets for itself.
 *
 * @param orderLimit its own highest order, US dollars before tax and freight, inclusive; null for none
 * @param blocksAboveLimit whether an order above the limit is stopped, not only warned of
 * @param minOffers its own number of offers; null for none. The State's number is never a local agency's (SOL-MIN-LOCAL, Guide s2 p7)
 */
public record OwnRules(
        AgencyClass agencyClass,
        @Nullable Usd orderLimit,
        boolean blocksAboveLimit,
        @Nullable Integer minOffers,
        OwnSettings settings) {
    static OwnRules of(Agency agency) {
        return new OwnRules(
                agency.type().agencyClass(),
                agency.orderLimit().orElse(null),
                agency.policy().orderLimitAction() == Agency.LimitAction.BLOCK,
                agency.policy().minOffers(),
                agency.settings());
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

    /** Whether an order or amendment is sent only after one of the approvers, who is not its writer, approved it. */
    public boolean approvalIsNeeded() {
        return Boolean.TRUE.equals(settings.severities().approvalRequired());
    }

    /** Whether that person may go on without all steps: nobody of a State department. */
    public boolean mayOverrideSteps(String person) {
        List<String> named = settings.mayOverride();
        return !isState() && (named == null || named.stream().anyMatch(name -> isSame(name, person)));
    }

    /** Who approves under that name; empty when the policy does not name the person, or names nobody at all. */
    public Optional<OrderApprover> approver(String person) {
        List<OrderApprover> named = settings.approvers();
        return named == null
                ? Optional.empty()
                : named.stream().filter(one -> isSame(one.name(), person)).findFirst();
    }

    /** Persons are told apart as all names are: letter case and repeated blanks do not count. */
    private static boolean isSame(String one, String other) {
        return Identifier.keyOf(one).equals(Identifier.keyOf(other));
    }
}
