package org.opencmas.compliance.rule.payment.calcard;

import java.util.Optional;
import org.opencmas.compliance.rule.invoice.Bill;

/** Asks first of all whether a bill is paid by the State's purchase card. */
final class CalCard {
    private CalCard() {}

    static Optional<String> whyNot(Bill bill) {
        if (bill.byCalCard()) {
            return Optional.empty();
        }
        return Optional.of(
                bill.method() == null
                        ? "The method of payment is not said, so nothing is asked of CAL-Card."
                        : "Payment is not by CAL-Card.");
    }
}
