package org.opencmas.order.account;

import java.math.BigDecimal;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.opencmas.order.account.terms.NewProgressTerms;
import org.opencmas.order.account.terms.PaymentFigures;
import org.opencmas.order.account.terms.ProgressTerms;
import org.opencmas.order.account.terms.ProgressTerms.Kind;
import org.opencmas.order.account.terms.ProgressTerms.RiskDecision;
import org.opencmas.problem.RefusedByRule;
import org.opencmas.problem.body.FieldReader;

/** Reads terms of progress payments against the order that they are for. */
final class TermsReading {
    private final FieldReader fields = new FieldReader();
    private final AccountChange.Context at;

    private final PaymentFigures figures;

    private TermsReading(AccountChange.Context at, PaymentFigures figures) {
        this.at = at;
        this.figures = figures;
    }

    /**
     * @throws org.opencmas.problem.InvalidRequest (400) that names every fault
     * @throws RefusedByRule (422) for terms of another kind than the order, and for less withheld than the law lets be
     */
    static ProgressTerms read(NewProgressTerms sent, AccountChange.Context at) throws SQLException {
        return new TermsReading(at, PaymentFigures.on(at.connection(), at.today())).terms(sent);
    }

    private ProgressTerms terms(NewProgressTerms sent) {
        NewProgressTerms.Read read =
                sent.read(fields, at.today(), figures.usualShare(), at.account().price());
        fields.requireNoFaults();
        requireFitting(read.kind());
        requireShare(read.kind(), read.share(), read.risk());
        return new ProgressTerms(
                read.kind(),
                read.share(),
                read.risk(),
                read.tasks(),
                read.startsOn(),
                read.lastDay(),
                figures.ofTerms(),
                at.by());
    }

    private void requireFitting(Kind kind) {
        if (!at.account().documents().stream().allMatch(kind::fits)) {
            throw new RefusedByRule(
                    "terms-not-for-the-order",
                    kind + " is for " + kind.fittingOrders()
                            + ". Agree the terms that are for what the order buys, or place "
                            + "what they are for by an order of its own (Guide s4 p12-13).",
                    java.util.Map.of("rule", kind.rule()));
        }
    }

    private void requireShare(Kind kind, BigDecimal share, @Nullable RiskDecision risk) {
        if (share.compareTo(figures.usualShare()) >= 0) {
            return;
        }
        BigDecimal least = figures.leastShareAt(at.account().price());
        boolean allowed = kind == Kind.IT_SPECIAL && risk != null && share.compareTo(least) >= 0;
        if (!allowed) {
            throw new RefusedByRule(
                    "withhold-too-little",
                    "At least " + percent(figures.usualShare())
                            + " of the price is withheld. Only on special information technology, and only by a recorded risk"
                            + " decision, it may be less, at this price "
                            + percent(least)
                            + " at the least (Guide s4 p12, PCC 12112).",
                    java.util.Map.of("rule", "PP-IT-RISK", "leastShare", least.toPlainString()));
        }
    }

    private static String percent(BigDecimal share) {
        return share.movePointRight(2).stripTrailingZeros().toPlainString() + "%";
    }
}
