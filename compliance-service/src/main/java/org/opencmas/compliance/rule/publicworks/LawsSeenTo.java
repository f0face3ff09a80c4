package org.opencmas.compliance.rule.publicworks;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.outcome.Outcomes;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.told.Particulars.Duty;
import org.opencmas.compliance.rule.purchaseorder.told.Particulars.LawChecked;
import org.opencmas.compliance.rule.purchaseorder.told.Particulars.PublicWorks;

/** PW-LAWS: of each of the four duties a person says when it was seen to, by the day of the document itself at the latest. */
public record LawsSeenTo() implements Rule<OrderFacts> {
    @Override
    public RuleText text() {
        return PublicWorksText.PW_LAWS;
    }

    @Override
    public Optional<String> whyNotApplicable(OrderFacts facts) {
        return PublicWorksLines.whyNot(facts);
    }

    @Override
    public List<Outcome> check(OrderFacts facts) {
        Set<Duty> open = EnumSet.allOf(Duty.class);
        PublicWorksLines.told(facts, PublicWorks::lawsChecked).stream()
                .filter(one -> !one.checkedOn().isAfter(facts.order().relevantDate()))
                .map(LawChecked::duty)
                .forEach(open::remove);
        return Outcomes.orPass(
                open.stream()
                        .map(duty -> Outcome.needsAttestation("Nobody says that %s is seen to.", inWords(duty))
                                .on(PublicWorksLines.of(facts))
                                .remedy(
                                        "See to %s until the work is done, and say when it was checked.",
                                        inWords(duty))),
                Outcome.pass("Licensing, prevailing wages, bonding and labor code were seen to."));
    }

    private static String inWords(Duty duty) {
        return switch (duty) {
            case LICENSING -> "licensing of contractor and subcontractors";
            case PREVAILING_WAGE -> "the payment of prevailing wages";
            case BONDING -> "bonding";
            case LABOR_CODE -> "the labor code";
        };
    }
}
