package org.opencmas.fees.dashboard.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.fees.dashboard.export.DashboardExport.Format;
import org.opencmas.terms.Usd;

@DisplayName("A file of rows is written piece by piece, and nothing in it runs as a formula")
class ExportFileTest {
    private static String written(Format format, Object... cells) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (ExportFile file = ExportFile.of(format, List.of("name", "sales"), bytes)) {
            file.row(Arrays.asList(cells));
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aTextThatWouldRunIsKeptFromIt() throws IOException {
        assertThat(written(Format.CSV, "=HYPERLINK(\"x\")", Usd.of("-1.50")))
                .isEqualTo("name,sales\r\n\"'=HYPERLINK(\"\"x\"\")\",-1.50\r\n");
        assertThat(written(Format.CSV, "@SUM(A1)", Usd.of("2.00"))).contains("'@SUM(A1),2.00");
        assertThat(written(Format.CSV, null, Usd.of("0.00"))).contains("\r\n,0.00\r\n");
    }

    @Test
    void jsonLeavesOutWhatIsNotKnown() throws IOException {
        assertThat(written(Format.JSON, null, Usd.of("0.125"))).isEqualTo("[{\"sales\":\"0.125\"}]");
    }

    @Test
    void thePiecesAreTheFile() throws IOException {
        byte[] whole = new byte[1_000_003];
        new Random(20261128).nextBytes(whole);
        List<byte[]> pieces = new ArrayList<>();
        var parts = new ExportParts((number, content) -> {
            assertThat(number).isEqualTo(pieces.size() + 1);
            pieces.add(content);
        });
        parts.write(whole[0]);
        for (int from = 1; from < whole.length; from += 1_001) {
            parts.write(whole, from, Math.min(1_001, whole.length - from));
        }
        parts.close();
        var together = new ByteArrayOutputStream();
        for (byte[] piece : pieces) {
            together.write(piece);
        }
        assertThat(together.toByteArray()).isEqualTo(whole);
        assertThat(pieces).hasSizeGreaterThan(3);
        assertThat(parts.bytes()).isEqualTo(whole.length);
        assertThat(parts.sha256()).isEqualTo(DigestUtils.sha256Hex(whole));
    }
}
