package org.opencmas.registry.document;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.registry.Registry;
import org.opencmas.testkit.Eventually;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.Tokens;
import org.opencmas.testkit.event.CloudEvent;
import org.opencmas.testkit.event.JsonSchemas;
import org.opencmas.testkit.event.TopicProbe;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("The registry holds the parts of an agreement's copy, says what is missing, and hands out the whole")
class DocumentTest {
    private static final int SEVERAL_PIECES = 700_000;

    private String number;

    @BeforeEach
    void register() {
        number = Registry.agreement("Documented Inc.");
    }

    private static byte[] pdf(String content) {
        return ("%PDF-1.7\n" + content).getBytes(StandardCharsets.UTF_8);
    }

    private ValidatableResponse upload(String part, int supplement, byte[] bytes) {
        return Registry.analyst()
                .contentType("application/pdf")
                .queryParam("part", part)
                .queryParam("supplement", supplement)
                .queryParam("title", part + " of the test")
                .body(bytes)
                .post("/v1/agreements/" + number + "/documents")
                .then();
    }

    private ValidatableResponse refer(String fields) {
        return Registry.post("/v1/agreements/" + number + "/documents/references", "{" + fields + "}")
                .then();
    }

    private ValidatableResponse documents() {
        return given().get("/v1/agreements/" + number + "/documents").then().statusCode(200);
    }

