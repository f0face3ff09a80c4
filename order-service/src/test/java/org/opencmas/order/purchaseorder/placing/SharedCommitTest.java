package org.opencmas.order.purchaseorder.placing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.order.Api;
import org.opencmas.order.purchaseorder.store.Database;
import org.opencmas.order.purchaseorder.store.Placement;
import org.opencmas.testkit.OwnerDatabase;
import org.opencmas.testkit.TestInfrastructure;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("Orders that come at the same moment share a commit, and each caller learns of its own order only")
class SharedCommitTest {
    private static final int CALLERS = 24;

    @Inject
    SharedCommit commit;

    private final Database database = new Database(OwnerDatabase.dataSource());

    private UUID agency;

    /** Places all at once from as many threads as it takes; answers the SQL state that each caller got, or "stored". */
    private List<String> placeTogether(List<Placement> placements) throws Exception {
        var start = new CountDownLatch(1);
        try (ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
            List<Future<String>> answers = new ArrayList<>();
            for (Placement placement : placements) {
                Callable<String> call = () -> {
                    start.await();
                    try {
                        commit.write(placement);
                        return "stored";
                    } catch (SQLException e) {
                        return e.getSQLState();
                    }
                };
                answers.add(callers.submit(call));
            }
            start.countDown();
            List<String> got = new ArrayList<>();
            for (Future<String> answer : answers) {
                got.add(answer.get());
            }
            return got;
        }
    }

    private List<String> storedNumbers() {
        String sql = "select agency_order_number from purchase_order o where agency_id = ?"
                + " and exists (select from order_version v where v.order_id = o.order_id)"
                + " and exists (select from journal j where j.aggregate_id = o.order_id::text) order by 1";
        return database.with(connection -> {
            try (var select = connection.prepareStatement(sql)) {
                select.setObject(1, agency);
                List<String> numbers = new ArrayList<>();
                try (var row = select.executeQuery()) {
                    while (row.next()) {
                        numbers.add(row.getString(1));
                    }
                }
                return numbers;
            }
        });
    }

    @BeforeEach
    void registerAgency() {
        agency = Api.registeredAgency();
    }

    @Test
    void allThatComeAtOnceAreStoredOnceEach() throws Exception {
        List<String> numbers =
                IntStream.range(1000, 1300).mapToObj(Integer::toString).toList();

        List<String> answers = placeTogether(
                numbers.stream().map(number -> Placements.of(agency, number)).toList());

        assertThat(answers).hasSize(300).containsOnly("stored");
        assertThat(storedNumbers()).isEqualTo(numbers);
    }

    @Test
    void oneThatIsRefusedKeepsNoneOfTheOthersOut() throws Exception {
        List<String> numbers = new ArrayList<>();
        IntStream.range(100, 220).mapToObj(Integer::toString).forEach(number -> {
            numbers.add(number);
            if (number.endsWith("0")) {
                numbers.add(number);
            }
        });
        Collections.shuffle(numbers, new java.util.Random(20261125));

        List<String> answers = placeTogether(
                numbers.stream().map(number -> Placements.of(agency, number)).toList());

        assertThat(answers).filteredOn("stored"::equals).hasSize(120);
        assertThat(answers).filteredOn(OrderWriter.UNIQUE_VIOLATION::equals).hasSize(12);
        assertThat(storedNumbers()).hasSize(120).doesNotHaveDuplicates();
    }
}
