package org.opencmas.compliance.rule.authority;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.outcome.Trouble;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.known.Agency;

/** GEN-LOCAL-OWN-POLICY: somebody has attested for the local agency, and the day of review, if one is set, is not past; that day still counts. */
public record AgreesWithOwnPolicy() implements Rule<OrderFacts> {

    @Override
    public RuleText text() {
        return AuthorityText.GEN_LOCAL_OWN_POLICY;
    }

    @Override
    public List<Outcome> check(OrderFacts facts) {
        Agency agency = facts.agency();
        return agency == null
                ? List.of(facts.unknownAgency())
                : List.of(judge(agency.own().ownPolicyAttestation(), facts.judgedAsOf()));
    }

    private static Outcome judge(Agency.@Nullable OwnPolicyAttestation attestation, LocalDate day) {
        if (attestation == null) {
            return asked("Nobody has attested for the agency that the program agrees with its own policy.");
        }
        if (attestation.attestedOn().isAfter(day)) {
            return asked(
                            "That the program agrees with the agency's own policy was attested on %s, after the document's day."
                                    .formatted(attestation.attestedOn()))
                    .with("attestedOn", attestation.attestedOn());
        }
        LocalDate review = attestation.reviewOn();
        if (review != null && review.isBefore(day)) {
            return asked("That the program agrees with the agency's own policy was to be reviewed by %s."
                            .formatted(review))
                    .with("reviewOn", review);
        }
        Outcome found = Outcome.pass(
                        "%s attested on %s that the program agrees with %s.",
                        attestation.attestedBy(), attestation.attestedOn(), attestation.policy())
                .with("attestedOn", attestation.attestedOn());
        return review == null ? found : found.with("reviewOn", review);
    }

    private static Trouble asked(String message) {
        return Outcome.needsAttestation("%s", message)
                .remedy("Have a named person attest to it, for the agency or on this order.");
    }
}
