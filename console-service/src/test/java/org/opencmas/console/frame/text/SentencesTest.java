package org.opencmas.console.frame.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentencesTest {
    @DisplayName(
            "A service's sentence has days, amounts and codes as the pages write them; what is quoted and what is an example to type stays")
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            order PO-1 of 2026-11-30 buys the same | order PO-1 of November 30, 2026 buys the same
            is 2020-01-01; today is 2026-11-30 in California | is January 1, 2020; today is November 30, 2026 in California
            must be a day such as 2026-11-27, from 1990 on. | must be a day such as 2026-11-27, from 1990 on.
            "2026-11-27" is no day | "2026-11-27" is no day
            order PO_2026_7 has item GS35F_A1 | order PO_2026_7 has item GS35F_A1
            2026-13-45 is no day | 2026-13-45 is no day
            Only 1250.55 of the payment is left. | Only 1,250.55 of the payment is left.
            is 1050.00, but the lines come to 1040.00. | is 1,050.00, but the lines come to 1,040.00.
            Write digits with a point, such as "1250.00". | Write digits with a point, such as "1250.00".
            Set the unit price of line 10 to 0.012345 or 12345.678 | Set the unit price of line 10 to 0.012345 or 12,345.678
            these are missing: REQUIREMENTS; CMAS_COPY; REVIEW | these are missing: requirements; CMAS copy; review
            GOODS_SPECIAL is for orders with goods | Goods special is for orders with goods
            Code line 10 as PERSONAL, CONSULTING or TECHNICAL. | Code line 10 as personal, consulting or technical.
            CON-COPY-COMPLETE of the DVBE at CDTFA stays | CON-COPY-COMPLETE of the DVBE at CDTFA stays
            is before termStart 2025-09-01 (TERM) | is before the first day, September 1, 2025
            has the merge field {{contractor_ID}}, which no letter has | has the merge field {{contractor_ID}}, which no letter has
            """)
    void sentences(String sentence, String written) {
        assertThat(Sentences.inWords(sentence)).isEqualTo(written);
    }

    @Test
    @DisplayName("How a fee is worked out has its digits in groups, and what somebody wrote ends once")
    void figuresAndEnds() {
        assertThat(Sentences.grouped("760000.00 x 1.25% = 9500")).isEqualTo("760,000.00 x 1.25% = 9,500");
        assertThat(Sentences.ended("The budget was cut.")).isEqualTo("The budget was cut.");
        assertThat(Sentences.ended("The budget was cut")).isEqualTo("The budget was cut.");
    }
}
