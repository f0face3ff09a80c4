package org.opencmas.registry.program;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
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

    /** What the installation brought: other tests record facts anew, as the service's users do. */
    private static ValidatableResponse asTheGuideHasIt(String name, String value) {
        return given().get("/v1/program-facts/" + name)
                .then()
                .statusCode(200)
                .body("items[-1].value", equalTo(value))
                .body("items[-1].statedOn", equalTo("2019-08-01"))
                .body("items[-1].source", startsWith("CMAS Local Government Agency Guide, August 2019"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
        contact.unit   | CMAS Unit, Procurement Division, Department of General Services
        contact.street | 707 Third Street, 2nd Floor, MS 2-202
        contact.city   | West Sacramento, California 95605
        contact.phone  | (916) 375-4365
        contact.email  | cmas@dgs.ca.gov
        """)
    @DisplayName("GEN-CONTACT: the CMAS Unit's contact card, as the guide's cover and page 6 give it")
    void theContactCard(String name, String value) {
        asTheGuideHasIt(name, value).body("items[-1].requirement", equalTo("GEN-CONTACT"));
    }

    @Test
    @DisplayName("SRCH-LINKS: the twelve sites of section 7, each a whole address")
    void theUsefulLinks() {
        facts("LINK")
                .body("items", hasSize(12))
                .body("items.requirement", everyItem(equalTo("SRCH-LINKS")))
                .body("items.value", everyItem(startsWith("http")))
                .body("items.title", hasItem("GSA eLibrary"));
        asTheGuideHasIt("link.codes-and-laws", "https://leginfo.legislature.ca.gov/");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "help.tty,              916-376-5127 (CALNET 480-5127)",
        "help.relay,            1-800-735-2922 or 7-1-1",
        "help.speech-to-speech, 1-800-854-7784"
    })
    @DisplayName("ADA-PHONES: the numbers that help, the relay service among them")
    void theHelpNumbers(String name, String value) {
        asTheGuideHasIt(name, value).body("items[-1].topic", equalTo("HELP_NUMBER"));
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
                .body("items[0].value", equalTo("https://www.sam.example.ca.gov"))
                .body("items[0].lastCheckedOn", equalTo("2026-11-02"))
                .body("items[1].value", not(equalTo("https://www.sam.example.ca.gov")))
                .body("items[-1].value", equalTo("https://www.dgs.ca.gov/Resources/SAM"))
                .body("items[-1].lastCheckedOn", nullValue());
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
        int before = given().get("/v1/program-facts/link.gsa").path("items.size()");
        put("link.gsa", """
                {"value": "%s", "source": "s", "statedOn": "%s", "lastCheckedOn": "%s"}""".formatted(value, statedOn, checkedOn))
                .statusCode(400)
                .body("errors.pointer", contains(pointer));
        given().get("/v1/program-facts/link.gsa").then().body("items", hasSize(before));
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
