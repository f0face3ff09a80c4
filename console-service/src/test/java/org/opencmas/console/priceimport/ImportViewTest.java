package org.opencmas.console.priceimport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.console.client.PriceListImports.FaultyRow;
import org.opencmas.console.client.PriceListImports.FaultyRowPage;
import org.opencmas.console.client.PriceListImports.ImportFault;
import org.opencmas.console.client.PriceListImports.ImportProblem;
import org.opencmas.console.client.PriceListImports.ImportProgress;
import org.opencmas.console.client.PriceListImports.PriceListImport;
import org.opencmas.console.client.PriceListImports.RowFaultTold;
import org.opencmas.console.frame.field.RowFault;

class ImportViewTest {
    private static final FaultyRowPage NONE = new FaultyRowPage(List.of(), null);

    @DisplayName("Who listens hears how far an import is in one leading figure, and nothing once it has ended")
    @ParameterizedTest(name = "{0} with {1} rows: {2}")
    @CsvSource({
        "RUNNING, 0, It has begun.",
        "WAITING, 99, It has begun.",
        "RUNNING, 100, More than 100 rows are read.",
        "RUNNING, 999, More than 900 rows are read.",
        "RUNNING, 1000, More than 1000 rows are read.",
        "RUNNING, 456789, More than 400000 rows are read.",
        "PUBLISHED, 456789, ''",
    })
    void said(String state, long rows, String expected) {
        assertThat(view(state, "CSV", rows, 0, null, NONE, true).said()).isEqualTo(expected);
    }

    @Test
    @DisplayName("The faulty rows are told; without them what is wrong with the file as a whole")
    void faults() {
        var problem = new ImportProblem("Refused.", List.of(new ImportFault(null, "has no titles", null)));
        var row = new FaultyRow(
                "Prices",
                3,
                Map.of("price", "0.90"),
                List.of(new RowFaultTold("/sheets/Prices/rows/3/price", "is above", "Lower it.")));

        assertThat(view("REFUSED", "XLSX", 3, 0, problem, NONE, true).faults())
                .containsExactly(new RowFault("", "", "has no titles", ""));
        assertThat(view("REFUSED", "XLSX", 3, 1, problem, new FaultyRowPage(List.of(row), null), true)
                        .faults())
                .containsExactly(new RowFault("Prices, 3", "price", "is above", "Lower it."));
    }

    @Test
    @DisplayName("What can be mended is given as CSV, and a workbook also marked; only the analyst acts")
    void acts() {
        assertThat(view("REFUSED", "XLSX", 3, 1, null, NONE, true).files())
                .containsExactly("corrections.csv", "marked.xlsx");
        assertThat(view("REFUSED", "CSV", 3, 1, null, NONE, true).files()).containsExactly("corrections.csv");
        assertThat(view("REFUSED", "CSV", 3, 0, null, NONE, true).files()).isEmpty();
        assertThat(view("RUNNING", "CSV", 3, 1, null, NONE, true).files()).isEmpty();
        assertThat(view("RUNNING", "CSV", 3, 1, null, NONE, true).mayCancel()).isTrue();
        assertThat(view("RUNNING", "CSV", 3, 1, null, NONE, false).mayCancel()).isFalse();
        assertThat(view("CANCELLED", "CSV", 3, 1, null, NONE, true).mayCancel()).isFalse();
        assertThat(view("REFUSED", "CSV", 3, 1, null, NONE, true).mayCorrect()).isTrue();
        assertThat(view("REFUSED", "CSV", 3, 1, null, NONE, false).mayCorrect()).isFalse();
    }

    private static ImportView view(
            String state,
            String format,
            long rows,
            long wrong,
            @Nullable ImportProblem problem,
            FaultyRowPage faulty,
            boolean mayAct) {
        var progress = new ImportProgress(
                format, false, null, rows, wrong, null, Instant.EPOCH, "analyst", null, null, null, problem, wrong > 0);
        return new ImportView(
                new PriceListImport(
                        UUID.randomUUID(), state, "3-16-70-3298A", 0, null, null, null, List.of(), progress),
                faulty,
                "",
                mayAct);
    }
}
