package org.opencmas.console.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.console.client.Sales;
import org.opencmas.console.frame.field.Inputs;

class SalesResourceTest {
    @DisplayName("A member of a split is told as a reader calls it")
    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource({
        "QUARTER, 2026-Q3, '', 2026 Q3 (Jul-Sep)",
        "FISCAL_YEAR, 2026-27, '', 2026-27",
        "AGENCY_TYPE, SCHOOL_DISTRICT, '', School district",
        "AGENCY, 0190a000-0000-7000-8000-00000000a007, City of Lodi, City of Lodi",
        "CONTRACTOR, UNKNOWN, '', Not known",
        "CATEGORY, NON_IT, '', Non-IT",
        "SCHEDULE, 70, '', Schedule 70",
        "SCHEDULE, NOT_PRINTED, '', Not printed in the number",
    })
    void labels(SalesResource.By by, String member, String name, String expected) {
        assertThat(SalesResource.label(by, member, name)).isEqualTo(expected);
    }

    @DisplayName("Every split that is offered is one that the service takes")
    @ParameterizedTest
    @CsvSource({"QUARTER, quarter", "FISCAL_YEAR, fiscal-year", "AGENCY_TYPE, agency-type"})
    void params(SalesResource.By by, String expected) {
        assertThat(by.param()).isEqualTo(expected);
    }

    @Test
    @DisplayName("Without quarters the last eight are shown; one that is none is told at its field")
    void quarters() {
        Quarters shown = Quarters.of(Inputs.of(Map.of()), LocalDate.parse("2026-11-28"));
        assertThat(shown.from()).isEqualTo("2025-Q1");
        assertThat(shown.through()).isEqualTo("2026-Q4");

        var wrong = Inputs.of(Map.of("from", List.of("2022"), "through", List.of("2022-Q4")));
        assertThat(Quarters.of(wrong, LocalDate.parse("2026-11-28")).through()).isEqualTo("2022-Q4");
        assertThat(wrong.error("from")).contains("2026-Q3");
        assertThat(wrong.refused().detail()).contains("From must be a quarter");
    }

    @Test
    @DisplayName(
            "The file has the figures exactly, an empty cell where a share is not known, and no text that a spreadsheet would run")
    void table() {
        var row = new Sales.SalesRow(
                "0190a000-0000-7000-8000-00000000a007",
                "=City of Lodi",
                new BigDecimal("760000.00"),
                new BigDecimal("760000.00"),
                new BigDecimal("0.00"),
                new BigDecimal("9500.00"),
                new BigDecimal("0.00"),
                new BigDecimal("0.2500"),
                null,
                new BigDecimal("0.0000"),
                1,
                1,
                new Sales.SalesYearBefore(new BigDecimal("0.00"), null));
        var total = new Sales.SalesFigures(
                row.sales(),
                row.localSales(),
                row.stateSales(),
                row.feeDue(),
                row.feeWaived(),
                row.smallBusinessOrDvbeShare(),
                null,
                row.calCardShare(),
                1,
                1,
                row.yearBefore());
        String csv = SalesTable.of(new Sales.SalesDashboard(
                        "agency", "2022-Q1", "2022-Q2", List.of(row), total, 32, Map.of(), null))
                .toString();

        assertThat(csv.lines().toList().get(1))
                .isEqualTo(
                        "0190a000-0000-7000-8000-00000000a007,'=City of Lodi,1,760000.00,760000.00,0.00,9500.00,0.00,"
                                + "0.2500,,0.0000,0.00,");
    }
}
