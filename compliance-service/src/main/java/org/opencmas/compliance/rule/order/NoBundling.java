package org.opencmas.compliance.rule.order;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.outcome.Trouble;
import org.opencmas.compliance.rule.purchaseorder.LineListing;
import org.opencmas.compliance.rule.purchaseorder.LineListing.ListState;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.OrderLine;
import org.opencmas.compliance.rule.purchaseorder.OrderOutcomes;
import org.opencmas.compliance.rule.purchaseorder.known.PricedItem;

/** ORD-NO-BUNDLING: every line is priced singly; a lump sum for several things fails, a lot or a zero price is asked about. */
public record NoBundling() implements Rule<OrderFacts> {
    private static final Set<String> LOT_UNITS =
            Set.of("LOT", "LOTS", "LT", "LS", "LUMP SUM", "BUNDLE", "PACKAGE", "JOB");

    @Override
    public RuleText text() {
        return OrderText.ORD_NO_BUNDLING;
    }

    @Override
    public List<Outcome> check(OrderFacts facts) {
        return OrderOutcomes.ofEachLine(
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
