package org.opencmas.console.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencmas.console.client.Reports;
import org.opencmas.console.client.Reports.NewReportLines;
import org.opencmas.console.client.Reports.Obligation;
import org.opencmas.console.client.Reports.ReportLine;
import org.opencmas.console.frame.fault.ServiceProblem;
import org.opencmas.console.frame.field.Inputs;
import org.opencmas.console.frame.field.Refusals;

class ReportFormTest {
    private static final ReportLine LINE = new ReportLine(
            UUID.fromString("0190a000-0000-7000-8000-000000000001"),
            1,
            "ORIGINAL",
            "City of Lodi",
            "CITY",
            "PO-1",
            0,
            LocalDate.parse("2026-08-01"),
            "2026-Q3",
            new BigDecimal("1000.00"),
            new BigDecimal("0.0125"),
            "DUE",
            new BigDecimal("12.50"),
            BigDecimal.ZERO,
            "",
            null);

    @Test
    @DisplayName("Confirmed lines need no word; a disputed one needs its reason and keeps its cents")
    void disputes() {
        Map<String, List<String>> fields = new HashMap<>();
        String key = ReportForm.key(LINE);
        fields.put(key + ".answer", List.of("CONFIRMED"));
        assertThat(ReportForm.read(Inputs.of(fields), List.of(LINE)).answers()).isEmpty();

        fields.put(key + ".answer", List.of("DISPUTED"));
        var without = Inputs.of(fields);
        ReportForm.read(without, List.of(LINE));
        assertThat(without.error(key + ".reason")).contains("must say why");

        fields.put(key + ".reason", List.of("Sent back"));
        fields.put(key + ".total", List.of("$1,234.05"));
        Reports.LineAnswer answer =
                ReportForm.read(Inputs.of(fields), List.of(LINE)).answers().getFirst();
        assertThat(answer.reportedTotal()).isEqualTo("1234.05");
        assertThat(answer.reportedFee()).isNull();
    }

    @Test
    @DisplayName("A fault of the service stands at the line that was disputed, or at the row that was typed")
    void faultsOfTheService() {
        String key = ReportForm.key(LINE);
        Map<String, List<String>> fields = new HashMap<>();
        fields.put(key + ".answer", List.of("DISPUTED"));
        fields.put(key + ".reason", List.of("x"));
        fields.put("added.0.agencyName", List.of(""));
        fields.put("added.1.agencyName", List.of("City of Galt"));
        fields.put("added.1.agencyBillingCode", List.of("12345"));
        var inputs = Inputs.of(fields);
        Refusals.intoFields(
                inputs,
                new ServiceProblem(
                        422,
                        "Refused",
                        "Mend it.",
                        List.of(
                                new ServiceProblem.Fault("/answers/0/reportedTotal", "is above the order"),
                                new ServiceProblem.Fault("/answers/0/reason", "is too short"),
                                new ServiceProblem.Fault("/added/0/agencyBillingCode", "is of a State department"))),
                ReportForm.called(inputs, List.of(LINE)));
        assertThat(inputs.error(key + ".total")).isEqualTo("is above the order");
        assertThat(inputs.error(key + ".reason")).isEqualTo("is too short");
        assertThat(inputs.error("added.1.agencyBillingCode")).isEqualTo("is of a State department");
    }

    @ParameterizedTest
    @ValueSource(strings = {"agencyBillingCode", "purchaseOrderDate", "tax", "freight", "fee"})
    @DisplayName("A row of which only one field was typed is an order that lacks the others, and is never dropped")
    void halfTypedRows(String field) {
        Map<String, List<String>> fields = new HashMap<>();
        fields.put("added.0.agencyName", List.of(""));
        fields.put("added.0." + field, List.of(field.equals("purchaseOrderDate") ? "2026-08-01" : "12345"));
        var inputs = Inputs.of(fields);

        ReportForm.read(inputs, List.of());

        assertThat(inputs.error("added.0.agencyName")).isNotEmpty();
        assertThat(inputs.error("added.0.total")).isNotEmpty();
    }

