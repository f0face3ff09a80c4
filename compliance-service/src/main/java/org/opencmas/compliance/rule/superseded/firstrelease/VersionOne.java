package org.opencmas.compliance.rule.superseded.firstrelease;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.opencmas.compliance.rule.Attestation;
import org.opencmas.compliance.rule.ParameterName;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleKind;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.judging.Finding;
import org.opencmas.compliance.rule.judging.RuleVersion;
import org.opencmas.compliance.rule.judging.SupersededRule;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.outcome.Verdict;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.terms.AgencyClass;

/**
 * A rule as the first release asked it: an order dated before 1995 was passed over, and an attestation to a rule lifted all that the
 * rule left open, whichever lines and version it was made for. Nothing here is ever changed.
 */
public record VersionOne(Rule<OrderFacts> rule) implements SupersededRule<OrderFacts> {
    private static final LocalDate FIRST_AWARDS = LocalDate.of(1995, 1, 1);

    @Override
    public RuleVersion version() {
        return new RuleVersion(rule.text().id(), 1);
    }

    @Override
    public Stream<Finding> findings(OrderFacts facts) {
        return outcomes(facts).stream().map(outcome -> finding(outcome, facts));
    }

    private List<Outcome> outcomes(OrderFacts facts) {
        Optional<String> exempt = whyNotBound(facts).or(() -> rule.whyNotApplicable(facts));
        if (exempt.isPresent()) {
            return List.of(Outcome.notApplicable(exempt.get()));
        }
        List<Outcome> missing = missing(facts);
        return missing.isEmpty() ? rule.check(facts) : missing;
    }

    private Optional<String> whyNotBound(OrderFacts facts) {
        if (facts.order().orderDate().isBefore(FIRST_AWARDS)) {
            return Optional.of("Asked for orders dated %s or later.".formatted(FIRST_AWARDS));
        }
        AgencyClass bound = rule.text().binds();
        return facts.agencyClass()
                .filter(buyer -> bound != null && buyer != bound)
                .map(buyer -> bound == AgencyClass.STATE
                        ? "Binds State agencies; the buyer is a local agency."
                        : "Binds local agencies; the buyer is a State agency.");
    }

    private List<Outcome> missing(OrderFacts facts) {
        if (rule.text().binds() != null && facts.agency() == null) {
            return List.of(Outcome.undetermined(
                            "Agency %s is not known here.", facts.order().agencyId())
                    .remedy("Submit again when the agency's record has arrived."));
        }
        return rule.text().parameters().stream()
                .filter(name -> facts.parameter(name).isEmpty())
                .map(name -> unknown(name, facts))
                .toList();
    }

    private static Outcome unknown(ParameterName name, OrderFacts facts) {
        return Outcome.undetermined(
                        "No figure %s is known for %s.", name, facts.order().relevantDate())
                .remedy("Submit again when an analyst has entered the figure.");
    }

    private Finding finding(Outcome outcome, OrderFacts facts) {
        RuleText text = rule.text();
        Optional<Attestation> attestation = attestation(facts).filter(one -> isOpenToAttestation(outcome.verdict()));
        boolean answered = attestation.isPresent();
        return new Finding(
                text.id(),
                1,
                outcome.verdict(),
                text.kind() == RuleKind.BLOCK && stops(outcome.verdict()) && !answered,
                attestation.map(one -> outcome.message() + " " + sentence(one)).orElse(outcome.message()),
                outcome.numbers(),
                text.citation(),
                outcome.lineIds(),
                answered ? null : outcome.remedy());
    }

    private Optional<Attestation> attestation(OrderFacts facts) {
        return facts.order().attestations().stream()
                .filter(one -> one.rule().equals(rule.text().id()))
                .filter(one -> !one.statement().isBlank() && !one.attestedBy().isBlank())
                .findFirst();
    }

    private static String sentence(Attestation one) {
        return "Attested by %s on %s: %s".formatted(one.attestedBy(), one.attestedOn(), one.statement());
    }

    private static boolean stops(Verdict verdict) {
        return verdict == Verdict.FAIL || isOpenToAttestation(verdict);
    }

    private static boolean isOpenToAttestation(Verdict verdict) {
        return verdict == Verdict.NEEDS_ATTESTATION || verdict == Verdict.UNDETERMINED;
    }
}
