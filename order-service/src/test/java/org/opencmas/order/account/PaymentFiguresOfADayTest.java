package org.opencmas.order.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.order.account.terms.PaymentFigures;
import org.opencmas.terms.Usd;
import org.opencmas.testkit.TestInfrastructure;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("PAY-45-DAYS, PP-IT-RISK: a day has its figures")
class PaymentFiguresOfADayTest {
    @Inject
    DataSource database;

    @ParameterizedTest(name = "{0} at {1}: {2} days, {3}, at least {4}")
    @CsvSource({
        "2026-11-28, 9999999.99,  45, 0.10, 0.03",
        "2026-11-28, 10000000.00, 45, 0.10, 0.05",
        "2026-11-27, 9999999.99,  45, 0.10, 0.10",
        "1990-01-01, 1.00,        45, 0.10, 0.10",
        "1989-12-31, 1.00,          , 0.10, 0.10",
    })
    void eachDayHasItsFigures(LocalDate day, String price, Integer days, String usual, String least)
            throws SQLException {
        try (Connection connection = database.getConnection()) {
            PaymentFigures figures = PaymentFigures.on(connection, day);
            assertThat(figures.promptPaymentDays().orElse(null)).isEqualTo(days);
            assertThat(figures.usualShare()).isEqualByComparingTo(usual);
            assertThat(figures.leastShareAt(Usd.of(price))).isEqualByComparingTo(least);
        }
    }
}
