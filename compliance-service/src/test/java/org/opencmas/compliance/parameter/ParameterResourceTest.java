package org.opencmas.compliance.parameter;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.compliance.rule.ParameterName;
import org.opencmas.testkit.DatabaseRights;
import org.opencmas.testkit.OwnerDatabase;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.Tokens;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("A figure is appended, activated by a second person and never edited")
class ParameterResourceTest {
    private static final String FIGURE = """
            {"name": "BACK_DATING_DAYS", "value": "45", "validFrom": "2090-01-01", "source": "a test", "confidence": "OWN"}
            """;

    @Inject
    FiguresInForce figures;

    private final DataSource dataSource = OwnerDatabase.dataSource();

    @Test
    void theReferenceFiguresArePublic() {
        given().get("/v1/parameters")
                .then()
                .statusCode(200)
                .body("items.findAll { it.name == 'NSP_TIER_BORDER' }.value", hasItems("250000.00"))
                .body("items.findAll { it.name == 'NSP_HIGH_SHARE' }.confidence", hasItems("A", "D"));
    }

    @Test
    void aProposedFigureCountsOnceASecondPersonActivatesIt() {
        String id = post(Tokens.person("ana", "dgs-analyst"), "/v1/parameters", FIGURE)
                .statusCode(201)
                .body("activatedBy", nullValue())
                .extract()
                .path("parameterId");

        activate(Tokens.person("ana", "dgs-approver"), id)
                .statusCode(409)
                .body("type", equalTo("/problems/second-person-needed"));
        activate(Tokens.person("bob", "dgs-analyst"), id).statusCode(403);
        activate(Tokens.person("bob", "dgs-approver"), id).statusCode(200).body("activatedBy", equalTo("bob"));
        activate(Tokens.person("cyd", "dgs-approver"), id)
                .statusCode(409)
                .body("type", equalTo("/problems/parameter-active"));
        given().get("/v1/parameters/" + id).then().statusCode(200).body("value", equalTo("45"));
    }

    /** A review that goes on for days is to go by one and the same figure. */
    @Test
    void whatIsActivatedLaterWasNotKnownBefore() throws SQLException {
        String id = post(Tokens.person("ana", "dgs-analyst"), "/v1/parameters", FIGURE.replace("2090", "2165"))
                .statusCode(201)
                .extract()
                .path("parameterId");
        activate(Tokens.person("bob", "dgs-approver"), id).statusCode(200);
        Instant activatedAt = Instant.parse(DatabaseRights.rows(
                        dataSource,
                        "select to_json(activated_at at time zone 'UTC') #>> '{}' || 'Z' from parameter where parameter_id = '"
                                + id + "'")
                .getFirst());

        assertThat(validFrom(activatedAt.minus(1, ChronoUnit.MICROS))).isNotEqualTo(LocalDate.of(2165, 1, 1));
        assertThat(validFrom(activatedAt)).isEqualTo(LocalDate.of(2165, 1, 1));
    }

    private LocalDate validFrom(Instant knownAt) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return figures.knownAt(
                            connection, knownAt, LocalDate.of(2165, 1, 1), Set.of(ParameterName.BACK_DATING_DAYS))
                    .getFirst()
                    .validFrom();
        }
    }

    @Test
    void onlyAnAnalystProposes() {
        post(Tokens.of("auditor"), "/v1/parameters", FIGURE).statusCode(403);
        post(Tokens.of("dgs-analyst"), "/v1/parameters", "{\"name\": \"NOPE\"}").statusCode(400);
    }

    /** Half a day, or a share above the whole, would be met by every order that is judged by it. */
    @ParameterizedTest
    @CsvSource({
        "DELIVERY_TAIL_MONTHS,6.5,400",
        "NSP_HIGH_SHARE,1.01,400",
        "REPORT_DUE_DAY,32,400",
        "REPORT_DUE_DAY,0,400",
        "BACK_DATING_DAYS,36501,400",
        "NSP_LOW_LIMIT,0.001,400",
        "NSP_HIGH_SHARE,1.00,201",
        "REPORT_DUE_DAY,31,201"
    })
    void aFigureIsOneThatItsUnitCanHave(String name, String value, int status) {
        String body = """
                {"name": "%s", "value": "%s", "validFrom": "2150-01-01", "source": "a test", "confidence": "M"}""".formatted(name, value);
        post(Tokens.person("ana", "dgs-analyst"), "/v1/parameters", body)
                .statusCode(status)
                .body("errors.pointer", status == 400 ? hasItems("/value") : nullValue());
    }

    @Test
    void theDatabaseRefusesAnEdit() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.executeUpdate("update parameter set value = 1"))
                    .hasMessageContaining("append a new one");
            assertThatThrownBy(() -> statement.executeUpdate("delete from parameter"))
                    .hasMessageContaining("append a new one");
        }
    }

    private static ValidatableResponse activate(String token, String id) {
        return given().auth()
                .oauth2(token)
                .header("Idempotency-Key", UUID.randomUUID())
                .post("/v1/parameters/" + id + "/activation")
                .then();
    }

    private static ValidatableResponse post(String token, String path, String body) {
        return given().auth()
                .oauth2(token)
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType(ContentType.JSON)
                .body(body)
                .post(path)
                .then();
    }
}
