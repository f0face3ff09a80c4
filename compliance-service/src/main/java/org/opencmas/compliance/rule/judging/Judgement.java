package org.opencmas.compliance.rule.judging;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.opencmas.compliance.rule.outcome.Verdict;

/**
 * What all rules say about one order.
 *
 * @param decision RETURN as soon as one finding blocks
 * @param findings one or more of every rule, in the order of the rule book, those that do not apply included
 */
public record Judgement(Decision decision, List<Finding> findings) {
    static Judgement of(List<Finding> findings) {
        boolean blocked = findings.stream().anyMatch(Finding::blocking);
        return new Judgement(blocked ? Decision.RETURN : Decision.ISSUE, findings);
    }

    /** The findings that somebody has to look at: neither passes nor rules that do not apply. */
    public List<Finding> failing() {
        return findings.stream()
                .filter(finding -> finding.verdict().needsAttention())
                .toList();
    }

    /** How many findings there are of each verdict; every verdict is counted, also at zero. */
    public Map<Verdict, Integer> summary() {
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        for (Verdict verdict : Verdict.values()) {
            counts.put(verdict, 0);
        }
        findings.forEach(finding -> counts.merge(finding.verdict(), 1, Integer::sum));
        return counts;
    }
}
