package org.opencmas.csv;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "+cmd|'/C calc'!A0",
                "-1",
                "-1.50",
                "-1+1",
                "-2.5.1",
                "-",
                "-.5",
                "-1.",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                "\uFF1D1+1",
                "-2+3+cmd|' /C calc'!A0"
            })
    @DisplayName("What a spreadsheet would run gets an apostrophe in front, and is found again behind it")
    void formulasAreText(String text) {
        assertThat(SpreadsheetText.safe(text)).isEqualTo('\'' + text);
        assertThat(SpreadsheetText.before('\'' + text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1.50", "0", "PO-7", "a=b", "'tis", "'", "3-16-70-3298A", "2026-11-28"})
    @DisplayName("Numbers, dates and other texts stay as they are")
    void theRestStays(String text) {
        assertThat(SpreadsheetText.safe(text)).isEqualTo(text);
        assertThat(SpreadsheetText.before(text)).isEqualTo(text);
    }

    @Test
    void aTextIsFoundAgain() {
        assertThat(SpreadsheetText.before(SpreadsheetText.safe("=1+1"))).isEqualTo("=1+1");
    }
}
