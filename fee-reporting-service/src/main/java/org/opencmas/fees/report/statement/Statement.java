package org.opencmas.fees.report.statement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.opencmas.fees.ledger.Treatment;
import org.opencmas.terms.CalendarQuarter;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.Usd;

/** What a report says: all that a contractor confirms by filing it. */
public record Statement(
        CmasNumber agreement,
        CalendarQuarter quarter,
        Optional<UUID> contractorId,
        String contractorName,
        LocalDate dueOn,
        List<StatementLine> lines,
        Totals totals,
        List<UncomputableFee> uncomputable) {
    public Statement {
        lines = List.copyOf(lines);
        uncomputable = List.copyOf(uncomputable);
    }

    /** The same with another fee of declared orders. */
    public Statement declaring(Usd fee) {
        return new Statement(
                agreement,
                quarter,
                contractorId,
                contractorName,
                dueOn,
                lines,
                Totals.of(lines, fee, totals.creditAvailable()),
                uncomputable);
    }

    /** What is to be paid with it, and what becomes of credit. */
    public QuarterFee fee() {
        return QuarterFee.of(totals.feeExact().plus(totals.feeDeclared()), totals.creditAvailable());
    }

    /** The sums of the lines, and the fee of these and of declared orders rounded once. */
    @Schema(name = "QuarterlyReportTotals")
    public record Totals(
            int lineCount,

            Usd totalExcludingTaxAndFreight,

            Usd salesWaived,

            Usd feeWaived,

            Usd feeExact,

            Usd feeDeclared,

            Usd feeRounded,

            Usd creditAvailable,

            Usd creditUsed,

            Usd feeDue,

            Usd creditCarriedForward) {
        static Totals of(List<StatementLine> lines, Usd feeDeclared, Usd creditAvailable) {
            Usd exact = Usd.sum(lines.stream().map(StatementLine::fee).toList());
            QuarterFee fee = QuarterFee.of(exact.plus(feeDeclared), creditAvailable);
            return new Totals(
                    lines.size(),
                    Usd.sum(lines.stream()
                            .map(StatementLine::totalExcludingTaxAndFreight)
                            .toList()),
                    Usd.sum(lines.stream()
                            .filter(line -> line.treatment() == Treatment.WAIVED)
                            .map(StatementLine::totalExcludingTaxAndFreight)
                            .toList()),
                    Usd.sum(lines.stream().map(StatementLine::feeWaived).toList()),
                    exact,
                    feeDeclared,
                    fee.rounded(),
                    fee.creditAvailable(),
                    fee.creditUsed(),
                    fee.due(),
                    fee.creditCarriedForward());
        }
    }

    /** An order whose fee cannot be worked out yet. While there is one, the report cannot be filed. */
    public record UncomputableFee(
            UUID orderId,
            String purchaseOrderNumber,

            LocalDate purchaseOrderDate,

            Usd totalExcludingTaxAndFreight,

            List<String> missing) {}
}
