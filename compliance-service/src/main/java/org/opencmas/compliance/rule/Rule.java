package org.opencmas.compliance.rule;

import java.util.List;
import java.util.Optional;
import org.opencmas.compliance.rule.outcome.Outcome;

/**
 * One requirement. Pure: equal facts give equal outcomes.
 *
 * @param <F> the facts of the subject that it judges
 */
public interface Rule<F extends Facts> {
    /** What the rule says of itself. */
    RuleText text();

    /**
     * Asked before {@link #check}: why the requirement does not touch this subject, or nothing when it does. Whether it binds the agency
     * at all is said by {@link RuleText#binds} and asked by the rule book.
     */
    default Optional<String> whyNotApplicable(F facts) {
        return Optional.empty();
    }

    /**
     * What breaking the requirement does to this subject: what the text says, unless the requirement leaves that to the agency
     * ({@link RuleText#latitude}) and the agency has chosen.
     */
    default RuleKind kind(F facts) {
        return text().kind();
    }

    /** What the rule finds: at least one outcome, never none. */
    List<Outcome> check(F facts);
}
