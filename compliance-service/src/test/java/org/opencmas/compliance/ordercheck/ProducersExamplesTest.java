package org.opencmas.compliance.ordercheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.compliance.rule.purchaseorder.Order;

@DisplayName("Every example of a submitted order that the order service ever published is understood")
class ProducersExamplesTest {
    private static final Path ORDER_EVENTS = Path.of("../order-service/src/main/resources/events");

    @Test
    void submitted_orders_are_read_with_lines_groups_and_money() throws IOException {
        for (Path example : examples("order.submitted.v1")) {
            SubmittedOrder submitted = new ReceiptJson().payload(Files.readString(example), SubmittedOrder.class);
            Order order = submitted.order();

            assertThat(order.lines()).as(example.toString()).isNotEmpty();
            assertThat(order.subOrders()).isNotEmpty();
            assertThat(order.cmasNumbers()).isNotEmpty();
            assertThat(submitted.receivedOn()).isNotNull();
        }
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
