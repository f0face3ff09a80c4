package org.opencmas.fees.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.fees.NewDatabase;
import org.opencmas.fees.datedfigure.Confidence;
import org.opencmas.testkit.TestInfrastructure;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
class FirstFeeRatesTest {
    @Inject
    Flyway flyway;

    @Test
    @DisplayName(
            "FEE-INCENTIVE-RATE: a new database has two rates, 1% from 2010 through June 2018 and 1.25% from July 2018 on")
    void aNewDatabaseHasTheTwoRates() throws SQLException {
        var resource = new FeeRateResource(new FeeRateTable(), null, NewDatabase.in("first_fee_rates", flyway));
        assertThat(resource.list().items())
                .extracting("firstOrderDate", "lastOrderDate", "rate", "percent", "confidence")
                .containsExactly(
                        tuple(
                                LocalDate.of(2010, 1, 1),
                                LocalDate.of(2018, 6, 30),
                                Rate.of("0.01"),
                                "1%",
                                Confidence.COPY_OF_OFFICIAL_TEXT),
                        tuple(LocalDate.of(2018, 7, 1), null, Rate.of("0.0125"), "1.25%", Confidence.UNCONFIRMED));
        assertThat(resource.list().proposed())
                .extracting("activatedBy")
                .containsExactly("first release", "first release");
    }
}
