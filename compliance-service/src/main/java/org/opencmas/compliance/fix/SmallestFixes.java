package org.opencmas.compliance.fix;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.opencmas.compliance.rule.judging.Finding;
import org.opencmas.compliance.rule.judging.Judgement;
import org.opencmas.compliance.rule.nsp.NspLimit;
import org.opencmas.compliance.rule.outcome.Verdict;
import org.opencmas.compliance.rule.purchaseorder.Order;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.OrderLine;
import org.opencmas.compliance.rule.purchaseorder.SubOrder;
import org.opencmas.terms.Usd;

/**
 * Works out the least change for each rule that fails and whose limit is a figure: NSP amounts, price ceilings, subtotals, the word in the
 * contract-number field, the sum of a bond, a residual value. A day is never changed: to date an order otherwise than it is would be no
 * fix. Each is tried on the body and judged by all rules before it is offered: one that stops the order elsewhere is none.
 */
public final class SmallestFixes {
    /** Most that are offered at once, since each is judged by all rules; when they are applied, the next ones are offered. */
    public static final int MOST = 25;

    /** Most that are tried, whether they are offered or not: else an order of many lines none of which can be mended alone costs minutes. */
    public static final int MOST_TRIED = 100;

    private static final int UNIT_PRICE_DECIMALS = 6;

    private final OrderFacts facts;
    private final SentBody sent;
    private final Set<Object> stopping;
    private int tried;

    private SmallestFixes(OrderFacts facts, Judgement judgement, SentBody sent) {
        this.facts = facts;
        this.sent = sent;
        this.stopping = new HashSet<>(stopping(judgement).toList());
    }

    /** What stops an order, told apart by rule and lines: figures in the words change with any change of the order. */
    private record Stop(String ruleId, Verdict verdict, List<String> lineIds) {}

    public static List<Fix> of(OrderFacts facts, Judgement judgement, SentBody sent) {
        var fixes = new SmallestFixes(facts, judgement, sent);
        return judgement.findings().stream()
                .filter(finding -> finding.verdict() == Verdict.FAIL)
                .flatMap(finding -> fixes.of(finding).stream())
                .limit(MOST)
                .toList();
    }

    private Optional<Fix> of(Finding finding) {
        return candidates(finding)
                .filter(fix -> mendsAndBreaksNothing(fix, finding))
                .findFirst();
    }

    private Stream<Fix> candidates(Finding finding) {
        return switch (finding.ruleId()) {
            case "NSP-DOLLAR-LOW", "NSP-DOLLAR-HIGH" -> lowerNsp(finding.ruleId());
            case "CON-PRICE-CEILING" ->
                number(finding, "ceiling")
                        .filter(ceiling -> finding.numbers().containsKey("cmasPrice"))
                        .map(ceiling -> lowerPrice(finding, ceiling));
            case "MULTI-SUBTOTAL-NO-TAX" -> number(finding, "sumOfLines").flatMap(sum -> subtotal(finding, sum));
            case "MULTI-WORD-CMAS" ->
                Optional.ofNullable(finding.numbers().get("right")).stream()
                        .map(word -> replaced(finding, "/contractNumber", word));
            case "PW-BOND-AMOUNT" ->
                number(finding, "bondAtLeast").map(sum -> replaced(finding, "/particulars/publicWorks/bond/sum", sum));
            case "LSE-LTOP-OK" ->
                number(finding, "acceptedUpTo")
                        .map(value -> replaced(finding, "/particulars/lease/residualValue", value));
            default -> Stream.empty();
        };
    }

    private boolean mendsAndBreaksNothing(Fix fix, Finding finding) {
        if (tried == MOST_TRIED) {
            return false;
        }
        tried++;
        Judgement after = sent.judge(sent.patched(fix.patch()));
        return stopping(after).allMatch(stop -> stopping.contains(stop) && !stop.equals(stop(finding)));
    }

    private static Stream<Stop> stopping(Judgement judgement) {
        return judgement.findings().stream().filter(Finding::blocking).map(SmallestFixes::stop);
    }

    private static Stop stop(Finding finding) {
        return new Stop(finding.ruleId(), finding.verdict(), finding.lineIds());
    }

    private static Stream<Usd> number(Finding finding, String name) {
        return Optional.ofNullable(finding.numbers().get(name)).map(Usd::of).stream();
    }

    private static Fix replaced(Finding finding, String path, Object value) {
        return new Fix(finding.ruleId(), List.of(), List.of(PatchOperation.replace(path, value)));
    }

