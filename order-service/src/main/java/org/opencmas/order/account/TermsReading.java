package org.opencmas.order.account;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opencmas.order.account.terms.NewProgressTerms;
import org.opencmas.order.account.terms.NewProgressTerms.NewRiskDecision;
import org.opencmas.order.account.terms.NewProgressTerms.NewTask;
import org.opencmas.order.account.terms.PaymentFigures;
import org.opencmas.order.account.terms.ProgressTerms;
import org.opencmas.order.account.terms.ProgressTerms.Kind;
import org.opencmas.order.account.terms.ProgressTerms.RiskDecision;
import org.opencmas.order.account.terms.ProgressTerms.Task;
import org.opencmas.problem.RefusedByRule;
import org.opencmas.problem.body.FieldReader;
import org.opencmas.terms.Identifier;
import org.opencmas.terms.Usd;

/** Reads terms of progress payments against the order that they are for. */
final class TermsReading {
    private final FieldReader fields = new FieldReader();
    private final AccountChange.Context at;

    private final PaymentFigures figures;

    private TermsReading(AccountChange.Context at, PaymentFigures figures) {
        this.at = at;
        this.figures = figures;
    }

    /**
     * @throws org.opencmas.problem.InvalidRequest (400) that names every fault
     * @throws RefusedByRule (422) for terms of another kind than the order, and for less withheld than the law lets be
     */
    static ProgressTerms read(NewProgressTerms sent, AccountChange.Context at) throws SQLException {
        return new TermsReading(at, PaymentFigures.on(at.connection(), at.today())).terms(sent);
    }

    private ProgressTerms terms(NewProgressTerms sent) {
        if (sent.kind() == null) {
            fields.fault("/kind", "is missing");
        }
        Kind kind = fields.choice("/kind", sent.kind(), Kind.NON_IT_SERVICES);
        BigDecimal share = share(sent.withholdShare());
        RiskDecision risk = risk(sent.riskDecision());
        List<Task> tasks = tasks(sent.tasks(), kind);
        LocalDate startsOn = fields.optionalDate("/startsOn", sent.startsOn());
        LocalDate lastDay = fields.optionalDate("/lastDay", sent.lastDay());
        if (startsOn != null && lastDay != null && lastDay.isBefore(startsOn)) {
            fields.fault("/lastDay", "is before the first day, " + startsOn);
        }
        fields.requireNoFaults();
        requireFitting(kind);
        requireShare(kind, share, risk);
        return new ProgressTerms(kind, share, risk, tasks, startsOn, lastDay, figures.ofTerms(), at.by());
    }

    private BigDecimal share(@Nullable String raw) {
        if (raw == null) {
            return figures.usualShare();
        }
        if (!raw.matches("0\\.\\d{1,5}|1(\\.0{1,5})?") || new BigDecimal(raw).signum() == 0) {
            fields.fault("/withholdShare", "is no share above 0 and at most 1", "Write 10% as 0.10.");
            return figures.usualShare();
        }
        return new BigDecimal(raw);
    }

    private @Nullable RiskDecision risk(@Nullable NewRiskDecision sent) {
        return sent == null
                ? null
                : new RiskDecision(
                        fields.text("/riskDecision/decidedBy", sent.decidedBy(), 200),
                        fields.pastDate("/riskDecision/decidedOn", sent.decidedOn(), at.today()),
                        fields.text("/riskDecision/evidence", sent.evidence(), 1000));
    }

    private List<Task> tasks(@Nullable List<@Nullable NewTask> sent, Kind kind) {
        List<Task> tasks = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        fields.each("/tasks", sent == null ? List.of() : sent, 1000, (pointer, one) -> {
            Task task = task(pointer, one);
            if (!seen.add(task.key())) {
                fields.fault(pointer + "/taskId", "task " + task.taskId() + " is there twice");
            }
            tasks.add(task);
        });
        Usd all = Usd.sum(tasks.stream().map(Task::amount).toList());
        if (!all.isAtMost(at.account().price())) {
            fields.fault(
                    "/tasks",
                    "come to " + all + ", more than the price of "
                            + at.account().price());
        }
        if (!tasks.isEmpty() && kind != Kind.NON_IT_SERVICES) {
            fields.fault("/tasks", "are for services other than information technology");
        }
        return tasks;
    }

    private Task task(String pointer, NewTask sent) {
        boolean distinct = Boolean.TRUE.equals(sent.separateAndDistinct());
        String decidedBy = fields.optionalText(pointer + "/decidedBy", sent.decidedBy(), 200);
        if (distinct && decidedBy == null) {
            fields.fault(
                    pointer + "/decidedBy",
                    "is missing: that a task is separate and distinct is a person's decision (PP-DEFINITION)");
        }
        String id = fields.identifier(pointer + "/taskId", sent.taskId(), 40);
        return new Task(
                Identifier.isBlank(id) ? "-" : id,
                fields.money(pointer + "/amount", sent.amount(), 2),
                distinct,
                decidedBy);
    }

    private void requireFitting(Kind kind) {
        if (!at.account().documents().stream().allMatch(kind::fits)) {
            throw new RefusedByRule(
                    "terms-not-for-the-order",
                    kind + " is for " + kind.fittingOrders()
                            + ". Agree the terms that are for what the order buys, or place "
                            + "what they are for by an order of its own (Guide s4 p12-13).",
                    java.util.Map.of("rule", kind.rule()));
        }
    }

    private void requireShare(Kind kind, BigDecimal share, @Nullable RiskDecision risk) {
        if (share.compareTo(figures.usualShare()) >= 0) {
            return;
        }
        BigDecimal least = figures.leastShareAt(at.account().price());
        boolean allowed = kind == Kind.IT_SPECIAL && risk != null && share.compareTo(least) >= 0;
        if (!allowed) {
            throw new RefusedByRule(
                    "withhold-too-little",
                    "At least " + percent(figures.usualShare())
                            + " of the price is withheld. Only on special information technology, and only by a recorded risk"
                            + " decision, it may be less, at this price "
                            + percent(least)
                            + " at the least (Guide s4 p12, PCC 12112).",
                    java.util.Map.of("rule", "PP-IT-RISK", "leastShare", least.toPlainString()));
        }
    }

    private static String percent(BigDecimal share) {
        return share.movePointRight(2).stripTrailingZeros().toPlainString() + "%";
    }
}
