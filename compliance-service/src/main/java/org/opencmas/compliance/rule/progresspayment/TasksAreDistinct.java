package org.opencmas.compliance.rule.progresspayment;

import java.util.List;
import java.util.Optional;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.invoice.PaymentFacts;
import org.opencmas.compliance.rule.invoice.Task;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.outcome.Outcomes;

/** PP-DEFINITION: that a task is separate and distinct is said by a named person. */
public record TasksAreDistinct() implements Rule<PaymentFacts> {
    @Override
    public RuleText text() {
        return ProgressPaymentText.PP_DEFINITION;
    }

    @Override
    public Optional<String> whyNotApplicable(PaymentFacts facts) {
        return facts.whyNoProgressPayment()
                .or(() -> facts.inProgress().tasks().stream().noneMatch(Task::isDistinct)
                        ? Optional.of("No task is said to be separate and distinct: all are taken to be built on.")
                        : Optional.empty());
    }

    @Override
    public List<Outcome> check(PaymentFacts facts) {
        return Outcomes.orPass(
                facts.inProgress().tasks().stream()
                        .filter(task -> task.isDistinct() && task.decidedBy() == null)
                        .map(task -> Outcome.needsAttestation(
                                        "Nobody is named who decided that no later task builds on task %s.",
                                        task.taskId())
                                .with("task", task.taskId())
                                .remedy("Name the person who decided, or attest to it.")),
                Outcome.pass("A named person decided which tasks are separate and distinct."));
    }
}
