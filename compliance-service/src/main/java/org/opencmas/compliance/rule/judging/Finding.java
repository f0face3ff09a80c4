package org.opencmas.compliance.rule.judging;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.rule.Citation;
import org.opencmas.compliance.rule.outcome.Verdict;

/**
 * What one rule says about one order.
 *
 * @param ruleId identifier of the requirement
 * @param ruleVersion version of the rule's logic
 * @param verdict one of six
 * @param blocking true when the order cannot be issued because of this finding
 * @param message what was found, for a person; it says what was checked and never that an order is approved
 * @param numbers the values that show it, by name: money in US dollars, dates as YYYY-MM-DD
 * @param citation where the requirement is written
 * @param lineIds the order lines concerned, by the agency's own ids; empty when it is about the whole order
 * @param remedy the least change that would mend it; null when there is nothing to mend
 */
public record Finding(
        String ruleId,
        int ruleVersion,
        Verdict verdict,
        boolean blocking,
        String message,
        Map<String, String> numbers,
        Citation citation,
        List<String> lineIds,
        @Nullable String remedy) {}
