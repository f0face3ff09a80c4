package org.opencmas.registry.agreement;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.registry.Registry;

@QuarkusTest
@DisplayName("What an agreement and its contractor are known to be, a buyer finds and reads")
class AgreementFactsTest {
    private static String registered(String contractorId, String change, String into) {
        return Registry.post(
                        "/v1/agreements",
                        Registry.agreementBody(Registry.freshNumber(), contractorId)
                                .replace(change, into))
                .then()
                .statusCode(201)
                .extract()
                .path("cmasNumber");
    }

    private static ValidatableResponse agreement(String number) {
        return given().get("/v1/agreements/" + number).then().statusCode(200);
    }

    private static String freshName() {
        return "Facts " + UUID.randomUUID().toString().substring(0, 8);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "'\"acceptsCalCard\": true,',  true",
        "'\"acceptsCalCard\": false,', false",
        "'',                           ",
    })
    @DisplayName("CON-CALCARD-ACCEPT: an agreement says whether the card is taken, or that nobody said so")
    void whetherTheCardIsTaken(String said, Boolean answered) {
        String number =
                registered(Registry.contractor(freshName()), "\"acceptsCalCard\": true,", said == null ? "" : said);
        agreement(number).body("acceptsCalCard", equalTo(answered));
    }

    @Test
    @DisplayName(
            "CON-SBDVBE-ON-CMAS: what the agreement prints of a certification stays beside what was looked up since")
    void thePrintedCertification() {
        String contractor = Registry.contractorOf("""
                {"legalName": "%s", "certificates": [{"type": "SB", "number": "1234567", "validFrom": "2025-06-01",
                 "validThrough": "2026-05-31", "source": "Cal eProcure", "checkedOn": "2026-01-05"}]}""".formatted(freshName()));
        String number = registered(contractor, "", "");
        agreement(number)
                .body("listedCertifications.type", contains("SB"))
                .body("listedCertifications.number", contains("1234567"))
                .body("listedCertifications.validThrough", contains("2027-05-31"));
        given().get("/v1/contractors/" + contractor)
                .then()
                .body("certificates.validThrough", contains("2026-05-31"))
                .body("certificates.source", contains("Cal eProcure"))
                .body("certificates.checkedOn", contains("2026-01-05"));
    }

    @ParameterizedTest(name = "{0} on {1}: found {2}")
    @CsvSource({
        "SB,   2026-02-28, false",
        "SB,   2026-03-01, true",
        "SB,   2026-06-30, true",
        "SB,   2026-07-01, false",
        "DVBE, 2026-03-01, false"
    })
    @DisplayName(
            "SRCH-SBDVBE: only who holds a certificate valid on the day is listed as certified, both ends included")
    void whoIsCertifiedOnTheDay(String type, String day, boolean found) {
        String name = freshName();
        String contractor = Registry.contractorOf("""
                {"legalName": "%s", "certificates": [{"type": "SB", "number": "7", "validFrom": "2026-03-01",
                 "validThrough": "2026-06-30", "source": "Cal eProcure", "checkedOn": "2026-03-01"}]}""".formatted(name));
        String number = registered(contractor, "", "");
        given().queryParam("contractor", name)
                .queryParam("certification", type)
                .queryParam("asOf", day)
                .get("/v1/agreements")
                .then()
                .statusCode(200)
                .body("items.cmasNumber", found ? contains(number) : empty());
    }

    @Test
    @DisplayName("SRCH-DETAIL: each agreement that is found leads to its own details")
    void whatIsFoundLeadsToItsDetails() {
        String name = freshName();
        String contractor = Registry.contractor(name);
        List<String> numbers = List.of(registered(contractor, "", ""), registered(contractor, "", ""));
        List<String> links = given().queryParam("contractor", name)
                .get("/v1/agreements")
                .then()
                .statusCode(200)
                .extract()
                .path("items.agreement");
        List<String> led = links.stream()
                .map(link -> given().get(link).then().statusCode(200).extract().<String>path("cmasNumber"))
                .toList();
        assertThat(led).containsExactlyInAnyOrderElementsOf(numbers);
    }
}
