package org.opencmas.order.invoice.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The clock of prompt payment (PAY-45-DAYS, Guide s6 p15, Government Code 927): 45 calendar days from the later of acceptance and receipt of
 * the undisputed invoice, which is day 0; days in dispute do not count, and a corrected invoice begins a new day 0. It binds State
 * agencies and is information for all others.
 *
 * @param startedOn day 0; null while it has not begun
 * @param dueOn the last day on time; null while it has not begun or a dispute holds it
 * @param held whether a dispute holds it now
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "PaymentClock")
public record PromptPayment(
        @Nullable LocalDate startedOn, @Nullable LocalDate dueOn, boolean held) {
    /**
     * A time in which the invoice is disputed.
     *
     * @param until the first day after it; null while it lasts
     */
    public record Disputed(LocalDate from, @Nullable LocalDate until) {}

    /**
     * The clock of an invoice.
     *
     * @param acceptedOn when what it bills was accepted or done; null before
     * @param receivedOn when the invoice that stands came
     * @param disputes in the order of their beginning; one of them may last
     * @param days the figure of the order's day
     */
    public static PromptPayment of(
            @Nullable LocalDate acceptedOn, LocalDate receivedOn, List<Disputed> disputes, int days) {
        boolean isHeld = disputes.stream().anyMatch(dispute -> dispute.until() == null);
        if (acceptedOn == null) {
            return new PromptPayment(null, null, isHeld);
        }
        LocalDate start = acceptedOn.isAfter(receivedOn) ? acceptedOn : receivedOn;
        return isHeld
                ? new PromptPayment(start, null, true)
                : new PromptPayment(start, due(start, disputes, days), false);
    }

    private static LocalDate due(LocalDate start, List<Disputed> disputes, int days) {
        LocalDate due = start.plusDays(days);
        LocalDate countedUpTo = start;
        for (Disputed dispute : disputes) {
            LocalDate from = dispute.from().isAfter(countedUpTo) ? dispute.from() : countedUpTo;
            LocalDate until = dispute.until();
            if (until != null && !from.isAfter(due) && until.isAfter(from)) {
                due = due.plusDays(ChronoUnit.DAYS.between(from, until));
                countedUpTo = until;
            }
        }
        return due;
    }
}
