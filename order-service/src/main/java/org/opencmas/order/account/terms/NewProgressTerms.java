package org.opencmas.order.account.terms;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opencmas.order.account.terms.ProgressTerms.Kind;
import org.opencmas.order.account.terms.ProgressTerms.RiskDecision;
import org.opencmas.order.account.terms.ProgressTerms.Task;
import org.opencmas.problem.body.CheckedBody;
import org.opencmas.problem.body.FieldReader;
import org.opencmas.terms.Identifier;
import org.opencmas.terms.Usd;

/** Terms of progress payments as a client sends them. */
public record NewProgressTerms(
        @Nullable String kind,
        @Nullable String withholdShare,
        @Nullable NewRiskDecision riskDecision,
        @Nullable List<@Nullable NewTask> tasks,
        @Nullable String startsOn,
        @Nullable String lastDay)
        implements CheckedBody {
    /** A decision on the risk. */
    public record NewRiskDecision(
            @Nullable String decidedBy,
            @Nullable String decidedOn,
            @Nullable String evidence) {}

    /** A task. */
    public record NewTask(
            @Nullable String taskId,
            @Nullable String amount,
            @Nullable Boolean separateAndDistinct,
            @Nullable String decidedBy) {}

    /** What was read; of no use when the fields hold a fault. */
    public record Read(
            Kind kind,
            BigDecimal share,
            @Nullable RiskDecision risk,
            List<Task> tasks,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate lastDay) {}

    @Override
    public void check(FieldReader fields, LocalDate today) {
        read(fields, today, BigDecimal.ONE, null);
    }

    /**
     * Reads what is sent.
     *
     * @param usual the share that is withheld where the body says none
     * @param price of the order, which its tasks do not exceed; null where it is not known
     */
    public Read read(FieldReader fields, LocalDate today, BigDecimal usual, @Nullable Usd price) {
        Kind chosen = fields.requiredChoice("/kind", kind, Kind.NON_IT_SERVICES);
        BigDecimal share = share(fields, withholdShare, usual);
        RiskDecision risk = risk(fields, riskDecision, today);
        List<Task> read = tasks(fields, tasks, chosen, price);
        LocalDate first = fields.optionalDate("/startsOn", startsOn);
        LocalDate last = fields.optionalDate("/lastDay", lastDay);
        if (first != null && last != null && last.isBefore(first)) {
            fields.fault("/lastDay", "is before the first day, " + first);
        }
        return new Read(chosen, share, risk, read, first, last);
    }

    private static BigDecimal share(FieldReader fields, @Nullable String raw, BigDecimal usual) {
        if (raw == null) {
            return usual;
        }
        if (!raw.matches("0\\.\\d{1,5}|1(\\.0{1,5})?") || new BigDecimal(raw).signum() == 0) {
            fields.fault("/withholdShare", "is no share above 0 and at most 1", "Write 10% as 0.10.");
            return usual;
        }
        return new BigDecimal(raw);
    }

    private static @Nullable RiskDecision risk(FieldReader fields, @Nullable NewRiskDecision sent, LocalDate today) {
        return sent == null
                ? null
                : new RiskDecision(
                        fields.text("/riskDecision/decidedBy", sent.decidedBy(), 200),
                        fields.pastDate("/riskDecision/decidedOn", sent.decidedOn(), today),
                        fields.text("/riskDecision/evidence", sent.evidence(), 1000));
    }

    private static List<Task> tasks(
            FieldReader fields, @Nullable List<@Nullable NewTask> sent, Kind kind, @Nullable Usd price) {
        List<Task> tasks = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        fields.each("/tasks", sent == null ? List.of() : sent, 1000, (pointer, one) -> {
            Task task = task(fields, pointer, one);
            if (!seen.add(task.key())) {
                fields.fault(pointer + "/taskId", "task " + task.taskId() + " is there twice");
            }
            tasks.add(task);
        });
        Usd all = Usd.sum(tasks.stream().map(Task::amount).toList());
        if (price != null && !all.isAtMost(price)) {
            fields.fault("/tasks", "come to " + all + ", more than the price of " + price);
        }
        if (!tasks.isEmpty() && kind != Kind.NON_IT_SERVICES) {
            fields.fault("/tasks", "are for services other than information technology");
        }
        return tasks;
    }

    private static Task task(FieldReader fields, String pointer, NewTask sent) {
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
}
