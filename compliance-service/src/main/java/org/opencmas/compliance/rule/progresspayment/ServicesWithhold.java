package org.opencmas.compliance.rule.progresspayment;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.invoice.Contract;
import org.opencmas.compliance.rule.invoice.PaymentFacts;
import org.opencmas.compliance.rule.invoice.Task;
import org.opencmas.compliance.rule.invoice.Withholding;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.outcome.Trouble;
import org.opencmas.terms.Usd;

/** PP-NONIT-SERVICES: 10% stays withheld until completion, and on a distinct task until that task is complete; 10.00% itself is enough. */
public record ServicesWithhold() implements Rule<PaymentFacts> {
    @Override
    public RuleText text() {
        return ProgressPaymentText.PP_NONIT_SERVICES;
    }

    @Override
    public Optional<String> whyNotApplicable(PaymentFacts facts) {
        return facts.whyNotOn(Contract.Kind.NON_IT_SERVICES);
    }

    @Override
    public List<Outcome> check(PaymentFacts facts) {
        Withholding of = Withholding.of(facts);
        List<Outcome> outcomes = new ArrayList<>();
        outcomes.add(PaidOfPrice.judge(of).with("released", of.released()));
        facts.inProgress().tasks().stream()
                .flatMap(task -> judge(task, of).stream())
                .forEach(outcomes::add);
        return List.copyOf(outcomes);
    }

    private static Optional<Trouble> judge(Task task, Withholding of) {
        Usd paid = task.paid();
        Usd most = of.accepted() || task.isReleased()
                ? task.amount()
                : task.amount().minus(task.amount().times(of.share()).cents(RoundingMode.UP));
        if (paid == null || paid.isAtMost(most)) {
            return Optional.empty();
        }
        Usd excess = paid.minus(most);
        return Optional.of(
                Outcome.fail("For task %s of %s, %s are paid: more than %s.", task.taskId(), task.amount(), paid, most)
                        .with("task", task.taskId())
                        .with("paid", paid)
                        .with("payAtMost", most)
                        .with("excess", excess)
                        .remedy("Lower the payment for task %s by %s.", task.taskId(), excess));
    }
}
