package org.opencmas.compliance.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.compliance.rule.purchaseorder.Order;
import org.opencmas.journal.ReceivedEvent;

@DisplayName("Every example of a submitted order that the order service ever published is understood")
class ProducersExamplesTest {
    private static final Path ORDER_EVENTS = Path.of("../order-service/src/main/resources/events");

    @Test
    void submittedOrdersAreReadWithLinesGroupsAndMoney() throws IOException {
        for (Path example : examples("order.submitted.v1")) {
            Submission submitted = Submission.of(event(Files.readString(example)));
            Order order = submitted.order();

            assertThat(order.lines()).as(example.toString()).isNotEmpty();
            assertThat(order.subOrders()).isNotEmpty();
            assertThat(order.cmasNumbers()).isNotEmpty();
            assertThat(submitted.toJudge().receivedOn()).isNotNull();
        }
    }

    private static ReceivedEvent event(String payload) {
        return new ReceivedEvent(
                UUID.randomUUID(),
                "order.submitted.v1",
                "/order-service",
                "cmas.orders",
                "any",
                1,
                1,
                Instant.EPOCH,
                payload,
                null);
    }

    private static List<Path> examples(String type) throws IOException {
        try (Stream<Path> files = Files.list(ORDER_EVENTS)) {
            List<Path> examples = files.filter(
                            file -> file.getFileName().toString().startsWith(type + ".example-"))
                    .toList();
            assertThat(examples).isNotEmpty();
            return examples;
        }
    }
}
