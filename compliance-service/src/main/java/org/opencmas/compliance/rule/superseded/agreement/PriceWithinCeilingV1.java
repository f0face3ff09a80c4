package org.opencmas.compliance.rule.superseded.agreement;

import static org.opencmas.compliance.rule.Citation.guide;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleKind;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.purchaseorder.LineListing;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.OrderLine;
import org.opencmas.compliance.rule.purchaseorder.known.PricedItem;
import org.opencmas.compliance.rule.superseded.firstrelease.OutcomesV1;
import org.opencmas.terms.Usd;

/**
 * CON-PRICE-CEILING: no unit price is above the lower of CMAS price and base price; an equal price is allowed.
 *
 * <p>Version 1. A base price that was not recorded was passed over, and a line without item could be attested to.
 */
public record PriceWithinCeilingV1() implements Rule<OrderFacts> {
    private static final RuleText TEXT = RuleText.of(
                    "CON-PRICE-CEILING",
                    1,
                    RuleKind.BLOCK,
                    "Order prices are at or below the CMAS price and the base price",
                    "The unit price of every listed line is at most the lower of the CMAS price and the base contract price in force on"
                            + " the line's price date, in the same unit; an equal price is allowed, any more is an overcharge (also"
                            + " Section 4, page 11; Section 12, page 23).",
                    guide(1, 5, "Method of Establishing a CMAS"))
            .read(
                    "Prices are compared in the same unit and on the same day: the order date, or the amendment date for a new or changed"
                            + " line. Another unit of measure is undetermined.");

    @Override
    public RuleText text() {
        return TEXT;
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
        Stream<Outcome> judged = lines.stream()
                .flatMap(line -> judge(facts.listing(line), line).map(outcome -> outcome.on(line)).stream());
        return OutcomesV1.orPass(
                Stream.concat(OutcomesV1.withoutCmas(facts.order()).stream(), judged),
                Outcome.pass("No unit price is above its ceiling."));
    }

    private static Optional<Outcome> judge(LineListing listing, OrderLine line) {
        if (!listing.complete()) {
            return Optional.of(listing.unreliable(line));
        }
        Optional<PricedItem> item = listing.exact(line);
        if (item.isEmpty()) {
            return Optional.of(Outcome.undetermined(
                            "Line %s names no item of the price list, so there is no price to compare.", line.lineId())
                    .remedy("Name the item of line %s as on the price list.", line.lineId()));
        }
        return judge(item.get(), line);
    }

    private static Optional<Outcome> judge(PricedItem item, OrderLine line) {
        if (!item.unit().strip().equalsIgnoreCase(line.unit().strip())) {
            return Optional.of(Outcome.undetermined(
                            "Line %s is priced per %s, the CMAS per %s.", line.lineId(), line.unit(), item.unit())
                    .remedy("Price line %s per %s.", line.lineId(), item.unit()));
        }
        if (line.unitPrice().isAtMost(item.ceiling())) {
            return Optional.empty();
        }
        Usd excess = line.unitPrice().minus(item.ceiling());
        return Optional.of(Outcome.fail(
                        "The unit price of line %s is %s, %s above the ceiling of %s.",
                        line.lineId(), line.unitPrice(), excess, item.ceiling())
                .with("unitPrice", line.unitPrice())
                .with("ceiling", item.ceiling())
                .with("cmasPrice", item.price())
                .with("excess", excess)
                .remedy("Set the unit price of line %s to %s or less.", line.lineId(), item.ceiling()));
    }
}
