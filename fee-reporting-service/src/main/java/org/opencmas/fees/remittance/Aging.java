package org.opencmas.fees.remittance;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.opencmas.terms.Usd;

/**
 * How old what is not paid is. The due date itself is in time; the day after is day 1.
 *
 * @param days1To30 past due by 1 to 30 days, both included; and so on
 */
@Schema(name = "AccountAging")
record Aging(Usd notPastDue, Usd days1To30, Usd days31To60, Usd days61To90, Usd over90Days, Usd total) {
    static Aging of(List<ContractorAccounts.Charge> charges, LocalDate today) {
        return new Aging(
                between(charges, today, Long.MIN_VALUE, 0),
                between(charges, today, 1, 30),
                between(charges, today, 31, 60),
                between(charges, today, 61, 90),
                between(charges, today, 91, Long.MAX_VALUE),
                Usd.sum(charges.stream().map(ContractorAccounts.Charge::open).toList()));
    }

    private static Usd between(List<ContractorAccounts.Charge> charges, LocalDate today, long first, long last) {
        return Usd.sum(charges.stream()
                .filter(charge -> {
                    long days = ChronoUnit.DAYS.between(charge.dueOn(), today);
                    return days >= first && days <= last;
                })
                .map(ContractorAccounts.Charge::open)
                .toList());
    }
}
