package org.opencmas.compliance.rehearsal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.rehearsal.Unreplayable.Reason;
import org.opencmas.compliance.rule.Parameter;
import org.opencmas.compliance.rule.book.RuleBooks;
import org.opencmas.compliance.rule.judging.Decision;
import org.opencmas.compliance.rule.judging.Finding;
import org.opencmas.compliance.rule.judging.Rejudgement;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.ruleset.RuleSet;

/**
 * What is tried on stored decisions: a rule set, compared with what was decided; or a figure, where both sides are judged by the rules that
 * judged the order then, so that what differs is the figure's doing alone. Rules that came later would stop most of the old orders on both
 * sides, since what they ask for is not in the old facts, and hide what the figure does.
 *
 * @param figure the figure; null when only the rule set is tried
 * @param askedOn the day on which it was asked for, in California; a figure that begins later is tried as though it had begun already
 */
record Candidate(RuleSet rules, @Nullable Parameter figure, LocalDate askedOn) {
    /** A decision that would have been another. */
    record Flip(Decision then, Decision now, List<String> rules) {}

    /**
     * @param then what was found when the order was decided
     * @throws Unreplayable when a version of a rule that judged the order is not known any more: without it an order would pass that it stopped
     */
    Optional<Flip> flip(OrderFacts facts, List<Finding> then) {
        if (figure == null) {
            return flip(then, rules.judge(facts).findings());
        }
        return withFigure(facts, figure).flatMap(other -> flip(again(facts, then), again(other, then)));
    }

    private static List<Finding> again(OrderFacts facts, List<Finding> then) {
        Rejudgement again = RuleBooks.ORDERS.judgeAgain(facts, then);
        if (!again.unknown().isEmpty()) {
            throw new Unreplayable(Reason.RULE_UNKNOWN, "not known any more: " + again.unknown());
        }
        return again.judgement().findings();
    }

    private static Optional<Flip> flip(List<Finding> then, List<Finding> now) {
        Decision before = decision(then);
        Decision after = decision(now);
        if (before == after) {
            return Optional.empty();
        }
        Set<String> rules = new TreeSet<>(blocking(then));
        Set<String> both = new HashSet<>(rules);
        Set<String> later = blocking(now);
        both.retainAll(later);
        rules.addAll(later);
        rules.removeAll(both);
        return Optional.of(new Flip(before, after, List.copyOf(rules)));
    }

    private static Decision decision(List<Finding> findings) {
        return findings.stream().anyMatch(Finding::blocking) ? Decision.RETURN : Decision.ISSUE;
    }

    private static Set<String> blocking(List<Finding> findings) {
        return findings.stream().filter(Finding::blocking).map(Finding::ruleId).collect(Collectors.toSet());
    }

    /**
     * Empty where a figure that began before it was asked for would not have been in force on the order's day, or where another of a later
     * day was.
     */
    private Optional<OrderFacts> withFigure(OrderFacts facts, Parameter figure) {
        Optional<Parameter> inForce = facts.parameters().stream()
                .filter(known -> known.name() == figure.name())
                .findFirst();
        boolean isLater = inForce.filter(known -> known.validFrom().isAfter(figure.validFrom()))
                .isPresent();
        boolean isYetToBegin = figure.validFrom().isAfter(askedOn);
        if (!isYetToBegin && (facts.judgedAsOf().isBefore(figure.validFrom()) || isLater)) {
            return Optional.empty();
        }
        List<Parameter> parameters = new ArrayList<>(facts.parameters());
        parameters.removeIf(known -> known.name() == figure.name());
        parameters.add(figure);
        return Optional.of(facts.withParameters(parameters));
    }
}
