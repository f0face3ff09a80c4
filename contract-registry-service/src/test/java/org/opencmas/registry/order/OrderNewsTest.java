package org.opencmas.registry.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.opencmas.journal.ReceivedEvent;
import org.opencmas.registry.Registry;
import org.opencmas.tenant.Tenant;
import org.opencmas.terms.CmasNumber;
import org.opencmas.testkit.TestInfrastructure;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("CON-SUPPLEMENT: a preview says which orders in force a supplement would meet")
class OrderNewsTest {
    private static final Path EVENTS = Path.of("../order-service/src/main/resources/events");
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    OrderNews news;

    @Inject
    OrdersUnderAgreements orders;

    @Inject
    DataSource dataSource;

    private final UUID order = UUID.randomUUID();
    private long version;

    static Stream<Path> examples() throws IOException {
        try (Stream<Path> files = Files.list(EVENTS)) {
            return files
                    .filter(file -> file.getFileName()
                            .toString()
                            .matches("order\\.(issued|amended|rejected|terminated)\\.v1\\.example-.*"))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleOfTheOrderServiceIsTaken(Path example) throws IOException, SQLException {
        String type = example.getFileName().toString().replaceFirst("\\.example-.*", "");
        tell(type, Files.readString(example));
    }

    @Test
    void anOrderIsMetFromTheFirstDayOfTheTermsToTheLast() throws Exception {
        String number = Registry.freshNumber();
        issued(number, "2026-03-02", "1250.00", "order.issued.v1");

        assertThat(affected(number, "2026-03-02", null).count()).isEqualTo(1);
        assertThat(affected(number, "2026-03-02", null).subtotal()).isEqualTo("1250.00");
        assertThat(affected(number, "2026-03-03", null).count()).isZero();
        assertThat(affected(number, "2026-03-03", null).earlier()).isEqualTo(1);
        assertThat(affected(number, "2026-01-01", "2026-03-03").count()).isEqualTo(1);
        assertThat(affected(number, "2026-01-01", "2026-03-02").count()).isZero();
        assertThat(affected(number, "2026-03-02", null).items().getFirst().orderId())
                .isEqualTo(order);
    }

    @Test
    void anOrderThatIsAmendedAwayOrEndedIsNotMet() throws Exception {
        String number = Registry.freshNumber();
        String other = Registry.freshNumber();
        issued(number, "2026-03-02", "1250.00", "order.issued.v1");
        issued(other, "2026-03-02", "99.00", "order.amended.v1");
        assertThat(affected(number, "2026-01-01", null).count()).isZero();
        assertThat(affected(other, "2026-01-01", null).subtotal()).isEqualTo("99.00");

        long before = version;
        issued(other, "2026-03-02", "99.00", "order.terminated.v1");
        assertThat(affected(other, "2026-01-01", null).count()).isZero();

        // What comes once more, and late, brings nothing back.
        version = before - 1;
        issued(other, "2026-03-02", "99.00", "order.amended.v1");
        assertThat(affected(other, "2026-01-01", null).count()).isZero();
    }

    private OrdersUnderAgreements.Affected affected(String number, String first, @Nullable String end) {
        return Tenant.seeingAll(() -> orders.affected(
                CmasNumber.parse(number), LocalDate.parse(first), end == null ? null : LocalDate.parse(end)));
    }

    private void issued(String number, String date, String subtotal, String type) throws Exception {
        ObjectNode payload = JSON.createObjectNode()
                .put("orderId", order.toString())
                .put("agencyId", UUID.randomUUID().toString())
                .put("agencyOrderNumber", "PO-1")
                .put("amendmentNumber", 0)
                .put("orderDate", date);
        payload.putArray("subOrders").addObject().put("cmasNumber", number).put("subtotalExcludingTax", subtotal);
        tell(type, payload.toString());
    }

    private void tell(String type, String payload) throws SQLException {
        version++;
        var event = new ReceivedEvent(
                UUID.randomUUID(),
                type,
                "/order-service",
                "cmas.orders",
                order.toString(),
                version,
                version,
                Instant.parse("2026-11-21T20:00:00Z"),
                payload,
                null);
        try (Connection connection = dataSource.getConnection()) {
            Tenant.ALL.<@Nullable Void, SQLException>during(() -> {
                connection.setAutoCommit(false);
                news.handle(connection, event);
                connection.commit();
                return null;
            });
        }
    }
}
