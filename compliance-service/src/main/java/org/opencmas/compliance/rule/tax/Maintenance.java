package org.opencmas.compliance.rule.tax;

import java.util.List;
import java.util.Optional;
import org.opencmas.compliance.rule.invoice.Bill;
import org.opencmas.compliance.rule.invoice.BilledLine;
import org.opencmas.compliance.rule.invoice.LineType;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.outcome.Trouble;

/** The maintenance that a bill is for, and the consumables with it. */
record Maintenance(List<BilledLine> lines, List<BilledLine> consumables, Bill bill) {
    static Maintenance of(Bill bill) {
        return new Maintenance(bill.lines(LineType.MAINTENANCE), bill.lines(LineType.CONSUMABLES), bill);
    }

    /** Why nothing is asked of the tax on maintenance; nothing when something is. */
    Optional<String> whyNone() {
        if (bill.lines() == null) {
            return Optional.of("No lines were sent, so nothing is asked of maintenance.");
        }
        return lines.isEmpty() && consumables.isEmpty()
                ? Optional.of("No line is for maintenance or its consumables.")
                : Optional.empty();
    }

    /** True when consumables are billed, or the order's maintenance includes them; empty when that is not said. */
    Optional<Boolean> includesConsumables() {
        return consumables.isEmpty() ? Optional.ofNullable(bill.order().includesConsumables()) : Optional.of(true);
    }

    Trouble unknown() {
        return Outcome.undetermined("Whether the order's maintenance includes consumables is not said.")
                .on(lines)
                .remedy("Look at the order, and say so.");
    }

    /** Maintenance lines on which tax is billed. */
    List<BilledLine> taxed() {
        return lines.stream()
                .filter(line -> line.tax() != null && line.tax().isPositive())
                .toList();
    }
}
