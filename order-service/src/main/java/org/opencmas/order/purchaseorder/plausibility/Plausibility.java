package org.opencmas.order.purchaseorder.plausibility;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opencmas.order.purchaseorder.document.OrderDocument;
import org.opencmas.order.purchaseorder.document.OrderDocument.Line;
import org.opencmas.order.purchaseorder.plausibility.Doubt.Kind;
import org.opencmas.orderbody.OrderLine;
import org.opencmas.terms.Identifier;
import org.opencmas.terms.Usd;

/**
 * Looks for what is hardly meant, in the order itself and beside the agency's earlier orders. Pure: the same order and the same past give the
 * same doubts. At most one doubt of a field, the one that explains most.
 */
public final class Plausibility {
    private static final BigDecimal LOWEST_TELEPHONE = new BigDecimal("2000000000");
    private static final BigDecimal HIGHEST_TELEPHONE = new BigDecimal("9999999999");
    private static final BigDecimal LOWEST_ZIP = new BigDecimal("90001");
    private static final BigDecimal HIGHEST_ZIP = new BigDecimal("96162");
    /** Codes of fewer digits are too often a price by chance. */
    private static final int SHORTEST_CODE = 4;
    /** Prices are often whole hundreds, and codes seldom: order 4500 may well buy something for 4,500 dollars. */
    private static final BigDecimal HUNDRED = new BigDecimal(100);
    /** Ordinary price changes stay far below. */
    private static final BigDecimal PRICE_FACTOR = new BigDecimal(5);

    private static final BigDecimal TOTAL_FACTOR = new BigDecimal(20);
    private static final int ORDERS_THAT_MAKE_A_HABIT = 10;
    private static final int WAITING_THAT_TELL = 3;
    private static final BigDecimal HIGHEST_TAX = new BigDecimal("0.15");
    /** How far a shifted or swapped figure may be from the earlier one, as a part of it. */
    private static final BigDecimal NEAR = new BigDecimal("0.02");
    /** How far a price may be from what the item costs and still be about that: prices drift, and a swapped one was not typed exactly. */
    private static final BigDecimal ABOUT = new BigDecimal("1.2");

    private static final BigDecimal TWO = new BigDecimal(2);
    private static final String YEAR = "(19|20)\\d\\d";
    /** Days between the dates of two orders that may be one, inclusive. */
    private static final long DUPLICATE_DAYS = 7;

    private static final Set<String> COUNTED = Set.of("each", "ea", "unit", "piece", "pc", "box", "license", "set");

    private final OrderDocument order;
    private final List<PastOrder> past;
    private final Map<String, BigDecimal> usualPrices;
    private final List<Doubt> doubts = new ArrayList<>();

    private Plausibility(OrderDocument order, List<PastOrder> past) {
        this.order = order;
        this.past = past;
        this.usualPrices = past.isEmpty() ? Map.of() : usualPrices(past);
    }

    /** What the order itself shows. */
    public static List<Doubt> plain(OrderDocument order) {
        return all(order, List.of(), null).stream()
                .filter(doubt -> doubt.kind().isPlain())
                .toList();
    }

    /**
     * @param past the agency's earlier orders, this one not among them
     * @param ownLimit the agency's own order limit; null for none
     */
    public static List<Doubt> all(OrderDocument order, List<PastOrder> past, @Nullable Usd ownLimit) {
        var plausibility = new Plausibility(order, past);
        plausibility.lines();
        plausibility.header();
        plausibility.whole(ownLimit);
        return List.copyOf(plausibility.doubts);
    }

    /** What was issued tells what an item costs; what only waits does when several orders say it, since the first may be the mistyped one. */
    private static Map<String, BigDecimal> usualPrices(List<PastOrder> past) {
        Map<String, BigDecimal> usual = new HashMap<>();
        prices(past, false).forEach((item, prices) -> {
            if (prices.size() >= WAITING_THAT_TELL) {
                usual.put(item, middle(prices));
            }
        });
        prices(past, true).forEach((item, prices) -> usual.put(item, middle(prices)));
        return usual;
    }

