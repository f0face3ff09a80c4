package org.opencmas.compliance.rule.services;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.outcome.Phrases;
import org.opencmas.compliance.rule.outcome.Trouble;
import org.opencmas.compliance.rule.purchaseorder.EarlierOrder;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.OrderLine;
import org.opencmas.compliance.rule.purchaseorder.told.Particulars.Relation;

/**
 * SVC-FOLLOWON: an order that its buyer calls an end product of an earlier consulting order is stopped; an earlier one that is only known is a
 * warning, of the contractor's and of its affiliates, and so it is again of lines that an amendment adds after the buyer's word.
 */
public record NoFollowOn() implements Rule<OrderFacts> {
    @Override
    public RuleText text() {
        return ServicesText.SVC_FOLLOWON;
    }

    @Override
    public Optional<String> whyNotApplicable(OrderFacts facts) {
        return EarlierConsulting.stated(facts).isEmpty()
                        && facts.earlierConsulting() != null
                        && facts.earlierConsulting().isEmpty()
                        && EarlierConsulting.addedToConsulting(facts).isEmpty()
                ? Optional.of("No earlier order with a consulting part is known here of the contractor.")
                : Optional.empty();
    }

    @Override
    public List<Outcome> check(OrderFacts facts) {
        List<EarlierOrder> known = EarlierConsulting.known(facts);
        Optional<Relation> stated = EarlierConsulting.stated(facts);
        if (stated.isPresent()) {
            List<Trouble> unsaid = ofLinesAddedSince(facts, known);
            return unsaid.isEmpty()
                    ? List.of(EarlierConsulting.judged(stated.get(), known))
                    : unsaid.stream().map(Outcome.class::cast).toList();
        }
        if (facts.earlierConsulting() == null) {
            return List.of(Outcome.undetermined("Whether the contractor had consulting orders was not looked up here.")
                    .remedy("Say how the order stands to earlier consulting orders, or attest to it."));
        }
        Stream<Trouble> earlier = known.stream().map(order -> earlier(facts, order));
        return Stream.concat(earlier, own(EarlierConsulting.addedToConsulting(facts)))
                .map(Outcome.class::cast)
                .toList();
    }

    /** An unchanged word was said before the lines were there, so it does not answer for them. */
    private static List<Trouble> ofLinesAddedSince(OrderFacts facts, List<EarlierOrder> known) {
        List<OrderLine> added = EarlierConsulting.addedSinceStated(facts);
        if (added.isEmpty()) {
            return List.of();
        }
        Stream<Trouble> earlier = known.stream()
                .map(order -> earlier(facts, order)
                        .on(added)
                        .remedy(
                                "The statement is that of the version before: say it anew in particulars.services.earlierOrders, of %s too.",
                                Phrases.lines(added)));
        return Stream.concat(earlier, own(EarlierConsulting.addedToConsulting(facts)))
                .toList();
    }

    private static Stream<Trouble> own(List<OrderLine> added) {
        return added.isEmpty()
                ? Stream.of()
                : Stream.of(Outcome.warn(
                                "The order itself has a consulting part, to which %s is added.", Phrases.lines(added))
                        .on(added)
                        .remedy("Say whether what is added is an end product of it."));
    }

    private static Trouble earlier(OrderFacts facts, EarlierOrder order) {
        String firm =
                order.contractorId().equals(facts.order().contractorId()) ? "the firm" : "an affiliate of the firm";
        Trouble found = order.agencyOrderNumber() == null
                ? Outcome.warn("Another agency ordered consulting services of %s on %s.", firm, order.orderedOn())
                : Outcome.warn(
                        "Order %s of %s to %s has a consulting part.",
                        order.agencyOrderNumber(), order.orderedOn(), firm);
        return found.with("orderedOn", order.orderedOn())
                .with("contractorId", order.contractorId())
                .remedy("Say in particulars.services.earlierOrders whether this order is an end product of it.");
    }
}
