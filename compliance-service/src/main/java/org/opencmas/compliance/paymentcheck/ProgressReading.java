package org.opencmas.compliance.paymentcheck;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.invoicecheck.BilledOrder;
import org.opencmas.compliance.invoicecheck.OptionalFields;
import org.opencmas.compliance.paymentcheck.ProgressToCheck.NewRiskDecision;
import org.opencmas.compliance.paymentcheck.ProgressToCheck.NewTask;
import org.opencmas.compliance.paymentcheck.ProgressToCheck.ProgressContract;
import org.opencmas.compliance.rule.invoice.Contract;
import org.opencmas.compliance.rule.invoice.Progress;
import org.opencmas.compliance.rule.invoice.Progress.Report;
import org.opencmas.compliance.rule.invoice.Progress.RiskDecision;
import org.opencmas.compliance.rule.invoice.Task;
import org.opencmas.terms.Usd;

/** Reads what a progress payment is judged by. After a fault a harmless value stands in, which is never used. */
record ProgressReading(OptionalFields fields) {
    Progress progress(ProgressToCheck sent) {
        Contract contract = contract(sent.contract());
        return new Progress(
                contract,
                fields.money("/progress/withheldNow", sent.withheldNow()),
                fields.money("/progress/paidBefore", sent.paidBefore()),
                fields.money("/progress/withheldBefore", sent.withheldBefore()),
                tasks(sent, contract.price()),
                risk(sent.riskDecision()),
                report(sent));
    }

    private Contract contract(@Nullable ProgressContract sent) {
        String at = "/progress/contract";
        if (sent == null) {
            fields.reader().fault(at, "is missing");
            return new Contract(Contract.Kind.IT_SPECIAL, Usd.ZERO, Usd.ZERO, null, null, null, null);
        }
        Usd price = fields.money(at + "/price", sent.price());
        Usd total = fields.optionalMoney(at + "/total", sent.total());
        if (total != null && total.compareTo(price) < 0) {
            fields.reader().fault(at + "/total", "must be at least the price: tax and freight are added to it");
        }
        LocalDate startsOn = fields.reader().optionalDate(at + "/startsOn", sent.startsOn());
        LocalDate lastDay = fields.reader().optionalDate(at + "/lastDay", sent.lastDay());
        fields.notBefore(at + "/lastDay", lastDay, startsOn, "the first day");
        return new Contract(
                fields.needed(at + "/kind", sent.kind(), Contract.Kind.IT_SPECIAL),
                price,
                total == null ? price : total,
                startsOn,
                lastDay,
                fields.optionalMoney(at + "/performanceBond", sent.performanceBond()),
                fields.reader().optionalDate(at + "/finallyAcceptedOn", sent.finallyAcceptedOn()));
    }

    private List<Task> tasks(ProgressToCheck sent, Usd price) {
        List<Task> tasks = fields.list("/progress/tasks", sent.tasks(), BilledOrder.MAX_LINES, this::task);
        Usd all = Usd.sum(tasks.stream().map(Task::amount).toList());
        if (!all.isAtMost(price)) {
            fields.reader().fault("/progress/tasks", "come to " + all + ", more than the price of " + price);
        }
        return fields.distinct("/progress/tasks", "taskId", tasks, Task::taskId);
    }

    private Task task(String at, NewTask sent) {
        return new Task(
                fields.reader().identifier(at + "/taskId", sent.taskId(), 40),
                fields.money(at + "/amount", sent.amount()),
                fields.optionalMoney(at + "/paid", sent.paid()),
                sent.separateAndDistinct(),
                fields.reader().optionalText(at + "/decidedBy", sent.decidedBy(), 200),
                Boolean.TRUE.equals(sent.complete()));
    }

    private @Nullable RiskDecision risk(@Nullable NewRiskDecision sent) {
        String at = "/progress/riskDecision";
        return sent == null
                ? null
                : new RiskDecision(
                        fields.reader().text(at + "/decidedBy", sent.decidedBy(), 200),
                        fields.reader().date(at + "/decidedOn", sent.decidedOn()),
                        fields.reader().text(at + "/evidence", sent.evidence(), 1000),
                        fields.share(at + "/withholdShare", sent.withholdShare()));
    }

    private Report report(ProgressToCheck sent) {
        return new Report(
                fields.reader().optionalDate("/progress/servicesThrough", sent.servicesThrough()),
                fields.reader().optionalText("/progress/stage", sent.stage(), 200),
                sent.writtenReport(),
                fields.list(
                        "/progress/earlierPaymentsOn",
                        sent.earlierPaymentsOn(),
                        BilledOrder.MAX_LINES,
                        (at, day) -> fields.reader().date(at, day)));
    }
}
