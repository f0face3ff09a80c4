package org.opencmas.compliance.rule.lease;

import java.util.List;
import java.util.Optional;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.outcome.Outcome;

/** LSE-CANCEL-FUNDS: a lease that is cancelled for lack of funds is of an organization that is no longer funded, with evidence. */
public record CancelledForFunds() implements Rule<LeaseCancellationFacts> {
    @Override
    public RuleText text() {
        return LeaseText.LSE_CANCEL_FUNDS;
    }

    @Override
    public Optional<String> whyNotApplicable(LeaseCancellationFacts facts) {
        return facts.ground() == LeaseCancellationFacts.Ground.LACK_OF_FUNDS
                ? Optional.empty()
                : Optional.of("The lease is not cancelled for lack of funds.");
    }

    @Override
    public List<Outcome> check(LeaseCancellationFacts facts) {
        return List.of(judge(facts));
    }

    private static Outcome judge(LeaseCancellationFacts facts) {
        if (facts.stillFunded() == null) {
            return Outcome.needsAttestation("Nobody says whether the organization is still funded.")
                    .remedy("Attest that it is no longer funded, and name the evidence.");
        }
        if (facts.stillFunded()) {
            return Outcome.warn("The organization is still funded: lack of funds is no ground then.")
                    .remedy("Keep the lease, or end it on another ground.");
        }
        return facts.evidence() == null
                ? Outcome.warn("The organization is said to be no longer funded; no evidence is named.")
                        .remedy("Name where it is shown.")
                : Outcome.pass("The organization is no longer funded; evidence: %s.", facts.evidence());
    }
}
