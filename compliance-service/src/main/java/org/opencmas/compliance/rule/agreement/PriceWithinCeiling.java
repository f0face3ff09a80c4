package org.opencmas.compliance.rule.agreement;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.outcome.Outcomes;
import org.opencmas.compliance.rule.outcome.Trouble;
import org.opencmas.compliance.rule.purchaseorder.LineListing;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.OrderLine;
import org.opencmas.compliance.rule.purchaseorder.OrderOutcomes;
import org.opencmas.compliance.rule.purchaseorder.known.PricedItem;
import org.opencmas.terms.Usd;

/** CON-PRICE-CEILING: no unit price is above the lower of CMAS price and base price; an equal price is allowed. */
public record PriceWithinCeiling() implements Rule<OrderFacts> {

    @Override
    public RuleText text() {
        return AgreementText.CON_PRICE_CEILING;
    }

    @Override
    public Optional<String> whyNotApplicable(OrderFacts facts) {
        return facts.order().lines(OrderLine::listed).isEmpty()
                ? Optional.of("No line has a price on the CMAS.")
                : Optional.empty();
    }

    @Override
    public List<Outcome> check(OrderFacts facts) {
        List<OrderLine> lines = facts.order().lines(line -> line.listed() && line.cmas() != null);
        Stream<Trouble> judged = lines.stream()
                .flatMap(line -> judge(facts.listing(line), line).map(outcome -> outcome.on(line)).stream());
        return Outcomes.orPass(
                Stream.concat(OrderOutcomes.withoutCmas(facts.order()).stream(), judged),
                Outcome.pass("No unit price is above its ceiling."));
    }

    private static Optional<Trouble> judge(LineListing listing, OrderLine line) {
        if (!listing.complete()) {
            return Optional.of(listing.unreliable(line));
        }
        Optional<PricedItem> item = listing.exact(line);
        if (item.isPresent()) {
            return judge(item.get(), line);
        }
        return Optional.of(listing.candidates().isEmpty() ? unlisted(line) : alike(listing.candidates(), line));
    }

    private static Trouble unlisted(OrderLine line) {
        return Outcome.fail(
                        "CMAS %s has no price for line %s on %s that it could be at or below.",
                        line.cmas(), line.lineId(), line.pricedOn())
                .remedy("Order an item of the CMAS, or buy line %s outside CMAS.", line.lineId());
    }

    /** Whichever of the items that are much like it is meant, a price above all of them is too high. */
    private static Trouble alike(List<PricedItem> candidates, OrderLine line) {
        Usd highest = candidates.stream()
                .map(PricedItem::ceiling)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        boolean sameUnit = candidates.stream().allMatch(item -> sameUnit(item, line));
        if (sameUnit && !line.unitPrice().isAtMost(highest)) {
            return Outcome.fail(
                            "The unit price of line %s is %s, above the ceiling of everything on the list that is like it, %s.",
                            line.lineId(), line.unitPrice(), highest)
                    .with("unitPrice", line.unitPrice())
                    .with("ceiling", highest)
                    .remedy(
                            "Name the item of line %s as on the price list, and set its price to its ceiling or less.",
                            line.lineId());
        }
        return Outcome.undetermined(
                        "Line %s names no item of the price list, so there is no price to compare.", line.lineId())
                .remedy("Name the item of line %s as on the price list.", line.lineId());
    }

    private static boolean sameUnit(PricedItem item, OrderLine line) {
        return item.unit().strip().equalsIgnoreCase(line.unit().strip());
    }

    private static Optional<Trouble> judge(PricedItem item, OrderLine line) {
        if (!sameUnit(item, line)) {
            return Optional.of(Outcome.undetermined(
                            "Line %s is priced per %s, the CMAS per %s.", line.lineId(), line.unit(), item.unit())
                    .remedy("Price line %s per %s.", line.lineId(), item.unit()));
        }
        if (!line.unitPrice().isAtMost(item.ceiling())) {
            return Optional.of(above(item, line));
        }
        return item.basePrice() == null ? Optional.of(withoutBasePrice(item, line)) : Optional.empty();
    }

    private static Trouble above(PricedItem item, OrderLine line) {
        Usd excess = line.unitPrice().minus(item.ceiling());
        return Outcome.fail(
                        "The unit price of line %s is %s, %s above the ceiling of %s.",
                        line.lineId(), line.unitPrice(), excess, item.ceiling())
                .with("unitPrice", line.unitPrice())
                .with("ceiling", item.ceiling())
                .with("cmasPrice", item.price())
                .with("excess", excess)
                .remedy("Set the unit price of line %s to %s or less.", line.lineId(), item.ceiling());
    }

    private static Trouble withoutBasePrice(PricedItem item, OrderLine line) {
        return Outcome.undetermined(
                        "The unit price of line %s is at most the CMAS price of %s, but no base price of item %s is recorded.",
                        line.lineId(), item.price(), item.itemId())
                .with("unitPrice", line.unitPrice())
                .with("cmasPrice", item.price())
                .remedy(
                        "Have the base price of item %s recorded, or attest to have compared line %s with the base contract.",
                        item.itemId(), line.lineId());
    }
}
