package org.opencmas.order.dealing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.terms.WorkingDays;

/**
 * How long the contractor's answer to what was issued has been waited for (ORD-REJECT-INACCURATE, Guide s3 p9 and s12 p23). The Guide
 * wants an inaccurate order rejected at once and gives no number of hours: the target is a reading, set by configuration. Silence is
 * never acceptance, however long it lasts.
 *
 * @param receivedOn the day of the first recorded dispatch of what was issued, else the day of the issue; null before
 * @param targetOn the last day, inclusive, that meets the target; null before
 * @param businessDays from the day after the receipt through the answer, or today: working days of the State
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
        LocalDate target = WorkingDays.after(receivedOn, targetDays);
        boolean waiting = state == Waiting.WAITING;
        LocalDate until = waiting ? today : answeredOn;
        return new ContractorAnswer(
                state,
                receivedOn,
                target,
                answeredOn,
                until == null ? null : WorkingDays.between(receivedOn, until),
                until != null && until.isAfter(target) && state != Waiting.ENDED);
    }
}
