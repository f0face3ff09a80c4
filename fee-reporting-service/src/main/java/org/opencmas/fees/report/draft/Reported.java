package org.opencmas.fees.report.draft;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.fees.facts.Certificate;
import org.opencmas.fees.ledger.Treatment;
import org.opencmas.fees.ledger.worth.SmallBusinessWaiver;
import org.opencmas.fees.rate.FeeRates;
import org.opencmas.fees.rate.Rate;
import org.opencmas.fees.report.statement.Statement;
import org.opencmas.fees.report.statement.StatementLine;
import org.opencmas.fees.upload.ReportedRow;
import org.opencmas.terms.AgencyClass;
import org.opencmas.terms.Usd;

/**
 * What the contractor reports, where that is more than the pre-filled lines as they stand (RPT-ALL-LOCAL). It stands beside the ledger and
 * never enters it: what is owed follows from the orders, and the difference is reconciled.
 *
 * @param draftVersion the draft it comes from
 * @param totals of all lines, those included that are not listed here
 * @param added the added orders, where they are too many to stand among the lines; null where they do
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ReportedLines")
public record Reported(
        int draftVersion,
        List<ReportedLine> lines,
        Totals totals,
        @Nullable AddedOrders added) {
    public Reported {
        lines = List.copyOf(lines);
    }

    /** The sums of the lines. */
    @Schema(name = "ReportedTotals")
    public record Totals(
            int lineCount, Usd localTotal, Usd stateTotal, Usd fee, Usd totalDifference, Usd feeDifference) {
        static Totals of(
                List<ReportedLine> lines, List<ReportDraftRows.Sum> sums, Figures figures, Statement statement) {
            Usd local = total(lines, AgencyClass.LOCAL).plus(sum(sums, AgencyClass.LOCAL));
            Usd fee = Usd.sum(lines.stream().map(ReportedLine::fee).toList())
                    .plus(Usd.sum(sums.stream().map(figures::fee).toList()));
            return new Totals(
                    lines.size()
                            + sums.stream().mapToInt(ReportDraftRows.Sum::count).sum(),
                    local,
                    total(lines, AgencyClass.STATE).plus(sum(sums, AgencyClass.STATE)),
                    fee,
                    statement.totals().totalExcludingTaxAndFreight().minus(local),
                    statement.totals().feeExact().minus(fee));
        }

        private static Usd sum(List<ReportDraftRows.Sum> sums, AgencyClass agencyClass) {
            return Usd.sum(sums.stream()
                    .filter(sum -> sum.agencyClass() == agencyClass)
                    .map(ReportDraftRows.Sum::total)
                    .toList());
        }

        private static Usd total(List<ReportedLine> lines, AgencyClass agencyClass) {
            return Usd.sum(lines.stream()
                    .filter(line -> line.agencyClass() == agencyClass)
                    .map(ReportedLine::total)
                    .toList());
        }
    }

    /** The figures that fees of added orders are worked out with. */
    public record Figures(FeeRates rates, List<Certificate> certificates) {
        /** The rate of a local order of that day; none where it is waived. */
        Rate rateOn(LocalDate day) {
            return SmallBusinessWaiver.on(day, certificates).isPresent() ? Rate.NONE : rates.on(day);
        }

        /** A rate is a share, so that the fee of a sum is the sum of the fees, to the last fraction. */
        Usd fee(ReportDraftRows.Sum sum) {
            return sum.agencyClass() == AgencyClass.STATE
                    ? sum.statedFees()
                    : sum.statedFees().plus(rateOn(sum.purchaseOrderDate()).shareOf(sum.totalWithoutFee()));
        }
    }

    /** @param sums of the added orders that stand as rows; none where the draft's document has them */
    static Reported of(Statement statement, ReportDraft draft, List<ReportDraftRows.Sum> sums, Figures figures) {
        List<ReportedLine> lines = new ArrayList<>();
        Map<LineKey, LineAnswer> answers = new HashMap<>();
        draft.content().answers().forEach(answer -> answers.putIfAbsent(LineKey.of(answer), answer));
        Set<LineKey> given = new HashSet<>();
        for (StatementLine line : statement.lines()) {
            LineAnswer answer = answers.get(LineKey.of(line));
            boolean isTold = !given.add(LineKey.of(line));
            lines.add(
                    answer == null || answer.answer() == LineAnswer.Verdict.CONFIRMED
                            ? confirmed(line)
                            : disputed(line, answer, isTold));
        }
        draft.content().added().forEach(row -> lines.add(added(row, figures::rateOn)));
        return new Reported(
                draft.version(),
                lines,
                Totals.of(lines, sums, figures, statement),
                draft.addedRows() == 0 ? null : added(draft, sums, figures));
    }

    private static AddedOrders added(ReportDraft draft, List<ReportDraftRows.Sum> sums, Figures figures) {
        return new AddedOrders(
                draft.addedRows(),
                String.valueOf(draft.fileSha256()),
                sums.stream()
                        .filter(sum -> sum.agencyClass() == AgencyClass.LOCAL && sum.withoutFee() > 0)
                        .map(sum -> new AddedOrders.DatedRate(
                                sum.purchaseOrderDate(), figures.rateOn(sum.purchaseOrderDate())))
                        .toList());
    }

    private static ReportedLine confirmed(StatementLine line) {
        return prefilled(
                line,
                ReportedLine.Answer.CONFIRMED,
                line.totalExcludingTaxAndFreight(),
                line.fee(),
                new LineAnswer(
                        line.orderId(),
                        line.documentVersion(),
                        line.cause(),
                        LineAnswer.Verdict.CONFIRMED,
                        null,
                        null,
                        null,
                        null,
                        null));
    }

    /** @param isTold whether the answer was counted at another line: corrections split a document's line, and what is said of it counts once */
    private static ReportedLine disputed(StatementLine line, LineAnswer answer, boolean isTold) {
        Usd told = answer.reportedTotal();
        Usd total = told == null || isTold ? Usd.ZERO : told;
        Usd worked = line.treatment() == Treatment.DUE ? line.rate().shareOf(total) : Usd.ZERO;
        Usd stated = answer.reportedFee();
        return prefilled(line, ReportedLine.Answer.DISPUTED, total, stated == null || isTold ? worked : stated, answer);
    }

    private static ReportedLine prefilled(
            StatementLine line, ReportedLine.Answer answer, Usd total, Usd fee, LineAnswer said) {
        return new ReportedLine(
                answer,
                line.orderId(),
                line.documentVersion(),
                line.cause(),
                line.agencyName(),
                line.agencyType().agencyClass(),
                null,
                line.purchaseOrderNumber(),
                line.amendmentNumber(),
                line.purchaseOrderDate(),
                total,
                said.tax(),
                said.freight(),
                fee,
                null,
                said.reason());
    }

    /** @param rates of local orders by their day */
    static ReportedLine added(ReportedRow row, Function<LocalDate, Rate> rates) {
        return new ReportedLine(
                ReportedLine.Answer.ADDED,
                null,
                null,
                null,
                row.agencyName(),
                row.agencyClass(),
                row.agencyBillingCode(),
                row.purchaseOrderNumber(),
                row.amendmentNumber(),
                row.purchaseOrderDate(),
                row.total(),
                row.tax(),
                row.freight(),
                row.fee() == null ? fee(row, rates) : row.fee(),
                row.reseller(),
                null);
    }

    private static Usd fee(ReportedRow row, Function<LocalDate, Rate> rates) {
        return row.agencyClass() == AgencyClass.STATE
                ? Usd.ZERO
                : rates.apply(row.purchaseOrderDate()).shareOf(row.total());
    }
}
