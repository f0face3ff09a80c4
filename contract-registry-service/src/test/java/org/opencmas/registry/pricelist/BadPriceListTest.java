package org.opencmas.registry.pricelist;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencmas.registry.BadInput;
import org.opencmas.registry.Registry;
import org.opencmas.testkit.OwnerDatabase;
import org.opencmas.testkit.Tokens;

@QuarkusTest
@DisplayName("A price list that is not sound is refused with every fault of every row, and nothing is stored")
class BadPriceListTest extends BadInput {
    @Test
    void anImportNeedsTheRoleToo() {
        given().contentType("text/csv; charset=utf-8")
                .header("Idempotency-Key", "k")
                .body(HEADER)
                .post("/v1/price-list-imports?agreement=" + agreement)
                .then()
                .statusCode(401);
        given().auth()
                .oauth2(Tokens.contractor(UUID.randomUUID()))
                .contentType("text/csv; charset=utf-8")
                .header("Idempotency-Key", "k")
                .body(HEADER)
                .post("/v1/price-list-imports?agreement=" + agreement)
                .then()
                .statusCode(403);
    }

    @Test
    void aPriceListWithWrongHeaders() {
        problem(importList("item,description,unit,cost\nA,B,C,1\n"), 422, "price-list-refused")
                .body("errors.pointer", contains("/rows/1/item", "/rows/1/cost", "/rows/1/item_id", "/rows/1/price"));
    }

    @Test
    void aPriceListWithTextPricesDuplicatesNegativesSevenDecimalsAndFormulas() {
        problem(
                        importList(HEADER
                                + "A,Good one,each,1.00,,,\n"
                                + "B,Text,each,call us,,,\n"
                                + "A,Twice,each,1.00,,,\n"
                                + "C,Negative,each,-5.00,,,\n"
                                + "D,Precise,each,1.0000001,,,\n"
                                + "E,=1+1,each,1.00,,,\n"
                                + "F,Above base,each,10.01,10.00,,\n"),
                        422,
                        "price-list-refused")
                .body("totalFaults", equalTo(6))
                .body("rowsRead", equalTo(7))
                .body(
                        "errors.pointer",
                        contains(
                                "/rows/3/price",
                                "/rows/4/item_id",
                                "/rows/5/price",
                                "/rows/6/price",
                                "/rows/7/description",
                                "/rows/8/price"))
                .body("errors.remedy", everyItem(not(equalTo(null))));
    }

    @Test
    void aPriceListWhoseFaultComesAfterTenThousandGoodRows() {
        var file = new StringBuilder(HEADER);
        for (int i = 0; i < 12_000; i++) {
            file.append("I-").append(i).append(",Steel bolt number ").append(i).append(",each,1.00,,,GOODS\n");
        }
        problem(importList(file.append("X,Last,each,free,,,\n").toString()), 422, "price-list-refused")
                .body("errors", hasSize(1))
                .body("errors[0].pointer", equalTo("/rows/12002/price"));
    }

    @Test
    void aPriceListInLatin1AndInUtf16() {
        problem(
                        Registry.importList(
                                        agreement,
                                        0,
                                        (HEADER + "A,Café,each,1.00,,,\n").getBytes(StandardCharsets.ISO_8859_1))
                                .then(),
                        422,
                        "price-list-refused")
                .body("errors.pointer", contains("/rows/2/description"));
        problem(
                        Registry.importList(
                                        agreement,
                                        0,
                                        (HEADER + "A,Turf,each,1.00,,,\n").getBytes(StandardCharsets.UTF_16))
                                .then(),
                        422,
                        "price-list-refused")
                .body("errors[0].detail", containsString("UTF-16"));
    }

    @Test
    void aPriceListAnnouncedInAnotherCharsetOrType() {
        problem(
                Registry.analyst()
                        .contentType("text/csv; charset=iso-8859-1")
                        .body(HEADER.getBytes(StandardCharsets.ISO_8859_1))
                        .post("/v1/price-list-imports?agreement=" + agreement)
                        .then(),
                415,
                "charset-not-taken");
        Registry.analyst()
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/v1/price-list-imports?agreement=" + agreement)
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
    }

    @Test
    void aPriceListOfWhichNoTypeIsSaidIsReadAsCsv() throws Exception {
        var request = HttpRequest.newBuilder(URI.create(
                        "http://localhost:" + RestAssured.port + "/v1/price-list-imports?agreement=" + agreement))
                .header("Authorization", "Bearer " + Tokens.of("dgs-analyst"))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(HEADER + "A-1,Panel,each,1.00\n"))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("/rows/2", "has 4 cells where the header has 7");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/vnd.ms-excel", "application/vnd.ms-excel; charset=utf-8"})
    @DisplayName("A list announced as a spreadsheet is told what to send")
    void aPriceListAnnouncedAsASpreadsheet(String type) {
        problem(
                        Registry.analyst()
                                .contentType(type)
                                .body(HEADER.getBytes(StandardCharsets.UTF_8))
                                .post("/v1/price-list-imports?agreement=" + agreement)
                                .then(),
                        415,
                        "unsupported-media-type")
                .body("detail", containsString("Content-Type: text/csv; charset=utf-8"));
    }

    @Test
    void aPriceListLargerThanTheLimit() {
        Registry.importList(agreement, 0, new byte[9 << 20])
                .then()
                .statusCode(413)
                .contentType("application/problem+json");
    }

    @Test
    @DisplayName(
            "While one upload is taken in, another of the same agreement is told to come later, and leaves nothing")
    void twoUploadsAtOnce() throws Exception {
        try (Connection other = OwnerDatabase.dataSource().getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("select from agreement where cmas_number = '" + agreement + "' for no key update");
            problem(importList(HEADER + "A,Turf,each,1.00,,,\n"), 409, "agreement-being-changed");
            other.rollback();
        }
    }

    @Test
    @DisplayName("Prices cannot begin before the supplement takes effect, nor after the agreement's last day")
    void aPriceDateOutsideTheTerm() {
        for (String day : List.of("2025-12-31", "2029-01-01")) {
            problem(
                            Registry.analyst()
                                    .contentType("text/csv; charset=utf-8")
                                    .queryParam("agreement", agreement)
                                    .queryParam("effectiveFrom", day)
                                    .body(HEADER + "A,Turf,each,1.00,,,\n")
                                    .post("/v1/price-list-imports")
                                    .then(),
                            400,
                            "invalid-request")
                    .body("errors.parameter", contains("effectiveFrom"));
        }
    }

    @Test
    void anImportWhoseParametersAreWrong() {
        Registry.analyst()
                .contentType("text/csv; charset=utf-8")
                .body(HEADER)
                .post("/v1/price-list-imports?supplement=-1")
                .then()
                .statusCode(400)
                .body("errors.parameter", containsInAnyOrder("agreement", "supplement"));
        problem(Registry.importList("4-01-01-9999", 0, HEADER).then(), 404, "not-found");
        problem(Registry.importList(agreement, 7, HEADER).then(), 404, "not-found");
    }
}
