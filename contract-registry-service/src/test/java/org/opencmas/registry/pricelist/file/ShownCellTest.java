package org.opencmas.registry.pricelist.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.registry.pricelist.row.Column;

@DisplayName("A number of a workbook is the decimal that a person sees")
class ShownCellTest {
    @ParameterizedTest(name = "{0} in format {1} is {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        544.80999999999995    | General    | 544.81
        544.80999999999995    | 0.00       | 544.81
        9.9999999999999978E-2 | General    | 0.1
        90.684                | 0.00       | 90.68
        90.685                | 0.00       | 90.69
        90.684                | General    | 90.684
        1234.5                | $#,##0.00  | 1234.5
        125.0                 | General    | 125
        5.0                   | 0          | 5
        0                     | General    | 0
        12345678901           | General    | 12345678901
        123456789012          | 0          | 123456789012
        1E2                   | General    | 100
        """)
    void asShown(String raw, String format, String seen) {
        ShownCell shown = ShownCell.number(raw, format, Column.PRICE);

        assertThat(shown.fault()).isNull();
        assertThat(shown.text()).isEqualTo(seen);
    }

    @ParameterizedTest(name = "{0} in format {1} {2}")
    @CsvSource({
        "46023, yyyy-mm-dd, is a date",
        "46023, m/d/yy, is a date",
        "0.05, 0%, is a percentage",
        "1E600000000, General, is not a number that a spreadsheet holds",
        "1E-600000000, 0.00, is not a number that a spreadsheet holds"
    })
    void whatIsNoAmountIsSaid(String raw, String format, String fault) {
        assertThat(ShownCell.number(raw, format, Column.ITEM_ID).fault()).isEqualTo(fault);
    }

    @ParameterizedTest
    @CsvSource({"123456789012, 1.23457E+11", "1234567890123, 1.23457E+12"})
    @DisplayName(
            "an id of twelve digits and more is read as General shows it, from which the row check knows that digits are lost")
    void aLongNumberIsShownRounded(String raw, String seen) {
        assertThat(ShownCell.number(raw, "General", Column.ITEM_ID).text()).isEqualTo(seen);
    }
}
