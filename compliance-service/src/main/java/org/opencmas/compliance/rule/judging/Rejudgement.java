package org.opencmas.compliance.rule.judging;

import java.util.List;

/**
 * A receipt's facts judged again by the rules it was judged by.
 *
 * @param unknown versions of rules that this release does not know, so that the judgement is not whole
 */
public record Rejudgement(Judgement judgement, List<RuleVersion> unknown) {}
