package org.opencmas.compliance.rule.judging;

import org.opencmas.compliance.rule.RuleText;

/** A rule as a receipt names it. */
public record RuleVersion(String ruleId, int version) {
    static RuleVersion of(RuleText text) {
        return new RuleVersion(text.id(), text.version());
    }

    static RuleVersion of(Finding finding) {
        return new RuleVersion(finding.ruleId(), finding.ruleVersion());
    }

    @Override
    public String toString() {
        return ruleId + "@" + version;
    }
}
