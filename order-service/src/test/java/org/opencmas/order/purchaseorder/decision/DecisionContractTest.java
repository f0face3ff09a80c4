package org.opencmas.order.purchaseorder.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.order.purchaseorder.Decision;
import org.opencmas.order.purchaseorder.document.OrderJson;

@DisplayName("Compliance's examples of its decisions are read in place")
class DecisionContractTest {
    private static final Path EXAMPLES = Path.of("../compliance-service/src/main/resources/events");

    @Test
    void everyExampleHoldsWhatIsReadHere() throws IOException {
        List<Path> examples;
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            examples = files.filter(file -> file.getFileName().toString().startsWith("order.evaluated.v1.example-"))
                    .toList();
        }
        assertThat(examples).isNotEmpty();
        for (Path example : examples) {
            Decision decision = OrderJson.read(Files.readString(example), Decision.class);
            assertThat(decision.evaluationId()).as(example.toString()).isNotNull();
            assertThat(decision.orderId()).as(example.toString()).isNotNull();
            assertThat(decision.documentVersion()).as(example.toString()).isPositive();
            assertThat(decision.decision()).as(example.toString()).isNotNull();
            assertThat(decision.evaluatedAt()).as(example.toString()).isNotNull();
        }
    }
}
