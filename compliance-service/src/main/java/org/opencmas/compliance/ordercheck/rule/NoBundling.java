package org.opencmas.compliance.ordercheck.rule;

import static org.opencmas.compliance.ordercheck.rule.Citation.guide;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.opencmas.compliance.ordercheck.rule.LineListing.ListState;

/** ORD-NO-BUNDLING: every line is priced singly; a lump sum for several things fails, a lot or a zero price is asked about. */
public record NoBundling() implements OrderRule {
    private static final Set<String> LOT_UNITS =
            Set.of("LOT", "LOTS", "LT", "LS", "LUMP SUM", "BUNDLE", "PACKAGE", "JOB");

    private static final RuleText TEXT = RuleText.of(
                    "ORD-NO-BUNDLING",
                    2,
                    RuleKind.BLOCK,
                    "Every line is priced singly",
                    "Prices are not bundled: each line item is priced by itself, as in the base schedule. A unit such as lot, or a price"
                            + " of zero, is a warning unless the CMAS lists the item so.",
                    guide(12, 23, "Contractor Compliance Reviews"))
            .read("Items included at no charge exist in practice: they are allowed where the CMAS lists them at 0.00.");

    @Override
    public RuleText text() {
        return TEXT;
    }

    @Override
    public List<Outcome> check(OrderFacts facts) {
        return Outcomes.ofEachLine(
                facts.order().lines(),
                Outcome.pass("No line bundles several things under one price."),
                line -> judge(line, facts.listing(line)).map(outcome -> outcome.on(line)));
    }

    private static Optional<Trouble> judge(OrderLine line, LineListing listing) {
        Optional<PricedItem> listed = listing.exact(line);
        if (line.lumpSum()) {
            return Optional.of(Outcome.fail("Line %s is a lump sum.", line.lineId())
                    .remedy("Split line %s into items with a unit price each.", line.lineId()));
        }
        if (listing.list() == ListState.NEWS_WAITING
                && (isLot(line.unit()) || line.unitPrice().isZero())) {
            return Optional.of(listing.unreliable(line));
        }
        if (isLot(line.unit()) && listed.filter(item -> isLot(item.unit())).isEmpty()) {
            return Optional.of(Outcome.warn("Line %s is priced by the %s.", line.lineId(), line.unit())
                    .remedy("Make sure that line %s is one item, or split it.", line.lineId()));
        }
        if (line.unitPrice().isZero()
                && listed.filter(item -> item.price().isZero()).isEmpty()) {
            return Optional.of(
                    Outcome.warn("Line %s has a price of 0.00 that the CMAS is not seen to list.", line.lineId())
                            .remedy("Make sure that no other line pays for line %s.", line.lineId()));
        }
        return Optional.empty();
    }

    private static boolean isLot(String unit) {
        return LOT_UNITS.contains(unit.strip().toUpperCase(Locale.ROOT));
    }
}