    private static Map<String, List<BigDecimal>> prices(List<PastOrder> past, boolean wereIssued) {
        Map<String, List<BigDecimal>> prices = new HashMap<>();
        past.stream()
                .filter(one -> one.wasIssued() == wereIssued)
                .flatMap(one -> one.document().lines().stream())
                .map(Line::ordered)
                .filter(line -> line.unitPrice().isPositive())
                .forEach(line -> prices.computeIfAbsent(ItemKey.of(line), key -> new ArrayList<>())
                        .add(line.unitPrice().amount()));
        return prices;
    }

    private static BigDecimal middle(List<BigDecimal> prices) {
        return prices.stream().sorted().toList().get(prices.size() / 2);
    }

    private void lines() {
        Set<String> codes = codes();
        for (int i = 0; i < order.lines().size(); i++) {
            OrderLine line = order.lines().get(i).ordered();
            String at = "/lines/" + i;
            boolean isDoubted = looksLikeATelephone(at + "/unitPrice", line.unitPrice())
                    || !isUsual(line) && looksLikeACode(at + "/unitPrice", line.unitPrice(), codes, line.itemId());
            if (!isDoubted) {
                besideEarlierPrices(at, line);
            }
        }
    }

    private void header() {
        Set<String> codes = codes();
        boolean taxIsDoubted = looksLikeANumber("/tax", order.amounts().tax(), codes);
        boolean freightIsDoubted = looksLikeANumber("/freight", order.amounts().freight(), codes);
        Usd goods = order.amounts().subtotalExcludingTax();
        if (!freightIsDoubted
                && goods.isPositive()
                && !order.amounts().freight().isAtMost(goods)) {
            addedTooHigh(
                    Kind.FREIGHT_TOO_HIGH,
                    "/freight",
                    order.amounts().freight(),
                    " is more than what is bought comes to, " + goods);
        }
        Usd most = order.amounts().subtotalExcludingTax().times(HIGHEST_TAX);
        if (!taxIsDoubted
                && order.amounts().tax().isPositive()
                && !order.amounts().tax().isAtMost(most)) {
            addedTooHigh(Kind.TAX_TOO_HIGH, "/tax", order.amounts().tax(), " is more than 15% of " + goods);
        }
    }

    /** What is added to the lines and is out of proportion to them: a ZIP code where it has the digits of one. */
    private void addedTooHigh(Kind kind, String pointer, Usd amount, String why) {
        if (isZip(amount.amount())) {
            doubt(Kind.ZIP_AS_AMOUNT, pointer, amount + " has the digits of a ZIP code, and" + why);
        } else {
            doubt(kind, pointer, amount + why);
        }
    }

    /** The digits that stand in the order's own numbers. */
    private Set<String> codes() {
        return Stream.concat(
                        Stream.of(order.naming().agencyOrderNumber()),
                        order.agreements().stream().map(Object::toString))
                .flatMap(Plausibility::codesIn)
                .filter(code -> code.length() >= SHORTEST_CODE)
                .collect(Collectors.toSet());
    }

    /** Every run of digits, wherever it stands; a year only where it is the last. */
    private static Stream<String> codesIn(String text) {
        return Stream.concat(
                Stream.of(digits(text)),
                Arrays.stream(text.split("\\D+"))
                        .map(run -> run.replaceFirst("^0+", ""))
                        .filter(run -> !run.matches(YEAR)));
    }

    /** The last run of digits, without zeros before it. */
    private static String digits(String text) {
        String[] runs = text.split("\\D+");
        return runs.length == 0 ? "" : runs[runs.length - 1].replaceFirst("^0+", "");
    }

    private boolean looksLikeANumber(String pointer, Usd amount, Set<String> codes) {
        return looksLikeATelephone(pointer, amount) || looksLikeACode(pointer, amount, codes, null);
    }

