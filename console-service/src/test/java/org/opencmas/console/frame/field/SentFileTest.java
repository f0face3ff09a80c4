package org.opencmas.console.frame.field;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.nio.file.Path;
import java.util.Map;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SentFileTest {
    @DisplayName("A file's kind is known by its name")
    @ParameterizedTest
    @CsvSource({"report.csv, false", "Report Q3.CSV, false", "report.xlsx, true", "REPORT.XLSX, true"})
    void kinds(String name, boolean isWorkbook) {
        var inputs = Inputs.of(Map.of());

        assertThat(SentFile.of(inputs, "file", new Sent(name)))
                .hasValue(new SentFile(Path.of("uploaded"), isWorkbook ? SentFile.WORKBOOK : SentFile.CSV));
        assertThat(inputs.isFine()).isTrue();
    }

    @DisplayName("A file of another kind, or none, is told at its field")
    @ParameterizedTest
    @ValueSource(strings = {"", "report.xls", "report.xlsx.exe", "csv", "report.pdf"})
    void others(String name) {
        var inputs = Inputs.of(Map.of());

        assertThat(SentFile.of(inputs, "file", new Sent(name))).isEmpty();
        assertThat(inputs.error("file")).startsWith("must be ");
    }

    @Test
    @DisplayName("A form without the field has no file")
    void none() {
        var inputs = Inputs.of(Map.of());

        assertThat(SentFile.of(inputs, "file", null)).isEmpty();
        assertThat(inputs.error("file")).isEqualTo("must be chosen.");
    }

    /** As the framework hands a file over. */
    private record Sent(String fileName) implements FileUpload {
        @Override
        public String name() {
            return "file";
        }

        @Override
        public Path filePath() {
            return Path.of("uploaded");
        }

        @Override
        public long size() {
            return 1;
        }

        @Override
        public String contentType() {
            return "application/octet-stream";
        }

        @Override
        public String charSet() {
            return "";
        }

        @Override
        public MultivaluedMap<String, String> getHeaders() {
            return new MultivaluedHashMap<>();
        }
    }
}
