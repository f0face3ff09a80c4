package org.opencmas.compliance.rule.terms;

import java.util.List;
import java.util.Optional;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.outcome.Outcomes;
import org.opencmas.compliance.rule.outcome.Pass;
import org.opencmas.compliance.rule.purchaseorder.CopiesRead;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.told.Procurement.AgreementCopy;
import org.opencmas.terms.CmasNumber;

/** ORD-WARRANTY-TERMS: shows the terms of each CMAS as the reader of its copy tells them; where nobody tells them, that they are not known. */
public record WarrantyTermsShown() implements Rule<OrderFacts> {

    @Override
    public RuleText text() {
        return TermsText.ORD_WARRANTY_TERMS;
    }

    @Override
    public Optional<String> whyNotApplicable(OrderFacts facts) {
        return CopiesRead.of(facts.order()).none() ? Optional.of(TermsRules.NO_COPY) : Optional.empty();
    }

    @Override
    public List<Outcome> check(OrderFacts facts) {
        CopiesRead copies = CopiesRead.of(facts.order());
        Pass shown = Outcome.pass("The terms of each CMAS, as the reader of its copy tells them.");
        for (CmasNumber cmas : facts.order().cmasNumbers()) {
            Optional<String> terms = copies.of(cmas).map(AgreementCopy::terms);
            if (terms.isPresent()) {
                shown = shown.with(cmas.canonical(), terms.get());
            }
        }
        return Outcomes.orPass(
                facts.order().cmasNumbers().stream()
                        .filter(cmas ->
                                copies.of(cmas).map(AgreementCopy::terms).isEmpty())
                        .map(cmas -> Outcome.undetermined(
                                        "Warranty, maintenance, return, bond and travel terms of CMAS %s are not told.",
                                        cmas)
                                .on(facts.order().linesOf(cmas))
                                .remedy("Read them in the copy, and tell them in terms.")),
                shown);
    }
}
