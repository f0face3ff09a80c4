package org.opencmas.compliance.rule.services;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.outcome.Outcomes;
import org.opencmas.compliance.rule.outcome.Trouble;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.told.Particulars.Substitute;

/** SVC-RESUME-SUBSTITUTE: of every proposed substitute the resume was reviewed, by the day of the document itself at the latest, and meets both requirements. */
public record SubstitutesReviewed() implements Rule<OrderFacts> {
    @Override
    public RuleText text() {
        return ServicesText.SVC_RESUME_SUBSTITUTE;
    }

    @Override
    public Optional<String> whyNotApplicable(OrderFacts facts) {
        return substitutes(facts).isEmpty()
                ? Optional.of("The order tells of no substitute for anyone.")
                : Optional.empty();
    }

    @Override
    public List<Outcome> check(OrderFacts facts) {
        List<Substitute> all = substitutes(facts);
        return Outcomes.orPass(
                all.stream().flatMap(one -> judge(one, facts.order().relevantDate()).stream()),
                Outcome.pass("The resumes of all substitutes were reviewed and meet what is asked."));
    }

    private static List<Substitute> substitutes(OrderFacts facts) {
        return facts.order().told().services().stream()
                .flatMap(services -> Stream.ofNullable(services.substitutes()))
                .flatMap(List::stream)
                .toList();
    }

    private static Optional<Trouble> judge(Substitute one, LocalDate day) {
        LocalDate reviewedOn = one.reviewedOn();
        if (reviewedOn == null || one.reviewedBy() == null || reviewedOn.isAfter(day)) {
            return Optional.of(
                    Outcome.needsAttestation("The resume of the substitute %s was not reviewed by %s.", one.role(), day)
                            .remedy("Review the resume and say who did so when, or attest to it."));
        }
        if (Boolean.FALSE.equals(one.meetsAgreement()) || Boolean.FALSE.equals(one.meetsRequest())) {
            return Optional.of(Outcome.warn("The substitute %s does not meet what is asked.", one.role())
                    .with("reviewedOn", reviewedOn)
                    .remedy("Ask for someone else."));
        }
        return one.meetsAgreement() == null || one.meetsRequest() == null
                ? Optional.of(Outcome.needsAttestation(
                                "Nobody says whether the substitute %s meets both the CMAS and the request.",
                                one.role())
                        .with("reviewedOn", reviewedOn)
                        .remedy("Say whether education and experience meet both, or attest to it."))
                : Optional.empty();
    }
}
