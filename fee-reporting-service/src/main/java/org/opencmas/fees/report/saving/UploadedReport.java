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
import org.opencmas.fees.report.draft.StagedRows;
import org.opencmas.fees.report.statement.StatementLine;
import org.opencmas.fees.upload.ReportedRow;
import org.opencmas.terms.AgencyClass;
import org.opencmas.terms.Identifier;
import org.opencmas.terms.Usd;

/**
 * Finds the pre-filled line of each row of a file: that of the same order number and amendment, and among several agencies' the one of the
 * same name. The row's amount confirms or disputes the line; a row without one is an added order. Rows are taken one after the other in
 * the order of the file, and none is kept.
 */
final class UploadedReport {
    static final String NOT_IN_FILE = "Not in the uploaded file";
    static final String OTHER_AMOUNT = "The uploaded file has another amount";

    private final List<StatementLine> lines;
    private final Map<String, List<StatementLine>> byName;
    private final Set<StatementLine> found = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<LineAnswer> answers = new ArrayList<>();

    UploadedReport(List<StatementLine> lines) {
        this.lines = lines;
        this.byName = lines.stream()
                .filter(line -> line.cause() == Cause.ORIGINAL || line.cause() == Cause.AMENDMENT)
                .collect(Collectors.groupingBy(
                        line -> StagedRows.nameKey(line.purchaseOrderNumber(), line.amendmentNumber())));
    }

    /** What the lines are called; a row of any other name is an added order. */
    Set<String> names() {
        return byName.keySet();
    }

    /** Whether the row answers a line; otherwise it is an added order. */
    boolean answers(ReportedRow row) {
        Optional<StatementLine> line = row.agencyClass() == AgencyClass.STATE
                ? Optional.empty()
                : lineOf(
                        row,
                        byName
                                .getOrDefault(
                                        StagedRows.nameKey(row.purchaseOrderNumber(), row.amendmentNumber()), List.of())
                                .stream()
                                .filter(each -> !found.contains(each))
                                .toList());
        line.ifPresent(each -> {
            found.add(each);
            answers.add(answer(row, each));
        });
        return line.isPresent();
    }

    /** All answers, once every row was taken: a line that no row answered is disputed. */
    List<LineAnswer> answers() {
        List<LineAnswer> all = new ArrayList<>(answers);
        Set<LineKey> answered = new HashSet<>();
        answers.forEach(answer -> answered.add(LineKey.of(answer)));
        lines.stream()
                .filter(line -> !found.contains(line))
                .filter(line -> answered.add(LineKey.of(line)))
                .forEach(line ->
                        all.add(answer(line, LineAnswer.Verdict.DISPUTED, null, null, null, null, NOT_IN_FILE)));
        return all;
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
