package org.opencmas.compliance.rule.lease;

import java.util.List;
import java.util.Optional;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.outcome.Outcome;

/** LSE-CANCEL-CONVENIENCE: a lease is terminated for convenience only when the equipment is no longer required. */
public record CancelledForConvenience() implements Rule<LeaseCancellationFacts> {
    @Override
    public RuleText text() {
        return LeaseText.LSE_CANCEL_CONVENIENCE;
    }

    @Override
    public Optional<String> whyNotApplicable(LeaseCancellationFacts facts) {
        return facts.ground() == LeaseCancellationFacts.Ground.CONVENIENCE
                ? Optional.empty()
                : Optional.of("The lease is not terminated for convenience.");
    }

    @Override
    public List<Outcome> check(LeaseCancellationFacts facts) {
        return List.of(
                switch (facts.reason()) {
                    case NOT_REQUIRED -> Outcome.pass("The equipment is said to be no longer required.");
                    case REPLACEMENT_WANTED ->
                        Outcome.fail("Wanting something newer, different or better is no reason to end a lease.")
                                .remedy("Keep the lease until its end.");
                    case OTHER ->
                        Outcome.needsAttestation("Whether the equipment is no longer required is for a person to say.")
                                .remedy("Attest that it is no longer required, and why.");
                    case null ->
                        Outcome.needsAttestation("No reason is given for ending the lease.")
                                .remedy("Say why, or attest that the equipment is no longer required.");
                });
    }
}
