package org.opencmas.fees.report;

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
record Statement(
        CmasNumber agreement,
        CalendarQuarter quarter,
        Optional<UUID> contractorId,
        String contractorName,
        LocalDate dueOn,
        List<StatementLine> lines,
        Totals totals,
        List<UncomputableFee> uncomputable) {
    Statement {
        lines = List.copyOf(lines);
        uncomputable = List.copyOf(uncomputable);
    }

    /** The sums of the lines, and the fee rounded once. */
    record Totals(
            int lineCount,

            @Schema(implementation = String.class, examples = "125000.00", description = "The sum of the lines.")
            Usd totalExcludingTaxAndFreight,

            @Schema(implementation = String.class, examples = "25000.00", description = "What of it is waived.")
            Usd salesWaived,

            @Schema(
                    implementation = String.class,
                    examples = "312.50",
                    description = "The sum of the waived fees, exact.")
            Usd feeWaived,

            @Schema(
                    implementation = String.class,
                    examples = "1250.0049",
                    description = "The sum of the lines' fees, exact, of either sign.")
            Usd feeExact,

            @Schema(
                    implementation = String.class,
                    examples = "1250.00",
                    description = "feeExact in whole cents, half up; rounded here once and nowhere else.")
            Usd feeRounded,

            @Schema(
                    implementation = String.class,
                    examples = "0.00",
                    description = "Credit left over by reports filed before, whose totals were negative.")
            Usd creditAvailable,

            @Schema(
                    implementation = String.class,
                    examples = "0.00",
                    description = "What of the credit lessens this fee.")
            Usd creditUsed,

            @Schema(
                    implementation = String.class,
                    examples = "1250.00",
                    description = "What is to be paid with this report; never negative.")
            Usd feeDue,

            @Schema(implementation = String.class, examples = "0.00", description = "Credit left for later reports.")
            Usd creditCarriedForward) {
        static Totals of(List<StatementLine> lines, Usd creditAvailable) {
            Usd exact = Usd.sum(lines.stream().map(StatementLine::fee).toList());
            QuarterFee fee = QuarterFee.of(exact, creditAvailable);
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
                    fee.rounded(),
                    fee.creditAvailable(),
                    fee.creditUsed(),
                    fee.due(),
                    fee.creditCarriedForward());
        }
    }

    /** An order whose fee cannot be worked out yet. While there is one, the report cannot be filed. */
    record UncomputableFee(
            UUID orderId,
            String purchaseOrderNumber,

            @Schema(description = "The date of the original order.")
            LocalDate purchaseOrderDate,

            @Schema(
                    implementation = String.class,
                    examples = "100000.00",
                    description = "What the order comes to now under the agreement, before tax and freight.")
            Usd totalExcludingTaxAndFreight,

            @Schema(examples = "agency 0190a000-0000-7000-8000-00000000a001", description = "What has not arrived yet.")
            List<String> missing) {}
}
