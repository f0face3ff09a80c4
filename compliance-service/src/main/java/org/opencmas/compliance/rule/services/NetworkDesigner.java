package org.opencmas.compliance.rule.services;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.outcome.Phrases;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.OrderLine;
import org.opencmas.compliance.rule.purchaseorder.told.Particulars.Designer;
import org.opencmas.compliance.rule.purchaseorder.told.Particulars.Employer;
import org.opencmas.compliance.rule.purchaseorder.told.Particulars.Services;

/** SVC-NETWORK-RCDD: design of network infrastructure has a named designer whose certificate is valid on the day of the document, its last day included. */
public record NetworkDesigner() implements Rule<OrderFacts> {
    @Override
    public RuleText text() {
        return ServicesText.SVC_NETWORK_RCDD;
    }

    @Override
    public Optional<String> whyNotApplicable(OrderFacts facts) {
        return lines(facts).isEmpty()
                ? Optional.of("No line is coded as design of network infrastructure.")
                : Optional.empty();
    }

    @Override
    public List<Outcome> check(OrderFacts facts) {
        List<OrderLine> lines = lines(facts);
        Optional<Designer> named = facts.order().told().services().map(Services::designer);
        return List.of(named.<Outcome>map(
                        designer -> judge(designer, facts.order().relevantDate()))
                .orElseGet(() -> Outcome.needsAttestation("No certified designer is named.")
                        .remedy("Name the RCDD, number and employer for %s, or attest to it.", Phrases.lines(lines)))
                .on(lines));
    }

    private static Outcome judge(Designer designer, LocalDate day) {
        LocalDate last = designer.validThrough();
        if (last != null && last.isBefore(day)) {
            return Outcome.fail("The certificate %s of %s ended on %s.", designer.registration(), designer.name(), last)
                    .with("validThrough", last)
                    .remedy("Name a designer whose certificate is valid on %s.", day);
        }
        return Outcome.pass(
                "%s, RCDD %s, is employed by the %s.",
                designer.name(),
                designer.registration(),
                designer.employer() == Employer.CONTRACTOR ? "contractor" : "subcontractor");
    }

    private static List<OrderLine> lines(OrderFacts facts) {
        return facts.order().lines(line -> line.coded().designsInfrastructure());
    }
}
