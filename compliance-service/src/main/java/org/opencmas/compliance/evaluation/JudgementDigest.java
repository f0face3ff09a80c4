package org.opencmas.compliance.evaluation;

import org.apache.commons.codec.digest.DigestUtils;
import org.opencmas.compliance.facts.FactsJson;
import org.opencmas.compliance.rule.judging.Judgement;

/**
 * Tells whether two judgements say the same to a person: the decision, and every finding that somebody has to look at, word for word. What passes and
 * what does not apply is in neither, nor is the rule set: a rule that changed and finds the same changes nothing for the one who asked.
 */
final class JudgementDigest {
    private JudgementDigest() {}

    /** SHA-256, lower-case hexadecimal. */
    static String of(Judgement judgement) {
        return DigestUtils.sha256Hex(judgement.decision() + "\n" + FactsJson.text(judgement.failing()));
    }
}
