package org.opencmas.compliance.rule.superseded.severalcmas;

import static org.opencmas.compliance.rule.Citation.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleKind;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.SubOrder;
import org.opencmas.compliance.rule.severalcmas.SeveralCmas;
import org.opencmas.terms.CmasNumber;

/**
 * MULTI-SUB-SEQUENCE: groups are labelled Sub #1, Sub #2, Sub #3, without gap or repeat.
 *
 * <p>Version 1. Labels in sequence passed on an amendment whose old labels were not known, and an order without groups passed.
 */
public record SubsInSequenceV1() implements Rule<OrderFacts> {
    private static final RuleText TEXT = RuleText.of(
                    "MULTI-SUB-SEQUENCE",
                    1,
                    RuleKind.BLOCK,
                    "Groups are labelled Sub #1, Sub #2, Sub #3 in sequence",
                    "Labels start at 1 and go up by 1, without a gap or a repeat.",
                    guide(3, 10, "Multiple Contracts - One Purchase Order Form"))
            .read(
                    "An amendment that adds a CMAS gives it the next number; one that removes a CMAS leaves the other labels as they are, so"
                            + " that the history stays readable.");

    @Override
    public RuleText text() {
        return TEXT;
    }

    @Override
    public Optional<String> whyNotApplicable(OrderFacts facts) {
        return facts.order().subOrders().size() > 1 ? Optional.empty() : SeveralCmas.whyNot(facts);
    }

    @Override
    public List<Outcome> check(OrderFacts facts) {
        List<SubOrder> are = facts.order().subOrders();
        List<SubOrder> right = relabelled(are, facts.labelsBefore());
        boolean amendedUnseen = facts.order().amended() && facts.issuedBefore() == null;
        boolean holds = amendedUnseen ? ascends(are) : labels(are).equals(labels(right));
        return List.of(
                holds
                        ? Outcome.pass("The groups are labelled %s.", inWords(are))
                        : Outcome.fail("The groups are labelled %s.", inWords(are))
                                .remedy("Label them %s.", inWords(right)));
    }

    /** The labels there ought to be: the old one for a CMAS that had one, the next free one for each other. */
    private static List<SubOrder> relabelled(List<SubOrder> subs, List<SubOrder> before) {
        int next = 1 + before.stream().mapToInt(SubOrder::subNumber).max().orElse(0);
        List<SubOrder> right = new ArrayList<>();
        for (SubOrder sub : subs) {
            Optional<SubOrder> old =
                    before.stream().filter(one -> one.cmas().equals(sub.cmas())).findFirst();
            int label = old.isPresent() ? old.get().subNumber() : next++;
            right.add(new SubOrder(label, sub.cmas(), sub.subtotalExcludingTax()));
        }
        return right;
    }

    private static boolean ascends(List<SubOrder> subs) {
        List<Integer> labels = labels(subs);
        return labels.equals(labels.stream().distinct().sorted().toList()) && labels.getFirst() >= 1;
    }

    private static List<Integer> labels(List<SubOrder> subs) {
        return subs.stream().map(SubOrder::subNumber).toList();
    }

    private static String inWords(List<SubOrder> subs) {
        return subs.stream().map(sub -> label(sub.subNumber(), sub.cmas())).collect(Collectors.joining(", "));
    }

    private static String label(int number, CmasNumber cmas) {
        return "Sub #%d %s".formatted(number, cmas);
    }
}
