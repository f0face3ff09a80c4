package org.opencmas.compliance.rule.invoice;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.opencmas.terms.Usd;

/**
 * The order that progress payments are made on.
 *
 * @param kind by which of the three provisions they are allowed
 * @param price the price of the order, US dollars before tax and freight
 * @param total all that is payable under it, US dollars, tax and freight included; the price when not said
 * @param startsOn its first day; null when not said
 * @param lastDay its last day, inclusive; null when not said
 * @param performanceBond the sum of the faithful performance bond, US dollars; null when not said
 * @param finallyAcceptedOn the day of final delivery and acceptance, or of final completion; null before
 */
public record Contract(
        Kind kind,
        Usd price,
        Usd total,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate lastDay,
        @Nullable Usd performanceBond,
        @Nullable LocalDate finallyAcceptedOn) {
    /** The kinds of orders on which progress payments are allowed. */
    public enum Kind {
        /** Information technology made or done especially for the State and not saleable to others (PCC 12112). */
        IT_SPECIAL,
        /** Goods made especially for the State and not saleable to others (PCC 10314). */
        GOODS_SPECIAL,
        /** Services other than information technology (PCC 10346). */
        NON_IT_SERVICES
    }

    public boolean isAcceptedBy(LocalDate day) {
        return finallyAcceptedOn != null && !finallyAcceptedOn.isAfter(day);
    }
}
