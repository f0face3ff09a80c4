package org.opencmas.compliance.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.opencmas.compliance.rule.judging.Decision;

/**
 * Receipts as past releases stored them, one a line, column by column; a file for each shape there ever was. Files are added, never
 * changed: what was stored once must read and be judged again for ever.
 */
final class StoredReceipts {
    private static final Path FOLDER = Path.of("src/test/resources/receipts");
    private static final ObjectMapper JSON = new ObjectMapper();

    private StoredReceipts() {}

    static List<SealedEvaluation> all() throws IOException {
        List<SealedEvaluation> receipts = new ArrayList<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.sorted().toList()) {
                for (String line : Files.readAllLines(file)) {
                    receipts.add(receipt(JSON.readTree(line)));
                }
            }
        }
        return receipts;
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
