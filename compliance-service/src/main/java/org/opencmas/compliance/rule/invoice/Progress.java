package org.opencmas.compliance.rule.invoice;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencmas.terms.Usd;

/**
 * What a progress payment is judged by besides itself.
 *
 * @param withheldNow kept back from this payment, US dollars
 * @param paidBefore by earlier payments, US dollars
 * @param withheldBefore kept back from earlier payments and not yet released, US dollars
 * @param tasks of an order for services; empty when it has none
 * @param risk the recorded decision on the risk; null when there is none
 */
public record Progress(
        Contract contract,
        Usd withheldNow,
        Usd paidBefore,
        Usd withheldBefore,
        List<Task> tasks,
        @Nullable RiskDecision risk,
        Report report) {
    /**
     * The recorded assessment of the risk of an order for special information technology.
     *
     * @param withholdShare the share that is withheld by it, as a fraction; null when the usual one is kept
     */
    public record RiskDecision(
            String decidedBy,
            LocalDate decidedOn,
            String evidence,
            @Nullable BigDecimal withholdShare) {}

    /**
     * What the payment is based on.
     *
     * @param servicesThrough the last day of the work that is paid; null when not said
     * @param stage the name of the stage that is reached; null when payment is by time
     * @param writtenReport whether a written progress report came with the invoice; null when not said
     * @param earlierPaymentsOn the days of the earlier progress payments
     */
    public record Report(
            @Nullable LocalDate servicesThrough,
            @Nullable String stage,
            @Nullable Boolean writtenReport,
            List<LocalDate> earlierPaymentsOn) {}

    /** The amounts of the tasks whose withhold may be paid. */
    Usd released() {
        return Usd.sum(tasks.stream().filter(Task::isReleased).map(Task::amount).toList());
    }
}
