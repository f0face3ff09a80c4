package org.opencmas.compliance.rule.severalcmas;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.outcome.Outcomes;
import org.opencmas.compliance.rule.outcome.Phrases;
import org.opencmas.compliance.rule.outcome.Trouble;
import org.opencmas.compliance.rule.purchaseorder.Order;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.OrderLine;
import org.opencmas.compliance.rule.purchaseorder.SubOrder;
import org.opencmas.terms.CmasNumber;

/** MULTI-GROUP: every line names its CMAS, and every CMAS has exactly one group. */
public record LinesGroupedByCmas() implements Rule<OrderFacts> {

    @Override
    public RuleText text() {
        return SeveralCmasText.MULTI_GROUP;
    }

    @Override
    public Optional<String> whyNotApplicable(OrderFacts facts) {
        return facts.order().linesWithoutCmas().isEmpty() ? SeveralCmas.whyNot(facts) : Optional.empty();
    }

    @Override
    public List<Outcome> check(OrderFacts facts) {
        Order order = facts.order();
        return Outcomes.orPass(
                Stream.of(withoutCmas(order), ungrouped(order), split(order), empty(order))
                        .flatMap(Optional::stream),
                Outcome.pass("Every line is in the one group of its CMAS."));
    }

    private static Optional<Trouble> withoutCmas(Order order) {
        List<OrderLine> lines = order.linesWithoutCmas();
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(Outcome.fail(
                                "%d of %d lines carry no CMAS number.",
                                lines.size(), order.lines().size())
                        .on(lines)
                        .remedy("Give %s the number of the CMAS.", Phrases.lines(lines)));
    }

    private static Optional<Trouble> ungrouped(Order order) {
        List<CmasNumber> groups = order.subOrders().stream().map(SubOrder::cmas).toList();
        List<OrderLine> lines = order.lines(line -> line.cmas() != null && !groups.contains(line.cmas()));
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(Outcome.fail("No group carries the CMAS of %s.", Phrases.lines(lines))
                        .on(lines)
                        .remedy("Add a group for the CMAS of %s.", Phrases.lines(lines)));
    }

    private static Optional<Trouble> split(Order order) {
        List<CmasNumber> twice = order.subOrders().stream()
                .map(SubOrder::cmas)
                .filter(cmas -> groupsOf(order, cmas) > 1)
                .distinct()
                .toList();
        return twice.isEmpty()
                ? Optional.empty()
                : Optional.of(Outcome.fail("CMAS %s is split over several groups.", Phrases.all(twice))
                        .remedy("Put all lines of CMAS %s into one group.", Phrases.all(twice)));
    }

    /** On an amendment an empty group may stay, so that the labels of the others do not change. */
    private static Optional<Trouble> empty(Order order) {
        List<CmasNumber> without = order.subOrders().stream()
                .map(SubOrder::cmas)
                .filter(cmas -> order.linesOf(cmas).isEmpty())
                .toList();
        return without.isEmpty() || order.amended()
                ? Optional.empty()
                : Optional.of(Outcome.fail("The group of CMAS %s holds no line.", Phrases.all(without))
                        .remedy("Remove the group of CMAS %s.", Phrases.all(without)));
    }

    private static long groupsOf(Order order, CmasNumber cmas) {
        return order.subOrders().stream().filter(sub -> sub.cmas().equals(cmas)).count();
    }
}
