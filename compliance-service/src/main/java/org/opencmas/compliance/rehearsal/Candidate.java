package org.opencmas.compliance.rehearsal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.rule.Parameter;
import org.opencmas.compliance.rule.judging.Decision;
import org.opencmas.compliance.rule.judging.Finding;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.ruleset.RuleSet;

/**
 * What is tried on stored decisions: a rule set, compared with what was decided; or a figure, where both sides are judged by the same
 * rules, so that what differs is the figure's doing alone.
 *
 * @param figure the figure; null when only the rule set is tried
 */
record Candidate(RuleSet rules, @Nullable Parameter figure) {
    /** A decision that would have been another. */
    record Flip(Decision then, Decision now, List<String> rules) {}

    /** @param then what was found when the order was decided */
    Optional<Flip> flip(OrderFacts facts, List<Finding> then) {
        if (figure == null) {
            return flip(then, rules.judge(facts).findings());
        }
        Optional<OrderFacts> changed = withFigure(facts, figure);
        return changed.flatMap(
                other -> flip(rules.judge(facts).findings(), rules.judge(other).findings()));
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

    /** Empty where the figure would not have been in force on the order's day, or where another of a later day was. */
    private static Optional<OrderFacts> withFigure(OrderFacts facts, Parameter figure) {
        Optional<Parameter> inForce = facts.parameters().stream()
                .filter(known -> known.name() == figure.name())
                .findFirst();
        boolean isLater = inForce.filter(known -> known.validFrom().isAfter(figure.validFrom()))
                .isPresent();
        if (facts.judgedAsOf().isBefore(figure.validFrom()) || isLater) {
            return Optional.empty();
        }
        List<Parameter> parameters = new ArrayList<>(facts.parameters());
        parameters.removeIf(known -> known.name() == figure.name());
        parameters.add(figure);
        return Optional.of(facts.withParameters(parameters));
    }
}
