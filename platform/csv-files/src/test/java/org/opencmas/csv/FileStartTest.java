package org.opencmas.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HexFormat;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A file is what its first bytes say")
class FileStartTest {
    @ParameterizedTest
    @CsvSource({
        "6162,             TEXT,           6162",
        "efbbbf6162,       TEXT,           6162",
        "efbbbf,           TEXT,           ''",
        "'',               TEXT,           ''",
        "efbb,             TEXT,           efbb",
        "fffe6100,         OTHER_ENCODING, fffe6100",
        "feff0061,         OTHER_ENCODING, feff0061",
        "61006200,         OTHER_ENCODING, 61006200",
        "0000feff,         OTHER_ENCODING, 0000feff",
        "504b030414,       ARCHIVE,        504b030414",
        "504b2c31,         TEXT,           504b2c31"
    })
    void theStartTellsTheKindAndOnlyAMarkIsPassedOver(String bytes, FileStart kind, String left) throws IOException {
        var file =
                new BufferedInputStream(new ByteArrayInputStream(HexFormat.of().parseHex(bytes)));
        assertThat(FileStart.of(file)).isEqualTo(kind);
        assertThat(HexFormat.of().formatHex(file.readAllBytes())).isEqualTo(left);
    }

    @ParameterizedTest
    @CsvSource({"=1+1, '''=1+1'", "+1, '''+1'", "-1, '''-1'", "@a, '''@a'", "a=1, a=1", "'', ''", "'\t1', '''\t1'"})
    void noTextIsAFormula(String text, String cell) {
        assertThat(SpreadsheetText.safe(text)).isEqualTo(cell);
    }
}
