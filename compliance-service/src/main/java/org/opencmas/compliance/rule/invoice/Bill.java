package org.opencmas.compliance.rule.invoice;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What is billed and how it is paid: the part that an invoice and its payment have in common.
 *
 * @param method null when not said
 * @param payableOn the day of payment; for an invoice without one, its own date, the earliest it could be paid on
 * @param lines null when none were sent
 * @param linesExpected true where lines that were not sent are missing, false where a body without them is whole
 * @param legalBasisForAdvance the provision of law by which services are paid in advance; null when none is claimed
 * @param taxRate sales tax as a fraction, 0.0775 for 7.75%; null when not said
 */
public record Bill(
        @Nullable PaymentMethod method,
        LocalDate payableOn,
        OrderTerms order,
        @Nullable List<BilledLine> lines,
        boolean linesExpected,
        @Nullable String legalBasisForAdvance,
        @Nullable BigDecimal taxRate) {
    /** A bill of which only the names were sent. */
    public static Bill unsaid(LocalDate payableOn) {
        return new Bill(null, payableOn, OrderTerms.UNKNOWN, null, false, null, null);
    }

    /** How a bill is paid. The State's purchase card is a way to pay, never a waiver of anything. */
    public enum PaymentMethod {
        INVOICE,
        CAL_CARD
    }

    public boolean byCalCard() {
        return method == PaymentMethod.CAL_CARD;
    }

    /** The lines of a type that the question is about; none when no lines were sent. */
    public List<BilledLine> lines(Predicate<LineType> types) {
        return lines == null
                ? List.of()
                : lines.stream().filter(line -> types.test(line.type())).toList();
    }

    public List<BilledLine> lines(LineType type) {
        return lines(type::equals);
    }

    /** True when the line would be paid before the last day that it is for. Payment on that day itself is not in advance. */
    public boolean isInAdvance(BilledLine line) {
        return line.service() != null && payableOn.isBefore(line.service().through());
    }
}
