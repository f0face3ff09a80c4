package org.opencmas.compliance.rule.severalcmas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.outcome.Trouble;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.SubOrder;
import org.opencmas.terms.CmasNumber;

/** MULTI-SUB-SEQUENCE: groups are labelled Sub #1, Sub #2, Sub #3, without gap or repeat. */
public record SubsInSequence() implements Rule<OrderFacts> {

    @Override
    public RuleText text() {
        return SeveralCmasText.MULTI_SUB_SEQUENCE;
    }

    @Override
    public Optional<String> whyNotApplicable(OrderFacts facts) {
        return facts.order().subOrders().size() > 1 ? Optional.empty() : SeveralCmas.whyNot(facts);
    }

    @Override
    public List<Outcome> check(OrderFacts facts) {
        List<SubOrder> are = facts.order().subOrders();
        if (are.isEmpty()) {
            return List.of(Outcome.fail("The order is on several CMAS, and no group carries a label.")
                    .remedy("Group the lines by CMAS, and label the groups Sub #1, Sub #2 and so on."));
        }
        List<SubOrder> right = relabelled(are, facts.labelsBefore());
        boolean amendedUnseen = facts.order().amended() && facts.issuedBefore() == null;
        if (amendedUnseen && ascends(are)) {
            return List.of(unseen(are));
        }
        return List.of(
                labels(are).equals(labels(right))
                        ? Outcome.pass("The groups are labelled %s.", inWords(are))
                        : Outcome.fail("The groups are labelled %s.", inWords(are))
                                .remedy("Label them %s.", inWords(right)));
    }

    /** Labels in sequence may still be other ones than the CMAS had. */
    private static Trouble unseen(List<SubOrder> are) {
        return Outcome.undetermined(
                        "The groups are labelled %s, and the order as last issued, whose labels stay, is not known here.",
                        inWords(are))
                .remedy("Attest that every CMAS keeps the label it had.");
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