    @Test
    @DisplayName(
            "An added order needs agency, number, date and total; an empty row is no order; what was saved comes back as typed")
    void addedOrders() {
        Map<String, List<String>> fields = new HashMap<>();
        for (String field :
                List.of("agencyName", "purchaseOrderNumber", "purchaseOrderDate", "total", "tax", "freight")) {
            fields.put("added.0." + field, List.of(""));
            fields.put("added.1." + field, List.of(""));
        }
        fields.put("added.1.agencyName", List.of("City of Galt"));
        var incomplete = Inputs.of(fields);
        assertThat(ReportForm.read(incomplete, List.of()).added()).isEmpty();
        assertThat(incomplete.errors())
                .extracting(Inputs.Error::field)
                .containsExactlyInAnyOrder("added.1.purchaseOrderNumber", "added.1.purchaseOrderDate", "added.1.total");

        fields.put("added.1.purchaseOrderNumber", List.of("PO-3311"));
        fields.put("added.1.purchaseOrderDate", List.of("2026-08-14"));
        fields.put("added.1.total", List.of("1,000.00"));
        List<Reports.AddedRow> added =
                ReportForm.read(Inputs.of(fields), List.of()).added();
        assertThat(added).hasSize(1);

        Map<String, List<String>> saved =
                ReportForm.saved(new Reports.Draft(1, "LINES", Instant.EPOCH, "x", List.of(), added));
        assertThat(saved.get("added.0.total")).containsExactly("1000.00");
        assertThat(saved.get("added.0.agencyClass")).containsExactly("LOCAL");
        assertThat(ReportForm.read(Inputs.of(saved), List.of()).added()).isEqualTo(added);
    }

    @Test
    @DisplayName("What a file said of a line or an added order, and no field asks for, is sent back as it was saved")
    void nothingSavedIsLost() {
        var answer = new Reports.LineAnswer(
                LINE.orderId(),
                1,
                "ORIGINAL",
                "DISPUTED",
                new BigDecimal("900.00"),
                new BigDecimal("11.25"),
                new BigDecimal("65.25"),
                new BigDecimal("12.00"),
                "Sent back");
        var added = new Reports.AddedRow(
                "City of Galt",
                "LOCAL",
                null,
                "PO-3311",
                0,
                LocalDate.parse("2026-08-14"),
                new BigDecimal("1000.00"),
                new BigDecimal("72.50"),
                new BigDecimal("5.00"),
                new BigDecimal("0.00"),
                "Galt Resale",
                "Ada Lo",
                "1 Main Street",
                "209-555-0100");
        var draft = new Reports.Draft(1, "UPLOAD", Instant.EPOCH, "x", List.of(answer), List.of(added));

        NewReportLines sentBack = ReportForm.read(Inputs.of(ReportForm.saved(draft)), List.of(LINE));

        assertThat(sentBack.answers()).containsExactly(answer);
        assertThat(sentBack.added()).containsExactly(added);
    }

    @Test
    @DisplayName("A report with more added orders than the page has rows is not saved from it")
    void moreAddedThanThePageHolds() {
        var added = new Reports.AddedRow(
                "City of Galt",
                "LOCAL",
                null,
                "PO-3311",
                0,
                LocalDate.parse("2026-08-14"),
                new BigDecimal("1000.00"),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        for (int rows : List.of(200, 201)) {
            var inputs = Inputs.of(Map.of());
            ReportForm.requireRoom(
                    inputs,
                    new Reports.ReportDraft(
                            new Reports.Draft(
                                    1, "UPLOAD", Instant.EPOCH, "x", List.of(), Collections.nCopies(rows, added)),
                            null));
            assertThat(inputs.isFine()).as(rows + " rows").isEqualTo(rows == 200);
        }
        var none = Inputs.of(Map.of());
        ReportForm.requireRoom(none, new Reports.ReportDraft(null, null));
        assertThat(none.isFine()).isTrue();
        var large = Inputs.of(Map.of());
        var zero = new Reports.ReportedTotals(
                5_001, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);
        ReportForm.requireRoom(
                large,
                new Reports.ReportDraft(
                        new Reports.Draft(1, "UPLOAD", Instant.EPOCH, "x", List.of(), List.of()),
                        new Reports.Reported(1, List.of(), zero, new Reports.AddedOrders(5_001))));
        assertThat(large.isFine()).as("rows that stand apart").isFalse();
    }

    @Test
    @DisplayName(
            "The matrix has a table for each agreement, years down with the newest first, and what is to do on top")
    void matrix() {
        List<ReportMatrix.Agreement> matrix = ReportMatrix.of(List.of(
                obligation("3-16-70-3298A", "2025-Q4", "FILED"),
                obligation("4-06-78-0031A", "2026-Q1", "OVERDUE"),
                obligation("4-06-78-0031A", "2026-Q3", "DUE"),
                obligation("4-06-78-0031A", "2025-Q2", "FILED")));

        assertThat(matrix)
                .extracting(ReportMatrix.Agreement::cmasNumber)
                .containsExactly("4-06-78-0031A", "3-16-70-3298A");
        assertThat(matrix.getFirst().todo()).isEqualTo(2);
        assertThat(matrix.getFirst().years())
                .extracting(ReportMatrix.Year::year)
                .containsExactly(2026, 2025);
        assertThat(matrix.getFirst().years().getFirst().quarters())
                .extracting(List::size)
                .containsExactly(1, 0, 1, 0);
    }

    private static Obligation obligation(String number, String quarter, String state) {
        return new Obligation(number, quarter, "C", state, LocalDate.parse("2026-10-15"), 0);
    }
}
