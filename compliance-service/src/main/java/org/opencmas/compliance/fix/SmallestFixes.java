package org.opencmas.compliance.fix;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.opencmas.compliance.rule.judging.Finding;
import org.opencmas.compliance.rule.judging.Judgement;
import org.opencmas.compliance.rule.nsp.NspLimit;
import org.opencmas.compliance.rule.outcome.Verdict;
import org.opencmas.compliance.rule.purchaseorder.Order;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.OrderLine;
import org.opencmas.terms.Usd;

/**
 * Works out the least change for each rule that fails and whose limit is a figure: NSP amounts, price ceilings, the sum of a bond, a
 * residual value. A day is never changed: to date an order otherwise than it is would be no fix.
 */
public final class SmallestFixes {
    private static final int UNIT_PRICE_DECIMALS = 6;

    private final OrderFacts facts;
    private final IntPredicate amountIsSent;

    private SmallestFixes(OrderFacts facts, IntPredicate amountIsSent) {
        this.facts = facts;
        this.amountIsSent = amountIsSent;
    }

    /** @param amountIsSent whether the line at that place of the body has an amount of its own, which then is left out */
    public static List<Fix> of(OrderFacts facts, Judgement judgement, IntPredicate amountIsSent) {
        var fixes = new SmallestFixes(facts, amountIsSent);
        return judgement.findings().stream()
                .filter(finding -> finding.verdict() == Verdict.FAIL)
                .flatMap(finding -> fixes.of(finding).stream())
                .toList();
    }

    private Optional<Fix> of(Finding finding) {
        return switch (finding.ruleId()) {
            case "NSP-DOLLAR-LOW", "NSP-DOLLAR-HIGH" -> lowerNsp(finding.ruleId());
            case "CON-PRICE-CEILING" ->
                number(finding, "ceiling")
                        .filter(ceiling -> finding.numbers().containsKey("cmasPrice"))
                        .map(ceiling -> lowerPrice(finding, ceiling));
            case "PW-BOND-AMOUNT" ->
                number(finding, "bondAtLeast").map(sum -> replaced(finding, "/particulars/publicWorks/bond/sum", sum));
            case "LSE-LTOP-OK" ->
                number(finding, "acceptedUpTo")
                        .map(value -> replaced(finding, "/particulars/lease/residualValue", value));
            default -> Optional.empty();
        };
    }

    private static Optional<Usd> number(Finding finding, String name) {
        return Optional.ofNullable(finding.numbers().get(name)).map(Usd::of);
    }

    private static Fix replaced(Finding finding, String path, Usd value) {
        return new Fix(finding.ruleId(), List.of(), List.of(PatchOperation.replace(path, value)));
    }

    private Fix lowerPrice(Finding finding, Usd ceiling) {
        String lineId = finding.lineIds().getFirst();
        return new Fix(
                finding.ruleId(), List.of(lineId), priced(lineId, ceiling).toList());
    }

    /** The dearest NSP lines are lowered first; nothing is proposed where no price of six decimals makes the amount that is left. */
    private Optional<Fix> lowerNsp(String rule) {
        Order order = facts.order();
        Usd left = NspLimit.of(facts).leastReduction(Order.sum(order.nspLines()), order.total());
        List<String> lowered = new ArrayList<>();
        List<PatchOperation> patch = new ArrayList<>();
        for (OrderLine line : order.nspLines().stream()
                .sorted(Comparator.comparing(OrderLine::amount).reversed())
                .toList()) {
            if (!left.isPositive()) {
                break;
            }
            Usd less = left.isAtMost(line.amount()) ? left : line.amount();
            Optional<Usd> price = priceOf(line.amount().minus(less), line.quantity());
            if (price.isEmpty()) {
                return Optional.empty();
            }
            lowered.add(line.lineId());
            priced(line.lineId(), price.get()).forEach(patch::add);
            left = left.minus(less);
        }
        return Optional.of(new Fix(rule, lowered, patch));
    }

    /** The price per unit that makes exactly that amount, if there is one. */
    private static Optional<Usd> priceOf(Usd amount, BigDecimal quantity) {
        return Stream.of(RoundingMode.DOWN, RoundingMode.UP)
                .map(rounding -> Usd.of(amount.amount().divide(quantity, UNIT_PRICE_DECIMALS, rounding)))
                .filter(price -> price.times(quantity).roundedHalfUp().equals(amount))
                .findFirst();
    }

    private Stream<PatchOperation> priced(String lineId, Usd price) {
        int place = facts.lineIds().indexOf(lineId);
        String at = "/lines/" + place;
        Stream<PatchOperation> set = Stream.of(PatchOperation.replace(at + "/unitPrice", price));
        return amountIsSent.test(place) ? Stream.concat(set, Stream.of(PatchOperation.remove(at + "/amount"))) : set;
    }
}
