package org.opencmas.fees.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.fees.Api;
import org.opencmas.fees.Scene;
import org.opencmas.testkit.OwnerDatabase;
import org.opencmas.testkit.SeededGenerator;
import org.opencmas.testkit.TestInfrastructure;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("Over any history of orders, certificates, agencies and filings the books prove themselves")
class LedgerPropertyTest {
    private static final List<String> TYPES = List.of("CITY", "COUNTY", "K12", "CSU", "UC", "STATE_DEPARTMENT");

    @Inject
    Scene scene;

    private final DataSource dataSource = OwnerDatabase.dataSource();

    private final Map<UUID, Long> versions = new HashMap<>();

    private static final class OrderHistory {
        final Scene.Order order;
        final LocalDate date;
        final String original;
        boolean rejected;
        boolean ended;

        OrderHistory(Scene.Order order, LocalDate date, String original) {
            this.order = order;
            this.date = date;
            this.original = original;
        }
    }

    @Test
    void theBooksProveThemselves() {
        SeededGenerator random = SeededGenerator.of("the books prove themselves");
        List<UUID> contractors = new ArrayList<>();
        List<UUID> agencies = new ArrayList<>();
        List<String> numbers = new ArrayList<>();
        List<OrderHistory> orders = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            contractors.add(scene.contractor());
            agencies.add(scene.agency(random.oneOf(TYPES)));
            numbers.add(scene.agreement(contractors.get(i), "2017-01-01", "2019-12-31"));
        }
        for (int step = 2; step < 250; step++) {
            switch (random.between(1, 13)) {
                case 1, 2, 3, 4 -> orders.add(issue(random, agencies, numbers));
                case 5, 6, 7 -> amend(random, orders);
                case 8 -> terminate(random, orders);
                case 9 -> replay(random, orders);
                case 12 -> reject(random, orders);
                case 10 -> certify(random, contractors);
                case 11 -> change(random, agencies);
                default -> file(random, contractors, numbers);
            }
        }
        Api.proof().body("checks.deviations", everyItem(empty())).body("holds", equalTo(true));
    }

    private OrderHistory issue(SeededGenerator random, List<UUID> agencies, List<String> numbers) {
        LocalDate date = random.day(LocalDate.of(2017, 1, 1), LocalDate.of(2019, 12, 31));
        String amount = amount(random);
        var order = scene.order(random.oneOf(agencies), random.oneOf(numbers), date.toString());
        order.issued(amount);
        return new OrderHistory(order, date, amount);
    }

    private static String amount(SeededGenerator random) {
        BigDecimal amount = random.decimal("0.01", "250000.00", 2);
        return amount.setScale(2, RoundingMode.UNNECESSARY).toPlainString();
    }

    private void amend(SeededGenerator random, List<OrderHistory> orders) {
        orders.stream()
                .filter(history -> !history.ended)
                .skip(random.between(0, 3))
                .findFirst()
                .ifPresent(history -> {
                    LocalDate on = random.day(history.date, history.date.plusDays(300));
                    history.rejected = false;
                    history.order.amended(on.toString(), amount(random));
                });
    }

    private void terminate(SeededGenerator random, List<OrderHistory> orders) {
        orders.stream().filter(history -> !history.ended).findFirst().ifPresent(history -> {
            history.ended = true;
            LocalDate on = random.day(history.date, history.date.plusDays(400));
            history.order.terminated(on.toString(), random.yes() ? "0.00" : "1.11");
        });
    }

    private void reject(SeededGenerator random, List<OrderHistory> orders) {
        orders.stream()
                .filter(history -> !history.ended && !history.rejected)
                .skip(random.between(0, 2))
                .findFirst()
                .ifPresent(history -> {
                    history.rejected = true;
                    LocalDate on = random.day(history.date, history.date.plusDays(300));
                    history.order.rejected(on.toString());
                });
    }

    private void replay(SeededGenerator random, List<OrderHistory> orders) {
        if (!orders.isEmpty()) {
            OrderHistory history = random.oneOf(orders);
            history.order.issuedAgain(history.original);
        }
    }

    private void change(SeededGenerator random, List<UUID> agencies) {
        UUID agency = random.oneOf(agencies);
        scene.agencyBecomes(agency, random.oneOf(TYPES), nextVersion(agency));
    }

    /** Each agency and contractor was registered as version 1. */
    private long nextVersion(UUID aggregate) {
        return versions.merge(aggregate, 2L, (known, first) -> known + 1);
    }

    private void certify(SeededGenerator random, List<UUID> contractors) {
        LocalDate from = random.day(LocalDate.of(2017, 1, 1), LocalDate.of(2019, 6, 30));
        String certificates = random.yes()
                ? Scene.certificate(
                        random.oneOf(List.of("SB", "MB", "DVBE")),
                        from.toString(),
                        from.plusDays(random.between(0, 400)).toString())
                : "";
        UUID contractor = random.oneOf(contractors);
        scene.contractorHas(contractor, certificates, nextVersion(contractor));
    }

    private void file(SeededGenerator random, List<UUID> contractors, List<String> numbers) {
        int which = random.between(0, contractors.size() - 1);
        String quarter = random.between(2017, 2019) + "-Q" + random.between(1, 4);
        assertThat(Api.file(contractors.get(which), numbers.get(which), quarter)
                        .extract()
                        .statusCode())
                .isIn(201, 409);
    }

    @Test
    @DisplayName("a total that is off by a cent is found and named")
    void aDeviationIsFound() throws SQLException {
        String number = scene.agreement(scene.contractor(), "2016-01-01", "2016-03-31");
        scene.order(scene.agency("CITY"), number, "2016-02-01").issued("10.00");
        execute("update fee_total set sales = sales + 0.01 where view = 'QUARTER' and quarter = '2016-Q1'");
        try {
            Api.proof()
                    .body("holds", equalTo(false))
                    .body(
                            "checks.find { it.check == 'totals-equal-ledger' }.deviations[0]",
                            equalTo("QUARTER 2016-Q1 "));
        } finally {
            execute("update fee_total set sales = sales - 0.01 where view = 'QUARTER' and quarter = '2016-Q1'");
        }
        Api.proof().body("holds", equalTo(true));
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
