package org.opencmas.fees.report.draft;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.opencmas.fees.facts.Certificate;
import org.opencmas.fees.ledger.Treatment;
import org.opencmas.fees.ledger.worth.SmallBusinessWaiver;
import org.opencmas.fees.rate.FeeRates;
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
 */
@Schema(name = "ReportedLines")
public record Reported(int draftVersion, List<ReportedLine> lines, Totals totals) {
    public Reported {
        lines = List.copyOf(lines);
    }

    /** The sums of the lines. */
    @Schema(name = "ReportedTotals")
    public record Totals(
            int lineCount, Usd localTotal, Usd stateTotal, Usd fee, Usd totalDifference, Usd feeDifference) {
        static Totals of(List<ReportedLine> lines, Statement statement) {
            Usd local = total(lines, AgencyClass.LOCAL);
            Usd fee = Usd.sum(lines.stream().map(ReportedLine::fee).toList());
            return new Totals(
                    lines.size(),
                    local,
                    total(lines, AgencyClass.STATE),
                    fee,
                    statement.totals().totalExcludingTaxAndFreight().minus(local),
                    statement.totals().feeExact().minus(fee));
        }

        private static Usd total(List<ReportedLine> lines, AgencyClass agencyClass) {
            return Usd.sum(lines.stream()
                    .filter(line -> line.agencyClass() == agencyClass)
                    .map(ReportedLine::total)
                    .toList());
        }
    }

    /** The figures that fees of added orders are worked out with. */
    public record Figures(FeeRates rates, List<Certificate> certificates) {}

    public static Reported of(Statement statement, ReportDraft draft, Figures figures) {
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
        draft.content().added().forEach(row -> lines.add(added(row, figures)));
        return new Reported(draft.version(), lines, Totals.of(lines, statement));
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

    private static ReportedLine added(ReportedRow row, Figures figures) {
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
                row.fee() == null ? fee(row, figures) : row.fee(),
                row.reseller(),
                null);
    }

    private static Usd fee(ReportedRow row, Figures figures) {
        boolean isWaived = SmallBusinessWaiver.on(row.purchaseOrderDate(), figures.certificates())
                .isPresent();
        return row.agencyClass() == AgencyClass.STATE || isWaived
                ? Usd.ZERO
                : figures.rates().on(row.purchaseOrderDate()).shareOf(row.total());
    }
}
