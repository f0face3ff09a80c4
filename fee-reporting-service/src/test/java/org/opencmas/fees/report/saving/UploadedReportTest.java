package org.opencmas.fees.report.saving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.fees.facts.Cause;
import org.opencmas.fees.ledger.Treatment;
import org.opencmas.fees.rate.Rate;
import org.opencmas.fees.report.draft.LineAnswer;
import org.opencmas.fees.report.draft.ReportDraft;
import org.opencmas.fees.report.statement.StatementLine;
import org.opencmas.fees.upload.ReportedRow;
import org.opencmas.terms.AgencyClass;
import org.opencmas.terms.AgencyType;
import org.opencmas.terms.CalendarQuarter;
import org.opencmas.terms.Usd;
import org.opencmas.testkit.cost.Allocated;
import org.opencmas.testkit.cost.HangGuard;

@DisplayName("RPT-ALL-LOCAL: each row of a file finds the pre-filled line that it means, once")
class UploadedReportTest {
    private static final LocalDate DAY = LocalDate.of(2026, 7, 1);

    private static StatementLine line(String agency, String order, int amendment, Cause cause, String total) {
        Rate rate = new Rate(new BigDecimal("0.0125"));
        Usd base = Usd.of(total);
        return new StatementLine(
                UUID.randomUUID(),
                amendment + 1,
                cause,
                UUID.randomUUID(),
                agency,
                AgencyType.CITY,
                order,
                amendment,
                DAY,
                DAY,
                null,
                CalendarQuarter.parse("2026-Q3"),
                base,
                rate,
                Treatment.DUE,
                rate.shareOf(base),
                Usd.ZERO,
                "",
                null);
    }

    private static ReportedRow row(String agency, String order, int amendment, String total) {
        return new ReportedRow(
                agency,
                AgencyClass.LOCAL,
                null,
                order,
                amendment,
                DAY,
                Usd.of(total),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static ReportDraft.Content content(List<ReportedRow> rows, List<StatementLine> lines) {
        var uploaded = new UploadedReport(lines);
        List<ReportedRow> added =
                rows.stream().filter(row -> !uploaded.answers(row)).toList();
        return new ReportDraft.Content(uploaded.answers(), added);
    }

    @Test
    void ofSeveralAgenciesOrdersOfOneNumberTheRowMeansItsOwnAgencys() {
        StatementLine galt = line("City of Galt", "PO-1", 0, Cause.ORIGINAL, "10.00");
        StatementLine lodi = line("City of Lodi", "PO-1", 0, Cause.ORIGINAL, "20.00");
        StatementLine ended = line("City of Lodi", "PO-1", 0, Cause.TERMINATION, "-20.00");
        ReportDraft.Content content = content(
                List.of(row("city of  lodi", "po-1", 0, "20.00"), row("Town of Ross", "PO-1", 1, "5.00")),
                List.of(galt, lodi, ended));
        assertThat(content.answers())
                .extracting(LineAnswer::orderId, LineAnswer::answer)
                .containsExactly(
                        tuple(lodi.orderId(), LineAnswer.Verdict.CONFIRMED),
                        tuple(galt.orderId(), LineAnswer.Verdict.DISPUTED),
                        tuple(ended.orderId(), LineAnswer.Verdict.DISPUTED));
        assertThat(content.added()).extracting(ReportedRow::amendmentNumber).containsExactly(1);
    }

    @Test
    @HangGuard
    @DisplayName("twice as many rows take twice as much, not four times, since postings wait meanwhile")
    void rowsFindTheirLinesWithoutLookingAtTheOthers() throws Exception {
        match(1_000);
        long ofFew = Allocated.by(() -> match(10_000));
        long ofMany = Allocated.by(() -> match(20_000));
        assertThat(ofMany).isLessThan(3 * ofFew);
    }

    private static void match(int count) {
        List<StatementLine> lines = new ArrayList<>();
        List<ReportedRow> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lines.add(line("City of Galt", "PO-" + i, 0, Cause.ORIGINAL, "10.00"));
            rows.add(row("City of Galt", "PO-" + (count - 1 - i), 0, "10.00"));
        }
        ReportDraft.Content content = content(rows, lines);
        assertThat(content.added()).isEmpty();
        assertThat(content.answers()).hasSize(count).allMatch(each -> each.answer() == LineAnswer.Verdict.CONFIRMED);
    }
}
