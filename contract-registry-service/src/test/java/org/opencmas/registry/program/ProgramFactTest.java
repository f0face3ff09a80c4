package org.opencmas.registry.program;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencmas.registry.Registry;
import org.opencmas.testkit.OwnerDatabase;

@QuarkusTest
@DisplayName("What users are told beside the agreements is data with source and day")
class ProgramFactTest {
    private final DataSource dataSource = OwnerDatabase.dataSource();

    private static ValidatableResponse facts(String topic) {
        return given().get("/v1/program-facts?topic=" + topic).then().statusCode(200);
    }

    private static ValidatableResponse put(String name, String body) {
        return Registry.analyst()
                .contentType(ContentType.JSON)
                .body(body)
                .put("/v1/program-facts/" + name)
                .then();
    }

    @Test
    @DisplayName("GEN-CONTACT: the CMAS Unit's contact card, as the guide's cover and page 6 give it")
    void theContactCard() {
        facts("CONTACT")
                .body("items.requirement", everyItem(equalTo("GEN-CONTACT")))
                .body("items.value", hasItem("707 Third Street, 2nd Floor, MS 2-202"))
                .body("items.value", hasItem("West Sacramento, California 95605"))
                .body("items.value", hasItem("(916) 375-4365"))
                .body("items.value", hasItem("cmas@dgs.ca.gov"))
                .body("items.source", everyItem(startsWith("CMAS Local Government Agency Guide, August 2019")));
    }

    @Test
    @DisplayName("SRCH-LINKS: the twelve sites of section 7, each a whole address")
    void theUsefulLinks() {
        facts("LINK")
                .body("items", hasSize(12))
                .body("items.requirement", everyItem(equalTo("SRCH-LINKS")))
                .body("items.value", everyItem(startsWith("https://")))
                .body("items.title", hasItem("GSA eLibrary"));
        given().get("/v1/program-facts/link.cmas")
                .then()
                .statusCode(200)
                .body("items.statedOn", contains("2019-08-01"));
    }

    @Test
    @DisplayName("ADA-PHONES: the numbers that help, the relay service among them")
    void theHelpNumbers() {
        facts("HELP_NUMBER")
                .body(
                        "items.value",
                        contains("916-376-5127 (CALNET 480-5127)", "1-800-735-2922 or 7-1-1", "1-800-854-7784"));
    }

    @Test
    @DisplayName(
            "an address that went stale is recorded anew; the earlier one stays readable, the same again records nothing")
    void recordedAnew() {
        String checked = """
                {"value": "https://www.sam.example.ca.gov", "source": "Opened by the CMAS Unit", "statedOn": "2026-11-02",
                 "lastCheckedOn": "2026-11-02"}""";
        put("link.administrative-manual", checked).statusCode(200).body("recordedBy", equalTo("dgs-analyst"));
        put("link.administrative-manual", checked).statusCode(200);
        given().get("/v1/program-facts/link.administrative-manual")
                .then()
                .statusCode(200)
                .body("items.value", contains("https://www.sam.example.ca.gov", "https://www.dgs.ca.gov/Resources/SAM"))
                .body("items.lastCheckedOn", contains(equalTo("2026-11-02"), nullValue()));
        facts("LINK").body("items", hasSize(12)).body("items.value", hasItem("https://www.sam.example.ca.gov"));
    }

    @ParameterizedTest
    @CsvSource({
        "ftp://www.gsa.gov,          2026-11-02, 2026-11-02, /value",
        "www.gsa.gov,                2026-11-02, 2026-11-02, /value",
        "https://,                   2026-11-02, 2026-11-02, /value",
        "javascript:alert(1),        2026-11-02, 2026-11-02, /value",
        "https://www.gsa.gov,        2199-01-01, 2026-11-02, /statedOn",
        "https://www.gsa.gov,        2026-11-02, 2199-01-01, /lastCheckedOn",
        "https://www.gsa.gov,        0206-11-02, 2026-11-02, /statedOn"
    })
    void whatCannotBeIsRefusedAtItsPlace(String value, String statedOn, String checkedOn, String pointer) {
        put("link.gsa", """
                {"value": "%s", "source": "s", "statedOn": "%s", "lastCheckedOn": "%s"}""".formatted(value, statedOn, checkedOn))
                .statusCode(400)
                .body("errors.pointer", contains(pointer));
        facts("LINK").body("items.value", hasItem("https://www.gsa.gov"));
    }

    @Test
    void anUnknownNameAndAnUnknownTopicAreRefused() {
        put("link.elsewhere", "{\"value\": \"https://a.b\", \"source\": \"s\", \"statedOn\": \"2026-11-02\"}")
                .statusCode(404);
        given().get("/v1/program-facts?topic=LINKS").then().statusCode(400).body("errors.parameter", contains("topic"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"update program_fact set value = 'x'", "delete from program_fact"})
    void theDatabaseRefusesToForget(String statement) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement forget = connection.createStatement()) {
            assertThatThrownBy(() -> forget.executeUpdate(statement)).isInstanceOf(SQLException.class);
        }
        assertThat(given().get("/v1/program-facts").<Integer>path("items.size()"))
                .isEqualTo(23);
    }

    @Test
    @DisplayName(
            "SRCH-CALEPROCURE, GEN-INDEPENDENT: Contract ID is the CMAS number with its letter, never the base contract's")
    void theValuesForCalEprocure() {
        String contractor = Registry.contractor("Copy Ready Flooring, Inc.");
        String number = Registry.freshNumber() + "A";
        Registry.post("/v1/agreements", Registry.agreementBody("#" + number, contractor))
                .then()
                .statusCode(201);
        given().get("/v1/agreements/{number}/cal-eprocure", number.toLowerCase(java.util.Locale.ROOT))
                .then()
                .statusCode(200)
                .body("contractId", equalTo(number))
                .body("vendor", equalTo("Copy Ready Flooring, Inc."));
    }
}
