package org.opencmas.order.dealing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.DayOfWeek;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How long the contractor's answer to what was issued has been waited for (ORD-REJECT-INACCURATE, Guide s3 p9 and s12 p23). The Guide
 * wants an inaccurate order rejected at once and gives no number of hours: the target is a reading, set by configuration. Silence is
 * never acceptance, however long it lasts.
 *
 * @param receivedOn the day of the first recorded dispatch of what was issued, else the day of the issue; null before
 * @param targetOn the last day, inclusive, that meets the target; null before
 * @param businessDays from the day after the receipt through the answer, or today; Monday to Friday, State holidays counted in
 * @param overdue whether there was no answer by the end of the target day
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ContractorAnswer")
public record ContractorAnswer(
        Waiting state,
        @Nullable LocalDate receivedOn,
        @Nullable LocalDate targetOn,
        @Nullable LocalDate answeredOn,
        @Nullable Integer businessDays,
        boolean overdue) {

    /** Where the answer stands. */
    @Schema(name = "ContractorAnswerState")
    public enum Waiting {
        NOT_ISSUED,
        WAITING,
        ACCEPTED,
        REJECTED,
        /** The order ended, or its acceptance is not asked for any more. */
        ENDED
    }

    static ContractorAnswer notIssued() {
        return new ContractorAnswer(Waiting.NOT_ISSUED, null, null, null, null, false);
    }

    /**
     * @param answeredOn null while it is waited for, and where the day of an old answer was not noted
     * @param targetDays business days within which an answer is wanted, at least 0
     */
    static ContractorAnswer of(
            Waiting state, LocalDate receivedOn, @Nullable LocalDate answeredOn, LocalDate today, int targetDays) {
        LocalDate target = plusBusinessDays(receivedOn, targetDays);
        boolean waiting = state == Waiting.WAITING;
        LocalDate until = waiting ? today : answeredOn;
        return new ContractorAnswer(
                state,
                receivedOn,
                target,
                answeredOn,
                until == null ? null : businessDaysBetween(receivedOn, until),
                until != null && until.isAfter(target) && state != Waiting.ENDED);
    }

    private static LocalDate plusBusinessDays(LocalDate day, int days) {
        LocalDate at = day;
        for (int left = days; left > 0; ) {
            at = at.plusDays(1);
            left -= isBusinessDay(at) ? 1 : 0;
        }
        return at;
    }

    private static int businessDaysBetween(LocalDate after, LocalDate through) {
        return (int) after.plusDays(1)
                .datesUntil(through.isBefore(after) ? after.plusDays(1) : through.plusDays(1))
                .filter(ContractorAnswer::isBusinessDay)
                .count();
    }

    private static boolean isBusinessDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }
}
