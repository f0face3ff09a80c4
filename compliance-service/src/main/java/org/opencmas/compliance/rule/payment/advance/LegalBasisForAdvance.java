package org.opencmas.compliance.rule.payment.advance;

import java.util.List;
import java.util.Optional;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.invoice.BillFacts;
import org.opencmas.compliance.rule.outcome.Outcome;

/** PAY-ADVANCE-GC11019: whether GC 11019 allows an advance payment is for a person to say. */
public record LegalBasisForAdvance<F extends BillFacts>() implements Rule<F> {
    @Override
    public RuleText text() {
        return AdvanceText.PAY_ADVANCE_GC11019;
    }

    @Override
    public Optional<String> whyNotApplicable(F facts) {
        return facts.bill().legalBasisForAdvance() == null
                ? Optional.of("No legal basis for advance payment is claimed.")
                : Optional.empty();
    }

    @Override
    public List<Outcome> check(F facts) {
        return List.of(Outcome.needsAttestation(
                        "Services are to be paid in advance by this legal basis: \"%s\".",
                        facts.bill().legalBasisForAdvance())
                .remedy("Attest which of the cases of GC 11019 this is, and why."));
    }
}
