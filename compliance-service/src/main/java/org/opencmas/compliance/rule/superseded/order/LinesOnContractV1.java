package org.opencmas.compliance.rule.superseded.order;

import static org.opencmas.compliance.rule.Citation.guide;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleKind;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.outcome.Phrases;
import org.opencmas.compliance.rule.purchaseorder.LineKind;
import org.opencmas.compliance.rule.purchaseorder.LineListing;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.OrderLine;
import org.opencmas.compliance.rule.purchaseorder.known.CitedAgreement;
import org.opencmas.compliance.rule.purchaseorder.known.PricedItem;
import org.opencmas.compliance.rule.superseded.firstrelease.OutcomesV1;
import org.opencmas.terms.CmasNumber;

/**
 * ORD-LINES-ON-CONTRACT: every line that is not NSP is on the price list of its CMAS, by exactly its item id.
 *
 * <p>Version 1. A line that left out its item could be attested to, and travel was judged as of the day the CMAS was first cited.
 */
public record LinesOnContractV1() implements Rule<OrderFacts> {
    private static final RuleText TEXT = RuleText.of(
                    "ORD-LINES-ON-CONTRACT",
                    1,
                    RuleKind.BLOCK,
                    "Every line is on the CMAS unless it is an NSP line",
                    "Product or model, hourly rate, position title and skill level are as in the CMAS. NSP lines have rules of their own"
                            + " (also Section 10, page 20).",
                    guide(12, 23, "Contractor Compliance Reviews"))
            .read(
                    "Another spelling of an item id, or the same description, proposes an item that a person has to confirm; it is never"
                            + " taken silently. Travel is on the CMAS when the CMAS provides for travel (Section 4, page 13).");

    @Override
    public RuleText text() {
        return TEXT;
    }

    @Override
    public List<Outcome> check(OrderFacts facts) {
        List<OrderLine> lines = facts.order().lines(line -> !line.nsp() && line.cmas() != null);
        Stream<Outcome> judged = lines.stream().flatMap(line -> judge(facts, line).stream());
        return OutcomesV1.orPass(
                Stream.concat(OutcomesV1.withoutCmas(facts.order()).stream(), judged),
                Outcome.pass("Every line that is not NSP is on its CMAS."));
    }

    private static Optional<Outcome> judge(OrderFacts facts, OrderLine line) {
        return line.kind() == LineKind.TRAVEL ? judgeTravel(facts, line) : judgeItem(facts.listing(line), line);
    }

    private static Optional<Outcome> judgeItem(LineListing listing, OrderLine line) {
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
        if (item == null) {
            return Optional.of(Outcome.undetermined("Line %s names no item of CMAS %s.", line.lineId(), line.cmas())
                    .on(line)
                    .remedy(
                            "Name the item of line %s as on the price list, or attest that it is there.",
                            line.lineId()));
        }
        return Optional.of(Outcome.fail(
                        "Item %s of line %s is not on the price list of CMAS %s in force on %s.",
                        item, line.lineId(), line.cmas(), line.pricedOn())
                .with("itemId", item)
                .on(line)
                .remedy(
                        "Order an item of the CMAS, mark line %s as NSP if it qualifies, or buy it outside CMAS.",
                        line.lineId()));
    }

    private static Optional<Outcome> judgeTravel(OrderFacts facts, OrderLine line) {
        CmasNumber cmas = line.cmas();
        Boolean allowed = facts.agreements().stream()
                .filter(cited -> line.boughtOn(cited.cmas()))
                .map(CitedAgreement::agreement)
                .flatMap(agreement -> Stream.ofNullable(agreement == null ? null : agreement.travelAllowed()))
                .findFirst()
                .orElse(null);
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
