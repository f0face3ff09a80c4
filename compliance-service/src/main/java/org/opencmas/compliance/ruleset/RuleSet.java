package org.opencmas.compliance.ruleset;

import java.time.LocalDate;
import java.util.List;
import org.opencmas.compliance.rule.book.RuleBooks;
import org.opencmas.compliance.rule.judging.Judgement;
import org.opencmas.compliance.rule.judging.Rejudgement;
import org.opencmas.compliance.rule.judging.RuleVersion;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;

/**
 * A set of rules, each in one version, by which a release judges orders.
 *
 * @param version what receipts call it: SHA-256 over the ids and versions of its rules
 * @param firstUsedOn the day of the first release that judges by it
 * @param rules in the order in which findings are shown
 */
public record RuleSet(String version, LocalDate firstUsedOn, List<RuleVersion> rules) {
    /** True for the one that orders are decided by now. */
    public boolean isInForce() {
        return version.equals(RuleBooks.ORDERS.version());
    }

    /**
     * What this set says of an order.
     *
     * @throws IllegalStateException when a version is not known any more; a test keeps every set whole
     */
    public Judgement judge(OrderFacts facts) {
        if (isInForce()) {
            return RuleBooks.ORDERS.judge(facts);
        }
        Rejudgement judged = RuleBooks.ORDERS.judgeBy(facts, rules);
        if (!judged.unknown().isEmpty()) {
            throw new IllegalStateException("not known any more: " + judged.unknown());
        }
        return judged.judgement();
    }
}
