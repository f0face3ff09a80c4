package org.opencmas.fees.obligation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.fees.NewDatabase;
import org.opencmas.fees.datedfigure.Confidence;
import org.opencmas.fees.obligation.ReportDueRule.Name;
import org.opencmas.terms.CalendarQuarter;
import org.opencmas.testkit.TestInfrastructure;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
class FirstReportDueRulesTest {
    @Inject
    Flyway flyway;

    @Test
    @DisplayName(
            "a new database has two due rules from the first quarter on: the 15th in force, the month's last day beside it")
    void aNewDatabaseHasTheTwoRules() throws SQLException {
        var resource = new ReportDueRuleResource(new ReportDueRules(), null, NewDatabase.in("first_due_rules", flyway));
        CalendarQuarter first = CalendarQuarter.parse("1990-Q1");
        assertThat(resource.list().items())
                .extracting("name", "firstQuarter", "dayOfNextMonth", "confidence")
                .containsExactly(
                        tuple(Name.IN_FORCE, first, 15, Confidence.UNCONFIRMED),
                        tuple(Name.COMPARISON, first, 31, Confidence.COPY_OF_OFFICIAL_TEXT));
        assertThat(resource.list().proposed())
                .extracting("activatedBy")
                .containsExactly("first release", "first release");
    }
}