    private Fix lowerPrice(Finding finding, Usd ceiling) {
        String lineId = finding.lineIds().getFirst();
        return new Fix(finding.ruleId(), List.of(lineId), priced(Map.of(lineId, ceiling)));
    }

    private Stream<Fix> subtotal(Finding finding, Usd sum) {
        return IntStream.range(0, facts.order().subOrders().size())
                .filter(place -> isOf(facts.order().subOrders().get(place), finding))
                .mapToObj(place -> new Fix(
                        finding.ruleId(), finding.lineIds(), List.of(PatchOperation.replace(subtotalAt(place), sum))));
    }

    private boolean isOf(SubOrder sub, Finding finding) {
        List<String> lineIds = facts.order().linesOf(sub.cmas()).stream()
                .map(OrderLine::lineId)
                .toList();
        return lineIds.equals(finding.lineIds())
                && sub.subtotalExcludingTax()
                        .toString()
                        .equals(finding.numbers().get("subtotal"));
    }

    private static String subtotalAt(int place) {
        return "/subOrders/" + place + "/subtotalExcludingTax";
    }

    /** The dearest lines first; where that stops the order elsewhere, the services among them first, then the goods. */
    private Stream<Fix> lowerNsp(String rule) {
        Comparator<OrderLine> dearest = Comparator.comparing(OrderLine::amount).reversed();
        Comparator<OrderLine> productsLast = Comparator.comparing(OrderLine::product);
        return Stream.<Function<String, Optional<Fix>>>of(
                        of -> lowerNsp(of, dearest), of -> lowerNsp(of, productsLast.thenComparing(dearest)))
                .flatMap(way -> way.apply(rule).stream());
    }

    /** Nothing is proposed where no price of six decimals makes the amount that is left. */
    private Optional<Fix> lowerNsp(String rule, Comparator<OrderLine> firstLowered) {
        Order order = facts.order();
        Usd left = NspLimit.of(facts).leastReduction(Order.sum(order.nspLines()), order.total());
        Map<String, Usd> prices = new LinkedHashMap<>();
        for (OrderLine line : order.nspLines().stream().sorted(firstLowered).toList()) {
            if (!left.isPositive()) {
                break;
            }
            Usd less = left.isAtMost(line.amount()) ? left : line.amount();
            Optional<Usd> price = priceOf(line.amount().minus(less), line.quantity());
            if (price.isEmpty()) {
                return Optional.empty();
            }
            prices.put(line.lineId(), price.get());
            left = left.minus(less);
        }
        return Optional.of(new Fix(rule, List.copyOf(prices.keySet()), priced(prices)));
    }

    /** The price per unit that makes exactly that amount, if there is one. */
    private static Optional<Usd> priceOf(Usd amount, BigDecimal quantity) {
        return Stream.of(RoundingMode.DOWN, RoundingMode.UP)
                .map(rounding -> Usd.of(amount.amount().divide(quantity, UNIT_PRICE_DECIMALS, rounding)))
                .filter(price -> price.times(quantity).roundedHalfUp().equals(amount))
                .findFirst();
    }

    /** The lines at those prices; amounts that were sent are left out, and subtotals that were sent and were right follow. */
    private List<PatchOperation> priced(Map<String, Usd> prices) {
        List<PatchOperation> patch = new ArrayList<>();
        List<String> lineIds = facts.lineIds();
        prices.forEach((lineId, price) -> {
            int place = lineIds.indexOf(lineId);
            patch.add(PatchOperation.replace("/lines/" + place + "/unitPrice", price));
            if (sent.hasAmount(place)) {
                patch.add(PatchOperation.remove("/lines/" + place + "/amount"));
            }
        });
        if (sent.hasSubOrders()) {
            patch.addAll(subtotals(prices));
        }
        return List.copyOf(patch);
    }

    private List<PatchOperation> subtotals(Map<String, Usd> prices) {
        Order order = facts.order();
        return IntStream.range(0, order.subOrders().size())
                .boxed()
                .flatMap(place -> {
                    SubOrder sub = order.subOrders().get(place);
                    List<OrderLine> lines = order.linesOf(sub.cmas());
                    Usd before = Order.sum(lines);
                    Usd after = Usd.sum(
                            lines.stream().map(line -> amount(line, prices)).toList());
                    return sub.subtotalExcludingTax().equals(before) && !before.equals(after)
                            ? Stream.of(PatchOperation.replace(subtotalAt(place), after))
                            : Stream.empty();
                })
                .toList();
    }

    private static Usd amount(OrderLine line, Map<String, Usd> prices) {
        Usd price = prices.get(line.lineId());
        return price == null ? line.amount() : price.times(line.quantity()).roundedHalfUp();
    }
}
