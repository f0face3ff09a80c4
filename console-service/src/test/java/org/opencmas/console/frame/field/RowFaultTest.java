package org.opencmas.console.frame.field;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowFaultTest {
    @DisplayName("A fault of a file is told with its row, with its sheet where there are several, and its column")
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "/rows/3/Agency Billing Code, 3, Agency Billing Code",
        "/rows/20001, 20001, ''",
        "'/sheets/Prices 2026/rows/3/price', 'Prices 2026, 3', price",
        "/rows/3/Tax~1Freight, 3, Tax/Freight",
        "/price, '', price",
        "'', '', ''",
    })
    void places(String pointer, String row, String column) {
        RowFault fault = RowFault.of(pointer, "is wrong", "Mend it.");

        assertThat(fault.row()).isEqualTo(row);
        assertThat(fault.column()).isEqualTo(column);
        assertThat(fault.detail()).isEqualTo("is wrong");
        assertThat(fault.remedy()).isEqualTo("Mend it.");
    }
}
