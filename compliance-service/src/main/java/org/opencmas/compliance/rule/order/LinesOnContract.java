package org.opencmas.compliance.rule.order;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.outcome.Outcomes;
import org.opencmas.compliance.rule.outcome.Phrases;
import org.opencmas.compliance.rule.outcome.Trouble;
import org.opencmas.compliance.rule.purchaseorder.LineKind;
import org.opencmas.compliance.rule.purchaseorder.LineListing;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.OrderLine;
import org.opencmas.compliance.rule.purchaseorder.OrderOutcomes;
import org.opencmas.compliance.rule.purchaseorder.known.Agreement;
import org.opencmas.compliance.rule.purchaseorder.known.PricedItem;
import org.opencmas.terms.CmasNumber;

/** ORD-LINES-ON-CONTRACT: every line that is not NSP is on the price list of its CMAS, by exactly its item id. */
public record LinesOnContract() implements Rule<OrderFacts> {

    @Override
    public RuleText text() {
        return OrderText.ORD_LINES_ON_CONTRACT;
    }

    @Override
    public List<Outcome> check(OrderFacts facts) {
        List<OrderLine> lines = facts.order().lines(line -> !line.nsp() && line.cmas() != null);
        Stream<Trouble> judged = lines.stream().flatMap(line -> judge(facts, line).stream());
        return Outcomes.orPass(
                Stream.concat(OrderOutcomes.withoutCmas(facts.order()).stream(), judged),
                Outcome.pass("Every line that is not NSP is on its CMAS."));
    }

    private static Optional<Trouble> judge(OrderFacts facts, OrderLine line) {
        return line.kind() == LineKind.TRAVEL ? judgeTravel(facts, line) : judgeItem(facts.listing(line), line);
    }

    private static Optional<Trouble> judgeItem(LineListing listing, OrderLine line) {
        if (!listing.complete()) {
            return Optional.of(listing.unreliable(line));
        }
        if (listing.exact(line).isPresent()) {
            return Optional.empty();
        }
        List<String> alike =
                listing.candidates().stream().map(PricedItem::itemId).toList();
        if (!alike.isEmpty()) {
            return Optional.of(Outcome.needsAttestation(
                            "Line %s is not on CMAS %s by its item id, but something much like it is.",
                            line.lineId(), line.cmas())
                    .on(line)
                    .remedy(
                            "Write item %s on line %s, or attest that it is the same.",
                            Phrases.either(alike), line.lineId()));
        }
        String item = line.itemId();
        return Optional.of((item == null
                        ? Outcome.fail(
                                "Line %s names no item, and nothing like it is on the price list of CMAS %s in force on %s.",
                                line.lineId(), line.cmas(), line.pricedOn())
                        : Outcome.fail(
                                        "Item %s of line %s is not on the price list of CMAS %s in force on %s.",
                                        item, line.lineId(), line.cmas(), line.pricedOn())
                                .with("itemId", item))
                .on(line)
                .remedy(
                        "Order an item of the CMAS, mark line %s as NSP if it qualifies, or buy it outside CMAS.",
                        line.lineId()));
    }

    private static Optional<Trouble> judgeTravel(OrderFacts facts, OrderLine line) {
        CmasNumber cmas = line.cmas();
        Agreement agreement = cmas == null ? null : facts.cited(cmas).on(line.pricedOn());
        Boolean allowed = agreement == null ? null : agreement.travelAllowed();
        if (allowed == null) {
            return Optional.of(Outcome.undetermined("It is not recorded whether CMAS %s provides for travel.", cmas)
                    .on(line)
                    .remedy("Attest to what the CMAS says about travel."));
        }
        return allowed
                ? Optional.empty()
                : Optional.of(Outcome.fail("CMAS %s does not provide for travel.", cmas)
                        .on(line)
                        .remedy("Take line %s off the order.", line.lineId()));
    }
}