    private boolean looksLikeATelephone(String pointer, Usd amount) {
        BigDecimal value = amount.amount();
        return isWhole(value)
                && value.compareTo(LOWEST_TELEPHONE) >= 0
                && value.compareTo(HIGHEST_TELEPHONE) <= 0
                && doubt(Kind.TELEPHONE_AS_AMOUNT, pointer, amount + " has the ten digits of a telephone number");
    }

    private boolean looksLikeACode(String pointer, Usd amount, Set<String> codes, @Nullable String itemId) {
        BigDecimal value = amount.amount();
        if (!isWhole(value) || value.remainder(HUNDRED).signum() == 0) {
            return false;
        }
        String plain = value.toBigInteger().toString();
        boolean isItem =
                itemId != null && itemId.matches("\\d{4,}") && digits(itemId).equals(plain);
        if (plain.length() >= SHORTEST_CODE && (isItem || codes.contains(plain))) {
            return doubt(Kind.CODE_AS_AMOUNT, pointer, amount + " has the digits of a number of this order");
        }
        return false;
    }

    private static boolean isWhole(BigDecimal value) {
        return value.stripTrailingZeros().scale() <= 0;
    }

    /** Whether the item costs about what it cost before, whatever other number has these digits. */
    private boolean isUsual(OrderLine line) {
        BigDecimal usual = usualPrices.get(ItemKey.of(line));
        return usual != null && isWithin(line.unitPrice().amount(), usual, PRICE_FACTOR);
    }

    private void besideEarlierPrices(String at, OrderLine line) {
        BigDecimal price = line.unitPrice().amount();
        BigDecimal usual = usualPrices.get(ItemKey.of(line));
        if (usual == null) {
            unknownItem(at, line);
            return;
        }
        if (price.signum() == 0) {
            return;
        }
        boolean isFar = !isWithin(price, usual, PRICE_FACTOR);
        if (isSwapped(line, usual) || isFar && isNear(line.quantity(), usual)) {
            doubt(
                    Kind.QUANTITY_AND_PRICE_SWAPPED,
                    at,
                    "the quantity " + line.quantity().toPlainString() + " is about what the item cost before, "
                            + shown(usual) + "; the price is " + line.unitPrice());
        } else if (!isFar) {
            return;
        } else if (isShifted(price, usual)) {
            doubt(
                    Kind.SHIFTED_DECIMAL,
                    at + "/unitPrice",
                    line.unitPrice() + " is " + shown(usual) + ", what the item cost before, with its point shifted");
        } else if (isZip(price)) {
            doubt(Kind.ZIP_AS_AMOUNT, at + "/unitPrice", line.unitPrice() + " has the digits of a ZIP code");
        } else {
            doubt(
                    Kind.UNUSUAL_PRICE,
                    at + "/unitPrice",
                    line.unitPrice() + " is far from " + shown(usual) + ", what the item cost before");
        }
    }

    /**
     * Whether the quantity is about what the item costs and the price is not, and could be a quantity: one in wholes or halves, while prices mostly
     * have cents. Asked before how far the price is from the usual one: 106.33 at 40.00 is no unusual price.
     */
    private static boolean isSwapped(OrderLine line, BigDecimal usual) {
        BigDecimal price = line.unitPrice().amount();
        return isWhole(price.multiply(TWO))
                && isWithin(line.quantity(), usual, ABOUT)
                && !isWithin(price, usual, ABOUT);
    }

    private void unknownItem(String at, OrderLine line) {
        BigDecimal price = line.unitPrice().amount();
        boolean isCounted = COUNTED.contains(Identifier.keyOf(line.unit()));
        boolean halvesOfWholes = isCounted
                && line.quantity().stripTrailingZeros().scale() > 0
                && price.signum() > 0
                && price.stripTrailingZeros().scale() <= 0;
        if (halvesOfWholes) {
            doubt(
                    Kind.QUANTITY_AND_PRICE_SWAPPED,
                    at,
                    line.quantity().toPlainString() + " " + line.unit() + " at " + line.unitPrice()
                            + ": a price as quantity, and a quantity as price");
        } else if (isZip(price) && isFarAboveAllPrices(price)) {
            doubt(Kind.ZIP_AS_AMOUNT, at + "/unitPrice", line.unitPrice() + " has the digits of a ZIP code");
        }
    }

