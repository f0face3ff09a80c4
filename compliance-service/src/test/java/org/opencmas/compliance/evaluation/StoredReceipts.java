package org.opencmas.compliance.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.opencmas.compliance.rule.judging.Decision;

/**
 * Receipts as past releases stored them, one a line, column by column; a file for each shape there ever was. Files are added, never
 * changed: what was stored once must read and be judged again for ever.
 */
final class StoredReceipts {
    static final Path FOLDER = Path.of("src/test/resources/receipts");
    private static final ObjectMapper JSON = new ObjectMapper();

    private StoredReceipts() {}

    static List<SealedEvaluation> all() throws IOException {
        List<SealedEvaluation> receipts = new ArrayList<>();
        for (JsonNode row : rows(FOLDER)) {
            receipts.add(receipt(row));
        }
        return receipts;
    }

    /** Each as it is stored. */
    static List<JsonNode> rows(Path folder) throws IOException {
        List<JsonNode> rows = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                for (String line : lines(file)) {
                    rows.add(JSON.readTree(line));
                }
            }
        }
        return rows;
    }

    private static List<String> lines(Path file) throws IOException {
        if (!file.toString().endsWith(".gz")) {
            return Files.readAllLines(file);
        }
        try (InputStream packed = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(packed.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    private static SealedEvaluation receipt(JsonNode row) {
        return new SealedEvaluation(
                new Evaluation(
                        UUID.fromString(row.get("evaluationId").asText()),
                        UUID.fromString(row.get("orderId").asText()),
                        row.get("documentVersion").asInt(),
                        UUID.fromString(row.get("agencyId").asText()),
                        row.get("agencyOrderNumber").asText(),
                        row.get("amendmentNumber").asInt(),
                        Decision.valueOf(row.get("decision").asText()),
                        Instant.parse(row.get("evaluatedAt").asText()),
                        row.get("ruleSetVersion").asText(),
                        row.get("asOf").asText(),
                        row.get("facts").asText(),
                        row.get("findings").asText()),
                row.get("receiptHash").asText());
    }
}
