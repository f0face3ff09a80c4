package org.opencmas.compliance.rule.nsp;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.opencmas.compliance.rule.ParameterName;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.outcome.Trouble;
import org.opencmas.compliance.rule.purchaseorder.Order;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.terms.Usd;

/**
 * How much of an order may be NSP (Guide s10 p20): up to the border a fixed limit; above it a share of the total, at most a cap. The
 * limit is rounded down to the cent. It jumps at the border, so one cent more of total may allow much more NSP.
 */
public record NspLimit(Usd border, Usd low, BigDecimal share, Usd cap) {
    private static final Usd CENT = Usd.of("0.01");

    public static final ParameterName[] FIGURES = {
        ParameterName.NSP_TIER_BORDER,
        ParameterName.NSP_LOW_LIMIT,
        ParameterName.NSP_HIGH_SHARE,
        ParameterName.NSP_HIGH_LIMIT
    };

    public static NspLimit of(OrderFacts facts) {
        return new NspLimit(
                Usd.of(facts.figure(ParameterName.NSP_TIER_BORDER)),
                Usd.of(facts.figure(ParameterName.NSP_LOW_LIMIT)),
                facts.figure(ParameterName.NSP_HIGH_SHARE),
                Usd.of(facts.figure(ParameterName.NSP_HIGH_LIMIT)));
    }

    /** True up to the border and at the border itself. */
    public boolean lowTier(Usd total) {
        return total.isAtMost(border);
    }

    /** The most that NSP may come to on an order of that total, NSP included. */
    public Usd on(Usd total) {
        if (lowTier(total)) {
            return low;
        }
        Usd part = total.times(share).roundedDown();
        return part.isAtMost(cap) ? part : cap;
    }

    public boolean allows(Usd nsp, Usd total) {
        return nsp.isAtMost(on(total));
    }

    /** The least, in whole cents, by which NSP lines must be lowered to be allowed; the total shrinks with them. */
    public Usd leastReduction(Usd nsp, Usd total) {
        Usd toCap = nsp.minus(cap);
        Usd toShare = Usd.of(
                nsp.minus(total.times(share)).amount().divide(BigDecimal.ONE.subtract(share), 2, RoundingMode.CEILING));
        Usd less = toCap.isAtMost(toShare) ? toShare : toCap;
        while (!lowTier(total) && !lowTier(total.minus(less)) && !allows(nsp.minus(less), total.minus(less))) {
            less = less.plus(CENT);
        }
        return lowTier(total) || lowTier(total.minus(less)) ? nsp.minus(low) : less;
    }

    /** What NSP lines come to, judged against the limit; the outcome both NSP dollar rules share. */
    public Outcome judge(Order order) {
        Usd nsp = Order.sum(order.nspLines());
        Usd total = order.total();
        Usd limit = on(total);
        Outcome outcome = allows(nsp, total)
                ? Outcome.pass("NSP lines come to %s of at most %s; %s is left.", nsp, limit, limit.minus(nsp))
                : Outcome.fail("NSP lines come to %s, %s above the limit of %s.", nsp, nsp.minus(limit), limit)
                        .on(order.nspLines())
                        .remedy("Lower the NSP lines by %s.", leastReduction(nsp, total));
        return outcome.with("nspTotal", nsp).with("orderTotal", total).with("limit", limit);
    }

    /** What both NSP dollar rules find: the judgement, and beside it the warning that another measure would give another. */
    List<Outcome> outcomes(Order order) {
        List<Outcome> outcomes = new ArrayList<>();
        outcomes.add(judge(order));
        otherAnswerWithTax(order).ifPresent(outcomes::add);
        return outcomes;
    }

    /** A warning when the total with tax and freight would give another answer: the text does not say which total it means. */
    public Optional<Trouble> otherAnswerWithTax(Order order) {
        Usd nsp = Order.sum(order.nspLines());
        Usd grandTotal = order.totalWithTaxAndFreight();
        if (allows(nsp, order.total()) == allows(nsp, grandTotal)) {
            return Optional.empty();
        }
        return Optional.of(Outcome.warn(
                        "Measured on the total with tax and freight, %s, the limit would be %s and the answer another.",
                        grandTotal, on(grandTotal))
                .with("orderTotalWithTaxAndFreight", grandTotal)
                .with("limitWithTaxAndFreight", on(grandTotal)));
    }
}
