package org.opencmas.compliance.rule.nsp;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.outcome.Outcomes;
import org.opencmas.compliance.rule.outcome.Phrases;
import org.opencmas.compliance.rule.outcome.Trouble;
import org.opencmas.compliance.rule.purchaseorder.LineListing;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.OrderLine;
import org.opencmas.compliance.rule.purchaseorder.OrderOutcomes;
import org.opencmas.compliance.rule.purchaseorder.known.PricedItem;

/** NSP-NOT-PRICED: what the CMAS already prices is not called NSP. */
public record NspNotPriced() implements Rule<OrderFacts> {

    @Override
    public RuleText text() {
        return NspText.NSP_NOT_PRICED;
    }

    @Override
    public Optional<String> whyNotApplicable(OrderFacts facts) {
        return NspLines.whyNot(facts);
    }

    @Override
    public List<Outcome> check(OrderFacts facts) {
        List<OrderLine> nsp = facts.order().lines(line -> line.nsp() && line.cmas() != null);
        return Outcomes.orPass(
                Stream.concat(
                        OrderOutcomes.withoutCmas(facts.order()).stream(),
                        nsp.stream().flatMap(line -> judge(facts.listing(line), line).stream())),
                Outcome.pass("No NSP line is priced in the CMAS."));
    }

    private static Optional<Trouble> judge(LineListing listing, OrderLine line) {
        if (!listing.complete()) {
            return Optional.of(listing.unreliable(line));
        }
        Optional<PricedItem> same = listing.exact(line);
        if (same.isPresent()) {
            return Optional.of(Outcome.fail(
                            "Item %s of NSP line %s is priced in CMAS %s at %s.",
                            line.itemId(),
                            line.lineId(),
                            line.cmas(),
                            same.get().price())
                    .with("cmasPrice", same.get().price())
                    .on(line)
                    .remedy(
                            "Order line %s as a priced line at %s or less.",
                            line.lineId(), same.get().ceiling()));
        }
        List<String> alike =
                listing.candidates().stream().map(PricedItem::itemId).toList();
        return alike.isEmpty()
                ? Optional.empty()
                : Optional.of(Outcome.needsAttestation(
                                "CMAS %s prices something much like NSP line %s.", line.cmas(), line.lineId())
                        .on(line)
                        .remedy(
                                "Order item %s instead, or attest that line %s is another thing.",
                                Phrases.either(alike), line.lineId()));
    }
}
