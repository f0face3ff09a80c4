package org.opencmas.compliance.rule.payment.advance;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.opencmas.compliance.rule.invoice.Bill;
import org.opencmas.compliance.rule.invoice.BilledLine;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.outcome.Trouble;

/** Tells which lines of a bill are paid before what they are for. */
final class Advance {
    private Advance() {}

    /** Why a rule on those lines has nothing to judge; nothing when it has, or when lines are missing that were expected. */
    static Optional<String> whyNone(Bill bill, List<BilledLine> asked, String what) {
        if (bill.lines() == null) {
            return bill.linesExpected()
                    ? Optional.empty()
                    : Optional.of("No lines were sent, so nothing is asked of %s.".formatted(what));
        }
        return asked.isEmpty() ? Optional.of("No line is for %s.".formatted(what)) : Optional.empty();
    }

    /** What is missing to tell whether the lines are paid in advance. */
    static Stream<Trouble> missing(Bill bill, List<BilledLine> asked) {
        if (bill.lines() == null) {
            return Stream.of(Outcome.undetermined("What is paid is not said.")
                    .remedy("Send the lines of the invoice with their days of service."));
        }
        return asked.stream()
                .filter(line -> line.service() == null)
                .map(line -> Outcome.undetermined("The days that line %s is for are not said.", line.lineId())
                        .on(line)
                        .remedy("Give the first and the last day of service of line %s.", line.lineId()));
    }

    /** The lines that are paid before their last day of service. */
    static Stream<BilledLine> early(Bill bill, List<BilledLine> asked) {
        return asked.stream().filter(bill::isInAdvance);
    }

    /** The same trouble with the days that show it. */
    static Trouble shown(Trouble trouble, Bill bill, BilledLine line) {
        Trouble onLine = trouble.on(line).with("payableOn", bill.payableOn());
        return line.service() == null
                ? onLine
                : onLine.with("servicesThrough", line.service().through());
    }
}
