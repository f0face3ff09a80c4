package org.opencmas.compliance.review.finding.automatic;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.opencmas.compliance.review.finding.FindingKind;
import org.opencmas.compliance.review.finding.ReviewFinding;
import org.opencmas.compliance.review.finding.ReviewedOrder;
import org.opencmas.compliance.rule.purchaseorder.LineListing;
import org.opencmas.compliance.rule.purchaseorder.OrderLine;
import org.opencmas.compliance.rule.purchaseorder.known.PricedItem;
import org.opencmas.terms.Usd;

/**
 * CMP-CONTRACTOR-3, overcharging: a unit price above the lower of CMAS price and base price on the price list version of the line's day,
 * in money and percent; an equal price is none. Lines that name no item of that list are asked about.
 */
final class Overcharge implements AutomaticCheck {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    @Override
    public List<ReviewFinding> find(ReviewedOrder order) {
        List<ReviewFinding> found = new ArrayList<>();
        List<String> withoutList = new ArrayList<>();
        for (OrderLine line : order.facts().order().lines(OrderLine::listed)) {
            LineListing listing = order.facts().listing(line);
            if (line.cmas() == null) {
                continue; // asked of the numbers cited
            }
            if (!listing.complete()) {
                withoutList.add(line.lineId());
                continue;
            }
            judge(line, listing).ifPresent(found::add);
        }
        if (!withoutList.isEmpty()) {
            found.add(ReviewFinding.undetermined(
                    FindingKind.OVERCHARGE,
                    "No whole price list is known here for the day of line(s) " + String.join(", ", withoutList)
                            + ", so their prices cannot be compared.",
                    withoutList));
        }
        return found;
    }

    private static Optional<ReviewFinding> judge(OrderLine line, LineListing listing) {
        Optional<PricedItem> exact = listing.exact(line);
        if (exact.isPresent()) {
            return compare(line, listing, exact.get());
        }
        // Whichever of the items that are much like it is meant, a price above all of them is too high.
        List<PricedItem> alike = listing.candidates();
        boolean isComparable = alike.stream().allMatch(item -> sameUnit(item, line));
        return alike.stream()
                .max(Comparator.comparing(PricedItem::ceiling))
                .filter(dearest -> isComparable && !line.unitPrice().isAtMost(dearest.ceiling()))
                .flatMap(dearest -> compare(line, listing, dearest))
                .or(() -> Optional.of(notOnContract(line, listing)));
    }

    private static Optional<ReviewFinding> compare(OrderLine line, LineListing listing, PricedItem item) {
        if (!sameUnit(item, line)) {
            return Optional.of(ReviewFinding.undetermined(
                    FindingKind.OVERCHARGE,
                    "Line %s is priced per %s, item %s per %s: the prices cannot be compared."
                            .formatted(line.lineId(), line.unit(), item.itemId(), item.unit()),
                    List.of(line.lineId())));
        }
        Usd ceiling = item.ceiling();
        if (line.unitPrice().isAtMost(ceiling)) {
            return item.basePrice() == null ? Optional.of(withoutBasePrice(line, item)) : Optional.empty();
        }
        Usd excess = line.unitPrice().minus(ceiling);
        Usd overcharge = excess.times(line.quantity()).roundedHalfUp();
        String percent = percent(excess, ceiling);
        ReviewFinding finding = ReviewFinding.violation(
                        FindingKind.OVERCHARGE,
                        "Line %s asks %s for a unit of item %s; the price list in force since %s allows %s: %s too much on the line%s."
                                .formatted(
                                        line.lineId(),
                                        line.unitPrice(),
                                        item.itemId(),
                                        listing.effectiveFrom(),
                                        ceiling,
                                        overcharge,
                                        percent.isEmpty() ? "" : " (" + percent + "%)"),
                        List.of(line.lineId()))
                .with("unitPrice", line.unitPrice())
                .with("ceiling", ceiling)
                .with("overcharge", overcharge)
                .with("priceListFrom", String.valueOf(listing.effectiveFrom()));
        return Optional.of(percent.isEmpty() ? finding : finding.with("percent", percent));
    }

    private static ReviewFinding withoutBasePrice(OrderLine line, PricedItem item) {
        return ReviewFinding.undetermined(
                FindingKind.OVERCHARGE,
                "Line %s asks no more than the CMAS price of item %s, whose price in the base contract is not known here."
                        .formatted(line.lineId(), item.itemId()),
                List.of(line.lineId()));
    }

    /** Of a price of 0.00 nothing is a percentage. */
    private static String percent(Usd excess, Usd ceiling) {
        return ceiling.isZero()
                ? ""
                : excess.amount()
                        .multiply(HUNDRED)
                        .divide(ceiling.amount(), 2, RoundingMode.HALF_UP)
                        .toPlainString();
    }

    private static ReviewFinding notOnContract(OrderLine line, LineListing listing) {
        return ReviewFinding.question(
                FindingKind.NOT_ON_CONTRACT,
                "Line %s names no item of the price list in force since %s%s."
                        .formatted(
                                line.lineId(),
                                listing.effectiveFrom(),
                                listing.candidates().isEmpty() ? "" : ", although something like it is on it"),
                List.of(line.lineId()));
    }

    private static boolean sameUnit(PricedItem item, OrderLine line) {
        return item.unit().strip().equalsIgnoreCase(line.unit().strip());
    }
}
