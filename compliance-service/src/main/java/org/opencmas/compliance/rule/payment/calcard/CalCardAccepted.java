package org.opencmas.compliance.rule.payment.calcard;

import java.util.List;
import java.util.Optional;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.invoice.BillFacts;
import org.opencmas.compliance.rule.outcome.Outcome;

/** PAY-CALCARD-ACCEPT: the CMAS says that the contractor takes CAL-Card; where it says no, a person notes the contractor's consent. */
public record CalCardAccepted<F extends BillFacts>() implements Rule<F> {
    @Override
    public RuleText text() {
        return CalCardText.PAY_CALCARD_ACCEPT;
    }

    @Override
    public Optional<String> whyNotApplicable(F facts) {
        return CalCard.whyNot(facts.bill());
    }

    @Override
    public List<Outcome> check(F facts) {
        Boolean accepted = facts.bill().order().acceptsCalCard();
        if (accepted == null) {
            return List.of(
                    Outcome.undetermined("Whether the CMAS says that the contractor accepts CAL-Card is not said.")
                            .remedy("Look it up in the CMAS, and say so."));
        }
        return List.of(
                accepted
                        ? Outcome.pass("The CMAS says that the contractor accepts CAL-Card.")
                        : Outcome.needsAttestation("The CMAS says that the contractor does not accept CAL-Card.")
                                .remedy("Pay by invoice, or attest that the contractor consents to the card."));
    }
}
