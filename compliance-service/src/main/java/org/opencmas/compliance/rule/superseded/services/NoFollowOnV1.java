package org.opencmas.compliance.rule.superseded.services;

import static org.opencmas.compliance.rule.Citation.guide;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleKind;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.outcome.Phrases;
import org.opencmas.compliance.rule.outcome.Trouble;
import org.opencmas.compliance.rule.purchaseorder.EarlierOrder;
import org.opencmas.compliance.rule.purchaseorder.Order;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.OrderLine;
import org.opencmas.compliance.rule.purchaseorder.told.Particulars.Relation;
import org.opencmas.compliance.rule.purchaseorder.told.Particulars.Services;

/**
 * SVC-FOLLOWON: an order that its buyer calls an end product of an earlier consulting order is stopped; an earlier one that is only known is a warning.
 *
 * <p>Version 1. What an amendment added was passed by a word that stood before it was added.
 */
public record NoFollowOnV1() implements Rule<OrderFacts> {
    private static final RuleText TEXT = RuleText.of(
                    "SVC-FOLLOWON",
                    1,
                    RuleKind.BLOCK,
                    "Who got a consulting order does not get the order that is its end product",
                    "A person, firm or subsidiary that got an order for consulting services, or one with a consulting part, gets no order for"
                            + " services, goods or any other action that is required, suggested or otherwise deemed appropriate as an end"
                            + " product of it (Public Contract Code 10365.5). No time ends the ban.",
                    guide(9, 19, "Follow-on Contracts Prohibited"))
            .read(
                    "Whether an order is an end product is for the buyer to say; said so, it is stopped. Without the buyer's word, an earlier"
                            + " consulting order of the same firm, or of a firm that the buyer names as its affiliate, is a warning; of another"
                            + " agency's order nothing else is shown. What an amendment adds to a consulting order is under the same ban. An"
                            + " earlier order is known as a consulting one where its buyer coded a line so.");

    @Override
    public RuleText text() {
        return TEXT;
    }

    @Override
    public Optional<String> whyNotApplicable(OrderFacts facts) {
        return stated(facts).isEmpty()
                        && facts.earlierConsulting() != null
                        && facts.earlierConsulting().isEmpty()
                        && addedToConsulting(facts).isEmpty()
                ? Optional.of("No earlier order with a consulting part is known here of the contractor.")
                : Optional.empty();
    }

    @Override
    public List<Outcome> check(OrderFacts facts) {
        List<EarlierOrder> known = known(facts);
        Optional<Relation> stated = stated(facts);
        if (stated.isPresent()) {
            return List.of(judged(stated.get(), known));
        }
        if (facts.earlierConsulting() == null) {
            return List.of(Outcome.undetermined("Whether the contractor had consulting orders was not looked up here.")
                    .remedy("Say how the order stands to earlier consulting orders, or attest to it."));
        }
        Stream<Trouble> earlier = known.stream().map(NoFollowOnV1::earlier);
        List<OrderLine> added = addedToConsulting(facts);
        Stream<Trouble> own = added.isEmpty()
                ? Stream.of()
                : Stream.of(Outcome.warn(
                                "The order itself has a consulting part, to which %s is added.", Phrases.lines(added))
                        .on(added)
                        .remedy("Say whether what is added is an end product of it."));
        return Stream.concat(earlier, own).map(Outcome.class::cast).toList();
    }

    private static Trouble earlier(EarlierOrder order) {
        Trouble found = order.agencyOrderNumber() == null
                ? Outcome.warn("Another agency ordered consulting services of the firm on %s.", order.orderedOn())
                : Outcome.warn(
                        "Order %s of %s to the same firm has a consulting part.",
                        order.agencyOrderNumber(), order.orderedOn());
        return found.with("orderedOn", order.orderedOn())
                .with("contractorId", order.contractorId())
                .remedy("Say in particulars.services.earlierOrders whether this order is an end product of it.");
    }

    private static Optional<Relation> stated(OrderFacts facts) {
        return facts.order().told().services().map(Services::earlierOrders);
    }

    private static Outcome judged(Relation stated, List<EarlierOrder> known) {
        return stated.endProduct()
                ? Outcome.fail("The order is an end product of an earlier consulting order: \"%s\"", stated.statement())
                        .with("earlierOrders", known.size())
                        .remedy("Buy it from another contractor, or outside CMAS.")
                : Outcome.pass(
                                "The buyer says that the order is no end product of an earlier one: \"%s\"",
                                stated.statement())
                        .with("earlierOrders", known.size());
    }

    private static List<EarlierOrder> known(OrderFacts facts) {
        return facts.earlierConsulting() == null ? List.of() : facts.earlierConsulting();
    }

    private static List<OrderLine> addedToConsulting(OrderFacts facts) {
        Order before = facts.issuedBefore();
        if (before == null || before.lines(line -> line.coded().consulting()).isEmpty()) {
            return List.of();
        }
        return facts.order()
                .lines(line ->
                        !line.coded().consulting() && before.line(line.lineId()).isEmpty());
    }
}
