package org.opencmas.fees.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opencmas.fees.facts.Cause;
import org.opencmas.fees.upload.ReportedRow;
import org.opencmas.terms.AgencyClass;
import org.opencmas.terms.Identifier;
import org.opencmas.terms.Usd;

/**
 * Finds the pre-filled line of each row of a file: that of the same order number and amendment, and among several agencies' the one of the
 * same name. The row's amount confirms or disputes the line; a row without one is an added order. Pure.
 */
final class UploadedReport {
    static final String NOT_IN_FILE = "Not in the uploaded file";
    static final String OTHER_AMOUNT = "The uploaded file has another amount";

    private UploadedReport() {}

    static ReportDraft.Content content(List<ReportedRow> rows, List<StatementLine> lines) {
        List<LineAnswer> answers = new ArrayList<>();
        List<ReportedRow> added = new ArrayList<>();
        Set<StatementLine> found = new HashSet<>();
        for (ReportedRow row : rows) {
            Optional<StatementLine> line = row.agencyClass() == AgencyClass.STATE
                    ? Optional.empty()
                    : lineOf(
                            row,
                            lines.stream().filter(each -> !found.contains(each)).toList());
            if (line.isEmpty()) {
                added.add(row);
            } else {
                found.add(line.get());
                answers.add(answer(row, line.get()));
            }
        }
        Set<List<Object>> answered = new HashSet<>();
        answers.forEach(answer -> answered.add(List.of(answer.orderId(), answer.documentVersion(), answer.cause())));
        lines.stream()
                .filter(line -> !found.contains(line))
                .filter(line -> answered.add(List.of(line.orderId(), line.documentVersion(), line.cause())))
                .forEach(line ->
                        answers.add(answer(line, LineAnswer.Verdict.DISPUTED, null, null, null, null, NOT_IN_FILE)));
        return new ReportDraft.Content(answers, added);
    }

    private static LineAnswer answer(ReportedRow row, StatementLine line) {
        Usd fee = row.fee();
        boolean isSameFee =
                fee == null || fee.equals(line.fee()) || fee.equals(line.fee().roundedHalfUp());
        boolean isSame = row.total().equals(line.totalExcludingTaxAndFreight()) && isSameFee;
        return isSame
                ? answer(line, LineAnswer.Verdict.CONFIRMED, null, null, null, null, null)
                : answer(
                        line,
                        LineAnswer.Verdict.DISPUTED,
                        row.total(),
                        isSameFee ? null : fee,
                        row.tax(),
                        row.freight(),
                        OTHER_AMOUNT);
    }

    private static LineAnswer answer(
            StatementLine line,
            LineAnswer.Verdict verdict,
            @Nullable Usd total,
            @Nullable Usd fee,
            @Nullable Usd tax,
            @Nullable Usd freight,
            @Nullable String reason) {
        return new LineAnswer(
                line.orderId(), line.documentVersion(), line.cause(), verdict, total, fee, tax, freight, reason);
    }

    private static Optional<StatementLine> lineOf(ReportedRow row, List<StatementLine> lines) {
        String number = Identifier.keyOf(row.purchaseOrderNumber());
        List<StatementLine> sameNumber = lines.stream()
                .filter(line -> line.cause() == Cause.ORIGINAL || line.cause() == Cause.AMENDMENT)
                .filter(line -> line.amendmentNumber() == row.amendmentNumber())
                .filter(line -> Identifier.keyOf(line.purchaseOrderNumber()).equals(number))
                .toList();
        String agency = Identifier.keyOf(row.agencyName());
        Optional<StatementLine> sameAgency = sameNumber.stream()
                .filter(line -> Identifier.keyOf(line.agencyName()).equals(agency))
                .findFirst();
        boolean isOneOrder =
                sameNumber.stream().map(StatementLine::orderId).distinct().count() == 1;
        return sameAgency.or(() -> isOneOrder ? sameNumber.stream().findFirst() : Optional.empty());
    }
}
