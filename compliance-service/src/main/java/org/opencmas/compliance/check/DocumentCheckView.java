package org.opencmas.compliance.check;

import java.util.List;
import java.util.Map;
import org.opencmas.compliance.rule.judging.Decision;
import org.opencmas.compliance.rule.judging.Finding;
import org.opencmas.compliance.rule.judging.Judgement;
import org.opencmas.compliance.rule.outcome.Verdict;

/**
 * What the rules find.
 *
 * @param blocked true when the document is not to be used as it is
 * @param findings one or more of every rule, those that do not apply included; only what is not a plain pass where that was asked for
 * @param summary how many findings there are of each verdict, those left out included
 */
public record DocumentCheckView(
        boolean blocked, List<Finding> findings, Map<Verdict, Integer> summary, String ruleSetVersion) {
    public static DocumentCheckView of(Judgement judgement, ShownFindings shown, String ruleSetVersion) {
        return new DocumentCheckView(
                judgement.decision() == Decision.RETURN, shown.of(judgement), judgement.summary(), ruleSetVersion);
    }
}
