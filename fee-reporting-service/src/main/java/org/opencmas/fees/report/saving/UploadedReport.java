package org.opencmas.fees.report.saving;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opencmas.fees.facts.Cause;
import org.opencmas.fees.report.draft.LineAnswer;
import org.opencmas.fees.report.draft.LineKey;
import org.opencmas.fees.report.draft.ReportDraft;
import org.opencmas.fees.report.statement.StatementLine;
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
        Map<List<Object>, List<StatementLine>> byName = lines.stream()
                .filter(line -> line.cause() == Cause.ORIGINAL || line.cause() == Cause.AMENDMENT)
                .collect(Collectors.groupingBy(line -> name(line.purchaseOrderNumber(), line.amendmentNumber())));
        Set<StatementLine> found = Collections.newSetFromMap(new IdentityHashMap<>());
        for (ReportedRow row : rows) {
            Optional<StatementLine> line = row.agencyClass() == AgencyClass.STATE
                    ? Optional.empty()
                    : lineOf(
                            row,
                            byName
                                    .getOrDefault(name(row.purchaseOrderNumber(), row.amendmentNumber()), List.of())
                                    .stream()
                                    .filter(each -> !found.contains(each))
                                    .toList());
            if (line.isEmpty()) {
                added.add(row);
            } else {
                found.add(line.get());
                answers.add(answer(row, line.get()));
            }
        }
        Set<LineKey> answered = new HashSet<>();
        answers.forEach(answer -> answered.add(LineKey.of(answer)));
        lines.stream()
                .filter(line -> !found.contains(line))
                .filter(line -> answered.add(LineKey.of(line)))
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

    /** By what a row names a document: looked up, since a file of 20,000 rows is matched while postings wait. */
    private static List<Object> name(String orderNumber, int amendmentNumber) {
        return List.of(Identifier.keyOf(orderNumber), amendmentNumber);
    }

    private static Optional<StatementLine> lineOf(ReportedRow row, List<StatementLine> sameNumber) {
        String agency = Identifier.keyOf(row.agencyName());
        Optional<StatementLine> sameAgency = sameNumber.stream()
                .filter(line -> Identifier.keyOf(line.agencyName()).equals(agency))
                .findFirst();
        boolean isOneOrder =
                sameNumber.stream().map(StatementLine::orderId).distinct().count() == 1;
        return sameAgency.or(() -> isOneOrder ? sameNumber.stream().findFirst() : Optional.empty());
    }
}
