package org.opencmas.compliance.rule.invoice;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.opencmas.terms.Usd;

/**
 * A payment that is about to be made, or was made.
 *
 * @param amount what leaves the agency's account, US dollars, without what is withheld
 * @param paidOn the day of payment
 * @param toSmallBusiness whether the contractor is a certified small business; null when not said
 */
public record Payment(
        Usd amount, Kind kind, LocalDate paidOn, @Nullable Boolean toSmallBusiness) {
    /** What the payment is for. */
    public enum Kind {
        /** For what was delivered or done. */
        ORDINARY,
        /** Part payment for a portion of the work. */
        PROGRESS,
        /** Before what it is for. */
        ADVANCE
    }
}
