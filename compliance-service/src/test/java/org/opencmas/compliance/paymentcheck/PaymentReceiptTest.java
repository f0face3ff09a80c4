package org.opencmas.compliance.paymentcheck;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.opencmas.compliance.facts.FactsJson;
import org.opencmas.compliance.rule.book.RuleBooks;
import org.opencmas.compliance.rule.invoice.PaymentFacts;
import org.opencmas.compliance.rule.judging.Finding;

@DisplayName("A payment's receipt that anybody kept is judged again alike, and its hash is taken over the same text")
class PaymentReceiptTest {
    static Stream<JsonNode> kept() throws IOException {
        Path file = Path.of("src/test/resources/payment-receipts/payments-version-1.jsonl.gz");
        var json = new ObjectMapper();
        try (var reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            Stream.Builder<JsonNode> rows = Stream.builder();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                rows.add(json.readTree(line));
            }
            return rows.build();
        }
    }

    @ParameterizedTest
    @MethodSource("kept")
    void itIsReproduced(JsonNode kept) {
        PaymentFacts facts = FactsJson.read(
                FactsJson.reader(new TypeReference<PaymentFacts>() {}),
                kept.get("facts").asText());
        var then = FactsJson.<java.util.List<Finding>>read(
                FactsJson.reader(new TypeReference<java.util.List<Finding>>() {}),
                kept.get("findings").asText());

        var again = RuleBooks.PAYMENTS.judgeAgain(facts, then);

        assertThat(again.unknown()).isEmpty();
        assertThat(again.judgement().findings()).isEqualTo(then);
        assertThat(again.judgement().decision().name())
                .isEqualTo(kept.get("decision").asText());
    }

    @ParameterizedTest
    @MethodSource("kept")
    void itsHashIsOverTheSameText(JsonNode kept) {
        PaymentFacts facts = FactsJson.read(
                FactsJson.reader(new TypeReference<PaymentFacts>() {}),
                kept.get("facts").asText());

        PaymentReceipt receipt = PaymentReceipt.of(facts, RuleBooks.PAYMENTS.judge(facts));

        assertThat(receipt.facts()).isEqualTo(kept.get("facts").asText());
        assertThat(receipt.subject()).isEqualTo("PAYMENT");
        assertThat(receipt.receiptHash()).hasSize(64);
    }
}
