package org.opencmas.compliance.review.finding.automatic;

import java.util.List;
import org.opencmas.compliance.review.finding.FindingKind;
import org.opencmas.compliance.review.finding.ReviewFinding;
import org.opencmas.compliance.review.finding.Weight;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.outcome.Verdict;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;

/** What a rule of the book finds, as a review tells it. No attestation of the buyer's lifts it: a review looks for itself. */
final class RuleFindings {
    private RuleFindings() {}

    static List<ReviewFinding> of(FindingKind kind, Rule<OrderFacts> rule, OrderFacts facts) {
        if (rule.whyNotApplicable(facts).isPresent()) {
            return List.of();
        }
        return rule.check(facts).stream()
                .filter(outcome -> outcome.verdict().needsAttention())
                .map(outcome -> finding(kind, outcome))
                .toList();
    }

    private static ReviewFinding finding(FindingKind kind, Outcome outcome) {
        return new ReviewFinding(
                kind, weight(outcome.verdict()), false, outcome.message(), outcome.numbers(), outcome.lineIds());
    }

    private static Weight weight(Verdict verdict) {
        return switch (verdict) {
            case FAIL -> Weight.VIOLATION;
            case UNDETERMINED -> Weight.UNDETERMINED;
            case WARN, NEEDS_ATTESTATION, PASS, NOT_APPLICABLE -> Weight.QUESTION;
        };
    }
}
