package org.opencmas.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A CSV file is read row by row, up to where it can be told apart")
class CsvRowsTest {
    private static final CsvLimits LIMITS = new CsvLimits(10, 25);

    @Test
    void rowsOfAnyLengthAreReadWithTheirLines() throws Exception {
        List<CsvRow> rows = all("a,b\r\n1\n\n\"x\ny\",2,3\nlast,");
        assertThat(rows)
                .containsExactly(
                        new CsvRow(1, List.of("a", "b")),
                        new CsvRow(2, List.of("1")),
                        new CsvRow(3, List.of("")),
                        new CsvRow(4, List.of("x\ny", "2", "3")),
                        new CsvRow(6, List.of("last", "")));
        assertThat(rows.get(2).isBlank()).isTrue();
        assertThat(rows.get(3).isBlank()).isFalse();
        assertThat(rows.get(3).lineBelow()).isEqualTo(6);
    }

    @Test
    void anEmptyFileHasNoRow() throws Exception {
        assertThat(all("")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'a\n1234567890\nc',                       0",
        "'a\n12345678901\nc',                      2",
        "'a\n1234567890,1234567890,12345\nc',      0",
        "'a\n1234567890,1234567890,123456\nc',     2",
        "'a\nb\n\"c\n34567890',                    0",
        "'a\nb\n\"c\n345678901',                   3",
        "'a\n\"b\"c\n',                            2"
    })
    void aLongCellALongRowAndAQuoteThatTakesInTooMuchEndTheReading(String text, long unreadFrom) throws Exception {
        List<CsvRow> read = new ArrayList<>();
        CsvUnreadable refusal =
                catchThrowableOfType(CsvUnreadable.class, () -> readInto(read, CsvRows.strict(bytes(text), LIMITS)));
        if (unreadFrom == 0) {
            assertThat(refusal).isNull();
            assertThat(read).hasSize(3);
        } else {
            assertThat(refusal.trouble()).isEqualTo(CsvUnreadable.Cause.FORM);
            assertThat(refusal.line()).isEqualTo(unreadFrom);
            assertThat(read).hasSize((int) unreadFrom - 1);
        }
    }

    @Test
    void whatIsNoTextEndsTheReadingOrIsMarked() throws Exception {
        byte[] latin = "name\nM\u00fcller\n".getBytes(StandardCharsets.ISO_8859_1);
        CsvUnreadable refusal = catchThrowableOfType(
                CsvUnreadable.class,
                () -> readInto(new ArrayList<>(), CsvRows.strict(new ByteArrayInputStream(latin), LIMITS)));
        assertThat(refusal.trouble()).isEqualTo(CsvUnreadable.Cause.ENCODING);
        assertThat(refusal.line()).isBetween(1L, 2L);

        List<CsvRow> marked = new ArrayList<>();
        readInto(marked, CsvRows.marking(new ByteArrayInputStream(latin), LIMITS, '\uffff'));
        assertThat(marked.getLast().cells()).containsExactly("M\uffffller");
    }

    @Test
    void aFileThatIsLongerThanAnyBufferIsReadToItsEnd() throws Exception {
        String row = "0123456789,0123456789\n";
        List<CsvRow> rows = all(row.repeat(20_000));
        assertThat(rows).hasSize(20_000);
        assertThat(rows.getLast().line()).isEqualTo(20_000);
    }

    private static List<CsvRow> all(String text) throws Exception {
        List<CsvRow> rows = new ArrayList<>();
        readInto(rows, CsvRows.strict(bytes(text), LIMITS));
        return rows;
    }

    private static void readInto(List<CsvRow> rows, CsvRows csv) throws CsvUnreadable, IOException {
        try (csv) {
            for (CsvRow row = csv.next(); row != null; row = csv.next()) {
                rows.add(row);
            }
        }
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
