package org.opencmas.compliance.rule.judging;

import java.util.stream.Stream;

/**
 * A version of a rule that is asked of nothing new, because its logic was wrong or was replaced. It is kept, faults and all, so that a
 * receipt that was judged by it can be judged by it again.
 */
public interface SupersededRule<F> {
    RuleVersion version();

    /** What this version finds, made into findings as it was then. */
    Stream<Finding> findings(F facts);
}
