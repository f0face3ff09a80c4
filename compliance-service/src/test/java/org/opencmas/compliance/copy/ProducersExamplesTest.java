package org.opencmas.compliance.copy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.journal.ReceivedEvent;
import org.opencmas.journal.SingleEventHandler;
import org.opencmas.testkit.OwnerDatabase;
import org.opencmas.testkit.TestInfrastructure;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("Every example of an event that the registry and the order service ever published can be copied")
class ProducersExamplesTest {
    private final DataSource dataSource = OwnerDatabase.dataSource();

    @Inject
    ObjectMapper json;

    @Test
    void agencies() throws IOException, SQLException {
        handle(new CopyAgencies(json), Path.of("../order-service/src/main/resources/events"));
    }

    @Test
    void requestsForOffer() throws IOException, SQLException {
        handle(new CopyRequests(json), Path.of("../order-service/src/main/resources/events"));
    }

    @Test
    void contractors() throws IOException, SQLException {
        handle(new CopyContractors(json), Path.of("../contract-registry-service/src/main/resources/events"));
    }

    @Test
    void agreementsAndPriceLists() throws IOException, SQLException {
        handle(new CopyAgreements(json), Path.of("../contract-registry-service/src/main/resources/events"));
    }

    @Test
    void theRegistrysHashOfAPriceListIsOurs() throws IOException, SQLException {
        Path events = Path.of("../contract-registry-service/src/main/resources/events");
        CopyAgreements handler = new CopyAgreements(json);
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            handler.handle(
                    connection, event("price-list.part.v1", events.resolve("price-list.part.v1.example-1.json"), 1));
            handler.handle(
                    connection,
                    event("price-list.published.v1", events.resolve("price-list.published.v1.example-1.json"), 2));
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery(
                            "select complete from price_list where cmas_number = '4-06-78-0031A'")) {
                assertThat(row.next()).isTrue();
                assertThat(row.getBoolean(1)).isTrue();
            }
            connection.rollback();
        }
    }

    /** Each example in a transaction of its own that leaves nothing behind. */
    private void handle(SingleEventHandler handler, Path events) throws IOException, SQLException {
        for (String type : handler.types()) {
            for (Path example : examples(events, type)) {
                try (Connection connection = dataSource.getConnection()) {
                    connection.setAutoCommit(false);
                    handler.handle(connection, event(type, example, 1));
                    connection.rollback();
                }
            }
        }
    }

    private static ReceivedEvent event(String type, Path example, long version) throws IOException {
        return new ReceivedEvent(
                UUID.randomUUID(),
                type,
                "/test",
                "test",
                "test",
                version,
                version,
                Instant.EPOCH,
                Files.readString(example),
                null);
    }

    private static List<Path> examples(Path events, String type) throws IOException {
        try (Stream<Path> files = Files.list(events)) {
            List<Path> examples = files.filter(
                            file -> file.getFileName().toString().startsWith(type + ".example-"))
                    .toList();
            assertThat(examples).as(type).isNotEmpty();
            return examples;
        }
    }
}
