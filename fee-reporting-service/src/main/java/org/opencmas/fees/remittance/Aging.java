package org.opencmas.fees.remittance;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.opencmas.terms.Usd;

/**
 * How old what is not paid is. The due date itself is in time; the day after is day 1.
 *
 * @param days1To30 past due by 1 to 30 days, both included; and so on
 */
@Schema(name = "AccountAging")
record Aging(Usd notPastDue, Usd days1To30, Usd days31To60, Usd days61To90, Usd over90Days, Usd total) {
    /** @param open what is not paid, by the day on which it was due */
    static Aging of(Map<LocalDate, Usd> open, LocalDate today) {
        return new Aging(
                between(open, today, Long.MIN_VALUE, 0),
                between(open, today, 1, 30),
                between(open, today, 31, 60),
                between(open, today, 61, 90),
                between(open, today, 91, Long.MAX_VALUE),
                Usd.sum(open.values().stream().toList()));
    }

    private static Usd between(Map<LocalDate, Usd> open, LocalDate today, long first, long last) {
        return Usd.sum(open.entrySet().stream()
                .filter(due -> {
                    long days = ChronoUnit.DAYS.between(due.getKey(), today);
                    return days >= first && days <= last;
                })
                .map(Map.Entry::getValue)
                .toList());
    }
}
