package org.opencmas.compliance.rule.invoice;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The time in which the agency disputes an invoice.
 *
 * @param from the day on which the invoice was sent back
 * @param until the day from which it is undisputed again; null when it still is or when a corrected invoice ended it
 * @param correctedInvoiceReceivedOn the day on which a corrected invoice came in its place; null when none did
 */
public record Dispute(
        LocalDate from, @Nullable LocalDate until, @Nullable LocalDate correctedInvoiceReceivedOn) {
    /** The first day after it; the program's last day while it is open. */
    LocalDate end() {
        return Stream.of(until, correctedInvoiceReceivedOn)
                .filter(day -> day != null)
                .min(LocalDate::compareTo)
                .orElse(LocalDate.MAX);
    }

    public boolean isOpen() {
        return until == null && correctedInvoiceReceivedOn == null;
    }

    /** True from its first day up to the day before its end. */
    public boolean isOn(LocalDate day) {
        return !day.isBefore(from) && day.isBefore(end());
    }
}
