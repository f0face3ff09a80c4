package org.opencmas.fees.rate;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.opencmas.terms.ProgramCalendar;

/**
 * The incentive fee's rates in the order of their dates. The rate of an order is the one in force on the day of the order, not
 * of its amendment, delivery or payment (practice 2.2: "orders dated 1/1/2010 or later").
 */
public final class FeeRates {
    private final List<FeeRate> byDate;

    public FeeRates(List<FeeRate> rates) {
        byDate = rates.stream()
                .sorted(Comparator.comparing(FeeRate::firstOrderDate))
                .toList();
    }

    /** All of them, earliest first. */
    public List<FeeRate> all() {
        return byDate;
    }

    /** The last order date before the next rate after that date begins, inclusive; the program's last day when none does. */
    public LocalDate lastDateFrom(LocalDate orderDate) {
        return byDate.stream()
                .map(FeeRate::firstOrderDate)
                .filter(first -> first.isAfter(orderDate))
                .findFirst()
                .map(next -> next.minusDays(1))
                .orElse(ProgramCalendar.LAST_DAY);
    }

    /**
     * The rate for orders of that date; a rate's first day counts. {@link Rate#NONE} before the first rate: no incentive fee
     * was due from contractors then.
     */
    public Rate on(LocalDate orderDate) {
        Rate inForce = Rate.NONE;
        for (FeeRate rate : byDate) {
            if (rate.firstOrderDate().isAfter(orderDate)) {
                break;
            }
            inForce = rate.rate();
        }
        return inForce;
    }
}
