package org.opencmas.registry.document.held;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What a document is, its bytes tell")
class ContentTypeTest {
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "%PDF-1.7 and so on, PDF",
        "Cover pages in plain words, TEXT",
        "<html><script>alert(1)</script>, TEXT",
        "PK\u0003\u0004....[Content_Types].xml....word/document.xml, WORD",
        "PK\u0003\u0004....xl/workbook.xml, EXCEL"
    })
    void knownBeginnings(String beginning, ContentType type) {
        assertThat(ContentType.of(beginning.getBytes(StandardCharsets.UTF_8))).contains(type);
    }

    @ParameterizedTest
    @CsvSource({"PK\u0003\u0004....evil.exe", "MZ\u0090\u0000", "\u0000\u0001\u0002"})
    void otherBytesAreNotTaken(String beginning) {
        assertThat(ContentType.of(beginning.getBytes(StandardCharsets.ISO_8859_1)))
                .isEmpty();
    }

    @Test
    void aLongTextMayBeCutInsideALetter() {
        byte[] text = "é".repeat(ContentType.LOOKED_AT).getBytes(StandardCharsets.UTF_8);
        byte[] odd = Arrays.copyOfRange(
                ("x" + new String(text, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8),
                0,
                ContentType.LOOKED_AT);

        assertThat(ContentType.of(odd)).contains(ContentType.TEXT);
        assertThat(ContentType.of(Arrays.copyOf(odd, 100))).isEmpty();
    }

    @Test
    void aTextIsHandedOutAsTextWhateverItLooksLike() {
        assertThat(ContentType.TEXT.mediaType()).isEqualTo("text/plain; charset=utf-8");
        assertThat(ContentType.extensionOf("application/pdf")).isEqualTo("pdf");
        assertThat(ContentType.extensionOf("application/x-unknown")).isEqualTo("bin");
    }
}
