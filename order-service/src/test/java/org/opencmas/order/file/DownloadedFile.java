package org.opencmas.order.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.order.Api.as;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.opencmas.testkit.Tokens;

/** The file of an order as its agency downloads it: the bytes of each entry by its path. */
public record DownloadedFile(Map<String, byte[]> entries) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public static DownloadedFile of(UUID agency, UUID orderId) throws IOException {
        return of(download(agency, orderId));
    }

    static byte[] download(UUID agency, UUID orderId) {
        return as(Tokens.buyer(agency))
                .get("/v1/orders/{id}/file", orderId)
                .then()
                .statusCode(200)
                .contentType("application/zip")
                .extract()
                .asByteArray();
    }

    static DownloadedFile of(byte[] zip) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
        }
        return new DownloadedFile(entries);
    }

    public JsonNode json(String path) {
        assertThat(entries).containsKey(path);
        try {
            return JSON.readTree(entries.get(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void assertManifestVerifies() throws Exception {
        JsonNode manifest = json("manifest.json");
        StringBuilder sums = new StringBuilder();
        assertThat(manifest.path("entries")).hasSize(entries.size() - 2);
        for (JsonNode entry : manifest.path("entries")) {
            byte[] bytes = entries.get(entry.path("path").asText());
            String hash = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            assertThat(entry.path("sha256").asText()).isEqualTo(hash);
            assertThat(entry.path("bytes").asInt()).isEqualTo(bytes.length);
            sums.append(hash).append("  ").append(entry.path("path").asText()).append('\n');
        }
        assertThat(new String(entries.get("manifest.sha256"), StandardCharsets.UTF_8))
                .isEqualTo(sums.toString());
    }
}
