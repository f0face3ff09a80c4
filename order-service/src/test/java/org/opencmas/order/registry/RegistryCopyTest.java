package org.opencmas.order.registry;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.journal.ReceivedEvent;
import org.opencmas.journal.copy.VersionedCopy;
import org.opencmas.terms.CmasNumber;
import org.opencmas.testkit.OwnerDatabase;
import org.opencmas.testkit.TestInfrastructure;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("What the registry ever published of agreements and contractors is taken in, and known by everybody")
class RegistryCopyTest {
    private static final Path EVENTS = Path.of("../contract-registry-service/src/main/resources/events");

    @Inject
    RegistryCopy registry;

    @Test
    void everyExampleOfTheRegistryIsTakenIn() throws IOException, SQLException {
        for (VersionedCopy copy : List.of(new CopyAgreements(), new CopyContractors())) {
            for (String type : copy.types()) {
                for (Path example : examples(type)) {
                    try (Connection connection = OwnerDatabase.dataSource().getConnection()) {
                        connection.setAutoCommit(false);
                        copy.handle(connection, event(type, Files.readString(example)));
                        connection.rollback();
                    }
                }
            }
        }
    }

    private static List<Path> examples(String type) throws IOException {
        try (Stream<Path> files = Files.list(EVENTS)) {
            List<Path> examples = files.filter(
                            file -> file.getFileName().toString().startsWith(type + ".example-"))
                    .toList();
            assertThat(examples).as(type).isNotEmpty();
            return examples;
        }
    }

    private static ReceivedEvent event(String type, String payload) {
        return new ReceivedEvent(UUID.randomUUID(), type, "/test", "test", "test", 1, 1, Instant.EPOCH, payload, null);
    }

    @Test
    void namesAreThoseOfAgreementAndContractorNowAndBefore() throws SQLException {
        UUID contractor = UUID.randomUUID();
        new RegistryNews("4-26-17-0011A", contractor)
                .agreement("Plover Paint", "2026-01-01")
                .contractor("Plover Paints, Inc.", "[\"Curlew Paint\"]", "[]")
                .agreement("Plover Paints, Inc.", "2026-05-01");
        try (Connection connection = OwnerDatabase.dataSource().getConnection()) {
            List<KnownAgreement> known = registry.agreements(
                    connection, List.of(CmasNumber.parse("4-26-17-0011A"), CmasNumber.parse("4-26-17-0012A")));
            assertThat(known).singleElement().satisfies(agreement -> {
                assertThat(agreement.cmasNumber()).isEqualTo("4-26-17-0011A");
                assertThat(agreement.versions()).hasSize(2);
                assertThat(agreement.namesUntil(LocalDate.parse("2026-05-01")))
                        .containsExactlyInAnyOrder("Plover Paint", "Plover Paints, Inc.", "Curlew Paint");
                assertThat(agreement.namesUntil(LocalDate.parse("2026-04-30")))
                        .as("a new legal name counts once the agreement prints it")
                        .containsExactlyInAnyOrder("Plover Paint", "Curlew Paint");
            });
        }
    }
}
