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

    /** Reads what {@link #toString} prints. */
    public static RuleVersion parse(String text) {
        int at = text.lastIndexOf('@');
        return new RuleVersion(text.substring(0, at), Integer.parseInt(text.substring(at + 1)));
    }

    @Override
    public String toString() {
        return ruleId + "@" + version;
    }
}
