package org.opencmas.fees.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencmas.terms.Usd;

@DisplayName("What people write into cells is read as they mean it, or not at all")
class CellTextTest {
    /** At each sign of a cell, on the average. */
    private static final long MOST_LOOKS = 16;

    @ParameterizedTest(name = "\"{0}\" is {1}")
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "0|0.00",
                "1234.5|1234.50",
                "1234.500000|1234.50",
                "$1,234.56|1234.56",
                "$ 1,234.56|1234.56",
                "1,234.56 $|1234.56",
                "-$5.00|-5.00",
                "$-5.00|-5.00",
                "- 5.00|-5.00",
                "(5.00)|-5.00",
                "($ 5.00)|-5.00",
                "$(5.00)|-5.00",
                "999,999,999,999.99|999999999999.99",
                "999999999999|999999999999.00",
            })
    void dollars(String cell, String amount) {
        assertThat(CellText.money(cell)).contains(Usd.of(amount));
    }

    @ParameterizedTest(name = "\"{0}\" is no amount")
    @ValueSource(
            strings = {
                "", " ", "$", "-", "()", ".5", "5.", "1 0.00 0", "1 000.00", "1\u00a0000.00", "1\u202f000.00", "10. 00",
                        "1$000", "1 $ 000",
                "1.$5", "1,00", "1,2345", "12,34.00", "1234,567.00", "1.234,56", "1.005", "1e3", "0x10", "--5", "(-5)",
                        "5-", "(5", "5)",
                "1000000000000", "1,000,000,000,000", "\u0665", "5 USD"
            })
    void notDollars(String cell) {
        assertThat(CellText.money(cell)).isEmpty();
    }

    @ParameterizedTest(name = "\"{0}\" is amendment {2} of {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "PO-77|PO-77|",
                "PO-77 Amd 2|PO-77|2",
                "PO-77, Amendment No. 2|PO-77|2",
                "PO-77 - AMEND #12|PO-77|12",
                "PO-77/amdt: number 3|PO-77|3",
                "PO 77 amd2|PO 77|2",
                "PO-77 Amd 12345|PO-77 Amd 12345|",
                "PO-77 Amd|PO-77 Amd|",
                "Amd 2|Amd 2|",
                "PO-77amd 2|PO-77amd 2|",
            })
    void orderNames(String cell, String number, @Nullable Integer amendment) {
        assertThat(CellText.orderName(cell))
                .isEqualTo(new CellText.OrderName(
                        number, Optional.ofNullable(amendment).orElse(0)));
    }

    @Test
    @DisplayName("Each sign of a cell that nearly matches is looked at some times, however many there are")
    void hostileCellsAreGoneThroughOnce() {
        String[] hostile = {
            "x" + " ".repeat(147) + "amd" + " ".repeat(149),
            "x" + " amd".repeat(74),
            " ".repeat(300),
            "-/".repeat(150),
            "x" + "-".repeat(150) + "amd" + "#".repeat(146),
            "1" + " ".repeat(298) + "x",
            "1 ".repeat(150),
            "1".repeat(300),
            "1,".repeat(150),
            "1$ ".repeat(100),
        };
        for (String cell : hostile) {
            assertThat(CellText.orderName(cell).amendment()).isZero();
            assertThat(CellText.money(cell)).isEmpty();
            assertGoneThroughOnce(
                    cell, text -> CellText.BROKEN_NUMBER.matcher(text).find());
            assertGoneThroughOnce(cell, text -> CellText.MONEY.matcher(text).matches());
            assertGoneThroughOnce(
                    cell, text -> CellText.WITH_AMENDMENT.matcher(text).matches());
        }
    }

    private static void assertGoneThroughOnce(String cell, Predicate<CharSequence> match) {
        var looked = new CountedText(cell);
        boolean fits = match.test(looked);
        assertThat(looked.signs)
                .as("signs of \"%s\" that were looked at until it was known to be %s", cell, fits)
                .isLessThan(MOST_LOOKS * cell.length());
    }

    /** Counts how often a sign of it is looked at. */
    private static final class CountedText implements CharSequence {
        private final String text;
        private long signs;

        CountedText(String text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            signs++;
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
