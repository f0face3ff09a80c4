package org.opencmas.compliance.evaluation;

import java.util.List;
import java.util.stream.Stream;
import org.opencmas.compliance.rule.judging.Finding;

/** Finds the rules whose findings differ from those of a receipt. */
final class Comparison {
    private Comparison() {}

    static List<String> differingRules(List<Finding> then, List<Finding> now) {
        return Stream.concat(then.stream(), now.stream())
                .map(Finding::ruleId)
                .distinct()
                .filter(rule -> !of(rule, then).equals(of(rule, now)))
                .toList();
    }

    private static List<Finding> of(String rule, List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.ruleId().equals(rule))
                .toList();
    }
}
