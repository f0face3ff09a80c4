package org.opencmas.console.frame.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormsTest {
    @DisplayName("Money has two places, and more only where the figure has more")
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1234.5; 1,234.50",
                "0; 0.00",
                "-0.005; -0.005",
                "99999999999999999.99; 99,999,999,999,999,999.99",
                "53.165; 53.165",
                "1E+3; 1,000.00",
                "-999.5; -999.50",
                "-1000; -1,000.00",
                "-1234567.891; -1,234,567.891",
                "100; 100.00",
                "0.00; 0.00"
            })
    void money(BigDecimal amount, String shown) {
        assertThat(Forms.money(amount)).isEqualTo(shown);
    }

    @DisplayName("A unit price has two to six places and is exact to the sixth")
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "106.33; 106.33",
                "0.1; 0.10",
                "0.012345; 0.012345",
                "1234567.000001; 1,234,567.000001",
                "0.0000005; 0.000001",
                "0.9999999; 1.00",
                "999.9999999; 1,000.00",
                "-0.0000001; 0.00"
            })
    void unitPrice(BigDecimal price, String shown) {
        assertThat(Forms.unitPrice(price)).isEqualTo(shown);
    }

    @Test
    @DisplayName("Days, moments in Pacific time, quarters, numbers and shares have one form each")
    void daysAndQuarters() {
        assertThat(Forms.day(LocalDate.of(2026, 11, 27))).isEqualTo("November 27, 2026");
        assertThat(Forms.moment(Instant.parse("2026-11-27T23:05:00Z"))).isEqualTo("November 27, 2026, 3:05 PM PST");
        assertThat(Forms.moment(Instant.parse("2026-07-01T06:59:00Z"))).isEqualTo("June 30, 2026, 11:59 PM PDT");
        assertThat(Forms.quarter("2026-Q3")).isEqualTo("2026 Q3 (Jul-Sep)");
        assertThat(Forms.quarter("2026-Q1")).isEqualTo("2026 Q1 (Jan-Mar)");
        assertThat(Forms.quarter("never")).isEqualTo("never");
        assertThat(Forms.number(new BigDecimal("2.50"))).isEqualTo("2.5");
        assertThat(Forms.count(1234)).isEqualTo("1,234");
        assertThat(Forms.count(-12)).isEqualTo("-12");
        assertThat(Forms.number(new BigDecimal("1E+6"))).isEqualTo("1,000,000");
        assertThat(Forms.percent(new BigDecimal("0.0125"))).isEqualTo("1.25%");
    }

    @DisplayName(
            "A dated figure keeps its places and has its digits in groups of three; a rule stays, a kind of doubt is told in words")
    @Test
    void figuresAndRules() {
        assertThat(Forms.figureValue("25000.00")).isEqualTo("25,000.00");
        assertThat(Forms.figureValue("0.05")).isEqualTo("0.05");
        assertThat(Forms.figureValue("30")).isEqualTo("30");
        assertThat(Forms.figureValue("half")).isEqualTo("half");
        assertThat(Forms.ruleOrDoubt("CON-COPY-OBTAINED")).isEqualTo("CON-COPY-OBTAINED");
        assertThat(Forms.ruleOrDoubt("TELEPHONE_AS_AMOUNT")).isEqualTo("Telephone as amount");
    }

    @DisplayName("Codes are read as words, abbreviations stay")
    @ParameterizedTest
    @CsvSource({
        "STATE_AND_LOCAL, State and local",
        "NON_IT, Non-IT",
        "SB, SB",
        "NON_GSA, Non GSA",
        "XLSX, XLSX",
        "OTHER_GOODS, Other goods",
        "ACTIVE, Active",
        "CAL_CARD, CAL-Card",
        "PAID_BY_CAL_CARD, Paid by CAL-Card",
        "dgs-analyst, DGS analyst",
        "entries-equal-postings, Entries equal postings",
        "'', ''"
    })
    void words(String code, String words) {
        assertThat(Forms.words(code)).isEqualTo(words);
    }

    @DisplayName("The names of figures are read as words, also within what the API says of another figure")
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            notPastDue | Not past due
            days1To30 | Days 1 to 30
            smallBusinessOrDvbeSales | Small business or DVBE sales
            calCardShare | CAL-Card share
            sales | Sales
            """)
    void figureNames(String member, String name) {
        assertThat(Forms.figureName(member)).isEqualTo(name);
    }

    @DisplayName("What the API says of a figure names others in words")
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            filedInTime divided by those filed. | Filed in time divided by those filed.
            What of feeDueFiled and nspSales is left; DVBE and SB stay. | What of fee due filed and NSP sales is left; DVBE and SB stay.
            """)
    void figureMeanings(String meaning, String words) {
        assertThat(Forms.figureMeaning(meaning)).isEqualTo(words);
    }

    @DisplayName("Only an address of the web becomes a link")
    @ParameterizedTest
    @CsvSource({
        "https://www.dgs.ca.gov, true",
        "http://a.b, true",
        "javascript:alert(1), false",
        "//evil.example, false",
        "HTTPS://x, false"
    })
    void webAddresses(String text, boolean isOne) {
        assertThat(Forms.isWebAddress(text)).isEqualTo(isOne);
    }
}