    private boolean isFarAboveAllPrices(BigDecimal price) {
        return hasHabit()
                && usualPrices.values().stream().allMatch(usual -> price.compareTo(usual.multiply(PRICE_FACTOR)) > 0);
    }

    /** Of orders that were issued, as what an item costs is. */
    private boolean hasHabit() {
        return past.stream().filter(PastOrder::wasIssued).count() >= ORDERS_THAT_MAKE_A_HABIT;
    }

    private static boolean isZip(BigDecimal price) {
        return price.stripTrailingZeros().scale() <= 0
                && price.compareTo(LOWEST_ZIP) >= 0
                && price.compareTo(HIGHEST_ZIP) <= 0;
    }

    private static boolean isWithin(BigDecimal one, BigDecimal other, BigDecimal factor) {
        return one.compareTo(other.multiply(factor)) <= 0 && other.compareTo(one.multiply(factor)) <= 0;
    }

    private static boolean isNear(BigDecimal one, BigDecimal other) {
        return one.subtract(other).abs().compareTo(other.multiply(NEAR)) <= 0;
    }

    private static boolean isShifted(BigDecimal price, BigDecimal usual) {
        for (int places = 1; places <= 3; places++) {
            if (isNear(price, usual.movePointRight(places)) || isNear(price.movePointRight(places), usual)) {
                return true;
            }
        }
        return false;
    }

    private void whole(@Nullable Usd ownLimit) {
        Usd subtotal = order.amounts().subtotalExcludingTax();
        if (ownLimit != null && !subtotal.isAtMost(ownLimit)) {
            doubt(Kind.ABOVE_OWN_LIMIT, "/subtotalExcludingTax", subtotal + " is above your own limit, " + ownLimit);
        }
        Usd highest = past.stream()
                .filter(PastOrder::wasIssued)
                .map(one -> one.document().amounts().subtotalExcludingTax())
                .max(Usd::compareTo)
                .orElse(Usd.ZERO);
        if (hasHabit() && highest.isPositive() && !subtotal.isAtMost(highest.times(TOTAL_FACTOR))) {
            doubt(
                    Kind.UNUSUAL_TOTAL,
                    "/subtotalExcludingTax",
                    subtotal + " is more than twenty times your agency's highest order so far, " + highest);
        }
        if (order.amendmentNumber() == 0) {
            duplicate();
        }
    }

    private void duplicate() {
        List<String> lines = PastOrder.lines(order);
        past.stream()
                .filter(one -> !one.orderId().equals(order.orderId()) && !isSameNumber(one))
                .filter(one -> one.document()
                        .naming()
                        .contractorId()
                        .equals(order.naming().contractorId()))
                .filter(one -> Math.abs(ChronoUnit.DAYS.between(
                                one.orderDate(), order.naming().orderDate()))
                        <= DUPLICATE_DAYS)
                .filter(one -> PastOrder.lines(one.document()).equals(lines))
                .findFirst()
                .ifPresent(one -> doubt(
                        Kind.DUPLICATE,
                        "/agencyOrderNumber",
                        "order " + one.document().naming().agencyOrderNumber() + " of " + one.orderDate()
                                + " buys the same from the same contractor"));
    }

    /** One number is one order: what is sent under it again is told apart elsewhere. */
    private boolean isSameNumber(PastOrder one) {
        return Identifier.keyOf(one.document().naming().agencyOrderNumber())
                .equals(Identifier.keyOf(order.naming().agencyOrderNumber()));
    }

    private static String shown(BigDecimal amount) {
        return Usd.of(amount.round(MathContext.DECIMAL64)).toString();
    }

    private boolean doubt(Kind kind, String pointer, String message) {
        doubts.add(new Doubt(kind, pointer, message));
        return true;
    }
}