    private Map<String, byte[]> archive() throws IOException {
        byte[] bytes = given().get("/v1/agreements/" + number + "/documents/archive")
                .then()
                .statusCode(200)
                .contentType("application/zip")
                .header("Content-Disposition", equalTo("attachment; filename=\"" + number + "-copy.zip\""))
                .extract()
                .asByteArray();
        Map<String, byte[]> files = new HashMap<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    @Test
    @DisplayName(
            "CON-COPY-COMPLETE: part by part to the complete copy, with held and referenced parts, and one download of it")
    void partByPartToTheCompleteCopy() throws IOException {
        documents().body("completeness.complete", equalTo(false)).body("items", empty());
        byte[] cover = pdf("x".repeat(SEVERAL_PIECES));
        String id = upload("COVER_PAGES", 0, cover)
                .statusCode(201)
                .body("sha256", equalTo(DigestUtils.sha256Hex(cover)))
                .body("mediaType", equalTo("application/pdf"))
                .body("byteCount", equalTo(cover.length))
                .extract()
                .path("documentId");
        upload("TERMS_AND_CONDITIONS", 0, pdf("terms")).statusCode(201);
        upload("BASE_CONTRACT_TERMS", 0, pdf("base")).statusCode(201);
        documents()
                .body("completeness.complete", equalTo(false))
                .body("completeness.parts.findAll { it.presence == 'MISSING' }.part", contains("LISTING_AND_PRICES"));
        refer("""
                "part": "LISTING_AND_PRICES", "title": "Index", "link": "https://www.gsaelibrary.gsa.gov/x",
                "retrievedOn": "2026-11-02\"""").statusCode(201);
        documents()
                .body("completeness.complete", equalTo(true))
                .body("completeness.parts.presence", contains("HELD", "HELD", "HELD", "REFERENCED", "NOT_NEEDED"))
                .body("items", hasSize(4));

        byte[] got = given().get("/v1/agreements/" + number + "/documents/" + id + "/content")
                .then()
                .statusCode(200)
                .header("Content-Disposition", startsWith("attachment; filename=\"" + number))
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .contentType("application/octet-stream")
                .extract()
                .asByteArray();
        assertThat(got).isEqualTo(cover);

        Map<String, byte[]> files = archive();
        assertThat(files).hasSize(4);
        JsonNode manifest = new ObjectMapper().readTree(files.get("manifest.json"));
        assertThat(DigestUtils.sha256Hex(files.get("manifest.json")))
                .isEqualTo(documents().extract().path("manifestSha256"));
        manifest.path("documents").forEach(document -> {
            if (document.has("file")) {
                assertThat(DigestUtils.sha256Hex(files.get(document.path("file").asText())))
                        .isEqualTo(document.path("sha256").asText());
            } else {
                assertThat(document.path("link").asText()).isEqualTo("https://www.gsaelibrary.gsa.gov/x");
            }
        });
        CloudEvent recorded = TopicProbe.ofServiceUnderTest()
                .awaitOne("cmas.agreements", "agreement.document-recorded.v1", number, Eventually.PATIENCE);
        JsonSchemas.assertValid(
                Path.of("src/main/resources/events/agreement.document-recorded.v1.schema.json"), recorded.payload());
        assertThat(Registry.etag(number)).isEqualTo("\"5\"");
    }

    @Test
    @DisplayName("CON-COPY-COMPLETE: a supplement makes its document needed")
    void aSupplementMakesItsDocumentNeeded() {
        upload("SUPPLEMENTS", 0, pdf("s")).statusCode(400);
        upload("SUPPLEMENTS", 1, pdf("s")).statusCode(404);
        Registry.analyst()
                .header("If-Match", Registry.etag(number))
                .contentType(ContentType.JSON)
                .body("""
                        {"effectiveOn": "2026-07-01", "termStart": "2026-01-01", "termEnd": "2029-06-30",
                         "forUseBy": "STATE_ONLY", "nspProvision": false,
                         "baseContract": {"number": "GS-1", "type": "GSA", "holder": "H"}}""")
                .post("/v1/agreements/" + number + "/supplements")
                .then()
                .statusCode(201);
        documents().body("completeness.parts[4].missingSupplements", contains(1));
        upload("SUPPLEMENTS", 1, pdf("s")).statusCode(201);
        documents().body("completeness.parts[4].presence", equalTo("HELD"));
    }

    @Test
    void theSameBytesAreRecordedOnceInTheirPlaceAndHeldOnceForAll() throws Exception {
        byte[] bytes = pdf("the same in two places, " + UUID.randomUUID());
        String first = upload("COVER_PAGES", 0, bytes).statusCode(201).extract().path("documentId");
        upload("COVER_PAGES", 0, bytes).statusCode(200).body("documentId", equalTo(first));
        upload("TERMS_AND_CONDITIONS", 0, bytes).statusCode(201);
        documents().body("items", hasSize(2)).body("items.sha256.unique()", hasSize(1));

        byte[] atOnce = pdf("at once, " + UUID.randomUUID());
        var one = CompletableFuture.supplyAsync(
                () -> upload("BASE_CONTRACT_TERMS", 0, atOnce).extract().statusCode());
        var other = CompletableFuture.supplyAsync(
                () -> upload("BASE_CONTRACT_TERMS", 0, atOnce).extract().statusCode());
        assertThat(Arrays.asList(one.get(), other.get())).containsExactlyInAnyOrder(200, 201);
    }

    @Test
    void whatIsNoDocumentIsRefusedAndNothingIsKept() {
        upload("COVER_PAGES", 0, new byte[] {'M', 'Z', 0, 1, 2})
                .statusCode(415)
                .body("type", equalTo("/problems/document-type-not-taken"));
        upload("COVER_PAGES", 0, new byte[0]).statusCode(400);
        upload("COVER", 0, pdf("x")).statusCode(400);
        refer("""
                "part": "COVER_PAGES", "title": "T", "link": "javascript:alert(1)", "retrievedOn": "2026-11-02\"""").statusCode(400);
        refer("""
                "part": "COVER_PAGES", "title": "T", "link": "https://a.b/c", "retrievedOn": "2199-11-02\"""").statusCode(400).body("errors.pointer", contains("/retrievedOn"));
        documents().body("items", empty());
    }

    @Test
    @DisplayName("the version that a buyer got is recorded: the supplement in force and the copy's hash")
    void theVersionThatABuyerGotIsRecorded() {
        upload("COVER_PAGES", 0, pdf("first")).statusCode(201);
        String hash = documents().extract().path("manifestSha256");
        UUID agency = UUID.randomUUID();
        obtain(agency)
                .statusCode(201)
                .body("supplementNumber", equalTo(0))
                .body("manifestSha256", equalTo(hash))
                .body("complete", equalTo(false));
        upload("COVER_PAGES", 0, pdf("second")).statusCode(201);
        obtain(agency).statusCode(201);
        obtained(agency).body("items", hasSize(2)).body("items[1].manifestSha256", equalTo(hash));
        obtained(UUID.randomUUID()).body("items", empty());
        given().get("/v1/agreements/" + number + "/copies").then().statusCode(401);
    }

    private ValidatableResponse obtain(UUID agency) {
        return given().auth()
                .oauth2(Tokens.buyer(agency))
                .header("Idempotency-Key", UUID.randomUUID())
                .post("/v1/agreements/" + number + "/copies")
                .then();
    }

    private ValidatableResponse obtained(UUID agency) {
        return given().auth()
                .oauth2(Tokens.buyer(agency))
                .get("/v1/agreements/" + number + "/copies")
                .then()
                .statusCode(200);
    }

    @Test
    @DisplayName(
            "CON-COPY-COMPLETE: a withdrawn document is listed with its hash and reason, and is no part of the copy")
    void aWithdrawnDocument() throws IOException {
        byte[] cover = pdf("without the last page");
        String id = upload("COVER_PAGES", 0, cover).statusCode(201).extract().path("documentId");
        withdraw(id, "Last page is missing")
                .statusCode(200)
                .body("sha256", equalTo(DigestUtils.sha256Hex(cover)))
                .body("withdrawal.reason", equalTo("Last page is missing"))
                .body("content", equalTo(null));
        withdraw(id, "Last page is missing").statusCode(200);
        withdraw(id, "Another one").statusCode(409).body("type", equalTo("/problems/document-withdrawn"));
        withdraw(UUID.randomUUID().toString(), "x").statusCode(404);

        documents()
                .body("items.sha256", contains(DigestUtils.sha256Hex(cover)))
                .body("items[0].withdrawal.reason", equalTo("Last page is missing"))
                .body("completeness.parts[0].presence", equalTo("MISSING"));
        assertThat(archive().keySet()).containsExactly("manifest.json");
        given().get("/v1/agreements/" + number + "/documents/" + id + "/content")
                .then()
                .statusCode(404);
        upload("COVER_PAGES", 0, cover).statusCode(409).body("type", equalTo("/problems/document-withdrawn"));
        upload("COVER_PAGES", 0, pdf("whole")).statusCode(201);
        documents().body("completeness.parts[0].presence", equalTo("HELD")).body("items", hasSize(2));

        CloudEvent withdrawn = TopicProbe.ofServiceUnderTest()
                .awaitOne("cmas.agreements", "agreement.document-withdrawn.v1", number, Eventually.PATIENCE);
        JsonSchemas.assertValid(
                Path.of("src/main/resources/events/agreement.document-withdrawn.v1.schema.json"), withdrawn.payload());
    }

    private ValidatableResponse withdraw(String documentId, String reason) {
        return Registry.post(
                        "/v1/agreements/" + number + "/documents/" + documentId + "/withdrawal",
                        "{\"reason\": \"" + reason + "\"}")
                .then();
    }
}
