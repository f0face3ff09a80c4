package org.opencmas.bench.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.opencmas.testkit.RoledDatabase;
import org.opencmas.testkit.TestServers;

@DisplayName("What is measured of a list is what its service asks the database, as its service asks it")
class ListPlansTest {
    private static final List<String> MIGRATIONS = List.of(
            "../platform/tenant-scope/src/main/resources/db/tenant",
            "../platform/http-conventions/src/main/resources/db/http",
            "../platform/event-journal/src/main/resources/db/journal");

    static Stream<Arguments> statements() {
        String fees = "../fee-reporting-service/src/main/java/org/opencmas/fees/";
        return Stream.of(
                Arguments.of(
                        "../order-service/src/main/java/org/opencmas/order/purchaseorder/reading/OrderSearch.java",
                        ListPlans.OF_ORDERS),
                Arguments.of(fees + "obligation/ReportObligationList.java", ListPlans.OF_OBLIGATIONS),
                Arguments.of(
                        fees + "obligation/ReportObligations.java",
                        List.of(ListPlans.WITHOUT_ORDER, ListPlans.AND_SETTLED)),
                Arguments.of(fees + "ledger/LedgerEntries.java", ListPlans.OF_LEDGER));
    }

    @ParameterizedTest
    @MethodSource("statements")
    void theServiceHasTheseStatements(String source, List<String> statements) throws IOException {
        String service = onOneLine(Files.readString(Path.of(source)));

        assertThat(statements).isNotEmpty();
        for (String statement : statements) {
            assertThat(service.contains(onOneLine(statement)))
                    .as("%s has another statement now than: %s", source, statement)
                    .isTrue();
        }
    }

    @Test
    void everyListIsReadAsTheApplicationsRoleWithTheConditionsOfItsTenant() throws Exception {
        String run = UUID.randomUUID().toString().substring(0, 8);
        try (var orders = new RoledDatabase(TestServers.postgresUrl("postgres"), "lists_order_" + run);
                var fees = new RoledDatabase(TestServers.postgresUrl("postgres"), "lists_fees_" + run)) {
            migrate(orders, "../order-service");
            migrate(fees, "../fee-reporting-service");
            var plans = new ListPlans(database(orders), database(fees));
            plans.fill(10_000);

            Map<String, String> read = plans.read();

            assertThat(read)
                    .containsKeys(
                            "all orders",
                            "orders of 367 days",
                            "orders through a day nine years ago",
                            "an agency's own orders, of a month nine years ago",
                            "a contractor's own orders, through a day nine years ago",
                            "obligations OVERDUE",
                            "a contractor's own ledger entries");
            assertThat(read.values()).allMatch(plan -> plan.matches("\\S.*, \\d+\\.\\d\\d ms"));
        }
    }

    private static void migrate(RoledDatabase database, String service) {
        Flyway.configure()
                .dataSource(database.url(), database.owner(), database.owner())
                .locations(Stream.concat(MIGRATIONS.stream(), Stream.of(service + "/src/main/resources/db/migration"))
                        .map(folder -> "filesystem:" + folder)
                        .toArray(String[]::new))
                .placeholders(Map.of("applicationRole", database.application(), "tablesWithDeletes", ""))
                .load()
                .migrate();
    }

    private static ListPlans.Database database(RoledDatabase database) {
        String name = database.owner();
        return new ListPlans.Database(
                TestServers.postgresUrl(name),
                database.url() + "?user=" + database.application() + "&password=" + database.application());
    }

    private static String onOneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
