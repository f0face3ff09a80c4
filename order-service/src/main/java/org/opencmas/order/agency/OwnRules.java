package org.opencmas.order.agency;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opencmas.order.agency.OwnSettings.Action;
import org.opencmas.order.agency.OwnSettings.OrderApprover;
import org.opencmas.order.agency.OwnSettings.Severities;
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

    static OwnRules of(AgencyClass agencyClass, AgencyView.PolicyView policy) {
        return new OwnRules(
                agencyClass,
                policy.orderLimit(),
                policy.orderLimitAction() == Agency.LimitAction.BLOCK,
                policy.minOffers(),
                policy.settings());
    }

    /**
     * Which of the controls that are set here other rules would loosen, by the names of the settings: what stops, who approves, who may go on in spite
     * of a finding. What was not set controls nothing, so that setting it to a warning loosens nothing.
     */
    List<String> loosenedBy(OwnRules after) {
        List<String> loosened = new ArrayList<>();
        Severities was = settings.severities();
        Severities is = after.settings.severities();
        if (approvalIsNeeded() && !after.approvalIsNeeded()) {
            loosened.add("approvalRequired");
        }
        if (approvalIsNeeded() && after.approvalIsNeeded() && approversAreWidened(after)) {
            loosened.add("approvers");
        }
        if (overridesAreWidened(settings.mayOverride(), after.settings.mayOverride())) {
            loosened.add("mayOverride");
        }
        if (orderLimit != null
                && blocksAboveLimit
                && (after.orderLimit == null || !after.blocksAboveLimit || !after.orderLimit.isAtMost(orderLimit))) {
            loosened.add("orderLimit");
        }
        if (was.minOffersAction() == Action.BLOCK
                && (is.minOffersAction() != Action.BLOCK || least(after) < least(this))) {
            loosened.add("minOffers");
        }
        addUnblocked(loosened, "statementOfWorkAction", was.statementOfWorkAction(), is.statementOfWorkAction());
        addUnblocked(loosened, "bestValueAction", was.bestValueAction(), is.bestValueAction());
        addUnblocked(loosened, "plausibilityAction", was.plausibilityAction(), is.plausibilityAction());
        return loosened;
    }

    private static void addUnblocked(List<String> loosened, String name, @Nullable Action was, @Nullable Action is) {
        if (was == Action.BLOCK && is != Action.BLOCK) {
            loosened.add(name);
        }
    }

    private static int least(OwnRules rules) {
        return rules.minOffers == null ? 0 : rules.minOffers;
    }

    /** Somebody approves who did not, or up to more than before. Without a list everybody does who has the role. */
    private boolean approversAreWidened(OwnRules after) {
        List<OrderApprover> is = after.settings.approvers();
        if (settings.approvers() == null) {
            return false;
        }
        return is == null
                || is.stream()
                        .anyMatch(one -> approver(one.name())
                                .filter(before -> before.limit() == null
                                        || one.limit() != null && one.limit().isAtMost(before.limit()))
                                .isEmpty());
    }

    private static boolean overridesAreWidened(@Nullable List<String> was, @Nullable List<String> is) {
        return was != null
                && (is == null || is.stream().anyMatch(name -> was.stream().noneMatch(before -> isSame(before, name))));
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
