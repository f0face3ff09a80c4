package org.opencmas.registry.agreement;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.registry.Registry;
import org.opencmas.tenant.Tenant;
import org.opencmas.testkit.DatabaseRights;
import org.opencmas.testkit.OwnerDatabase;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.Tokens;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("An agreement and a supplement are drafted by one person, hidden, and put in force by another")
class AgreementDraftTest {
    private static final String APPROVER = Tokens.of("dgs-approver");
    private static final String BOTH = Tokens.person("one-person", "dgs-analyst", "dgs-approver");
    private static final String BASE =
            ", \"baseContract\": {\"number\": \"GS-1\", \"type\": \"GSA\", \"holder\": \"H\"}";

    @Inject
    DataSource application;

    private String number;
    private String contractor;

    @BeforeEach
    void aNewNumber() {
        number = Registry.freshNumber();
        contractor = Registry.contractor("Drafted Inc.");
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token).header("Idempotency-Key", UUID.randomUUID());
    }

    private String agreementWithout(String base) {
        return """
                {"cmasNumber": "#%s", "contractorId": "%s", "termStart": "2026-01-01", "termEnd": "2028-12-31",
                 "forUseBy": "STATE_ONLY", "nspProvision": false, "categories": ["OTHER_GOODS"]%s}
                """.formatted(number, contractor, base);
    }

    private static String supplement(String effectiveOn, String more) {
        return """
                {"effectiveOn": "%s", "termStart": "2026-01-01", "termEnd": "2029-12-31", "forUseBy": "STATE_ONLY",
                 "nspProvision": false%s%s}
                """.formatted(effectiveOn, more, BASE);
    }

    private String drafted(String path, String body) {
        return as(BOTH).contentType(ContentType.JSON)
                .body(body)
                .post(path)
                .then()
                .statusCode(201)
                .header("ETag", equalTo("\"1\""))
                .body("state", equalTo("DRAFT"))
                .extract()
                .path("draftId");
    }

    private String draftedSupplement() {
        return supplementDraft(Registry.etag(number)).statusCode(201).extract().path("draftId");
    }

    private ValidatableResponse supplementDraft(String seen) {
        RequestSpecification analyst = as(BOTH).contentType(ContentType.JSON);
        return (seen.isEmpty() ? analyst : analyst.header("If-Match", seen))
                .body(supplement("2026-07-01", ""))
                .post("/v1/agreements/" + number + "/supplement-drafts")
                .then();
    }

    private static ValidatableResponse activate(String token, String draft) {
        return as(token)
                .header("If-Match", "\"1\"")
                .post("/v1/agreement-drafts/" + draft + "/activation")
                .then();
    }

    private static Response get(String path) {
        return given().auth().oauth2(APPROVER).get(path);
    }

    @Test
    void aDraftIsSeenByTheDepartmentOnlyUntilAnotherPersonActivatesIt() throws SQLException {
        String draft = drafted("/v1/agreement-drafts", agreementWithout(BASE));
        String place = "/v1/agreement-drafts/" + draft;

        given().get("/v1/agreements/" + number).then().statusCode(404);
        given().queryParam("contractor", "Drafted Inc.")
                .get("/v1/agreements")
                .then()
                .body("items.cmasNumber", not(hasItem(number)));
        given().get("/v1/cmas-numbers/" + number).then().body("agreement", nullValue());
        given().get(place).then().statusCode(401);
        for (String role : List.of("agency-buyer", "contractor", "compliance-reviewer", "exemption-reviewer")) {
            given().auth().oauth2(Tokens.of(role)).get(place).then().statusCode(403);
        }
        Tenant agency = Tenant.of(Optional.of(UUID.randomUUID()), Optional.empty());
        String rows = "select id::text from agreement_draft where id = '" + draft + "'";
        assertThat(agency.<List<String>, SQLException>during(() -> DatabaseRights.rows(application, rows)))
                .isEmpty();
        assertThat(Tenant.ALL.<List<String>, SQLException>during(() -> DatabaseRights.rows(application, rows)))
                .containsExactly(draft);
        assertThat(journalled()).isEmpty();

        activate(APPROVER, draft)
                .statusCode(200)
                .body("state", equalTo("ACTIVATED"))
                .body("decidedBy", equalTo("dgs-approver"))
                .body("draftedBy", equalTo("one-person"))
                .body("supplementNumber", equalTo(0))
                .body("agreement", equalTo("/v1/agreements/" + number));
        given().get("/v1/agreements/" + number)
                .then()
                .statusCode(200)
                .body("status", equalTo("ACTIVE"))
                .body("rawNumber", equalTo("#" + number));
        assertThat(journalled()).containsExactly("agreement.registered.v1");
        activate(APPROVER, draft).statusCode(412);
        as(APPROVER)
                .header("If-Match", "\"2\"")
                .post(place + "/activation")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/draft-decided"));
    }

    private List<String> journalled() throws SQLException {
        return DatabaseRights.rows(
                OwnerDatabase.dataSource(),
                "select event_type from journal where aggregate_id = '" + number + "' order by aggregate_version");
    }

    @Test
    @DisplayName("GEN-NOT-A-BID-PROGRAM: a draft without a base contract is kept, and not activated")
    void aDraftWithoutABaseContractIsNotActivated() {
        String draft = drafted("/v1/agreement-drafts", agreementWithout(""));
        get("/v1/agreement-drafts/" + draft + "/preview").then().statusCode(422);
        activate(APPROVER, draft)
                .statusCode(422)
                .body("type", equalTo("/problems/agreement-refused"))
                .body("errors.pointer", hasItem("/baseContract"));
        get("/v1/agreement-drafts/" + draft)
                .then()
                .body("state", equalTo("DRAFT"))
                .header("ETag", equalTo("\"1\""));
        given().get("/v1/agreements/" + number).then().statusCode(404);

        as(BOTH).contentType(ContentType.JSON)
                .header("If-Match", "\"1\"")
                .body("{\"reason\": \"no base contract\"}")
                .post("/v1/agreement-drafts/" + draft + "/withdrawal")
                .then()
                .statusCode(200)
                .body("state", equalTo("WITHDRAWN"))
                .body("reason", equalTo("no base contract"));
        activate(APPROVER, drafted("/v1/agreement-drafts", agreementWithout(BASE)))
                .statusCode(200);
    }

    @Test
    @DisplayName("CON-NSP-FLAG: a draft with the NSP provision for consulting services alone is refused at once")
    void aDraftThatBreaksAnotherRuleIsRefusedAtOnce() {
        String nsp = agreementWithout(BASE)
                .replace("\"nspProvision\": false", "\"nspProvision\": true")
                .replace("OTHER_GOODS", "CONSULTING_SERVICES");
        as(BOTH).contentType(ContentType.JSON)
                .body(nsp)
                .post("/v1/agreement-drafts")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/nspProvision"));
    }

    @Test
    void nobodyActivatesWhatTheyDraftedAndTheDatabaseRefusesItToo() {
        String draft = drafted("/v1/agreement-drafts", agreementWithout(BASE));
        activate(BOTH, draft).statusCode(409).body("type", equalTo("/problems/second-person-needed"));
        String alone = "update agreement_draft set state = 'ACTIVATED', decided_at = now(), decided_by = drafted_by,"
                + " supplement_number = 0 where id = '" + draft + "'";
        assertThatThrownBy(() -> execute(alone)).hasMessageContaining("activated_by_a_second_person");
        assertThatThrownBy(() -> execute("update agreement_draft set new_agreement = '{}' where id = '" + draft + "'"))
                .hasMessageContaining("stays as it is");
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = OwnerDatabase.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void oneDraftOfANumberIsOpenAtATime() {
        String draft = drafted("/v1/agreement-drafts", agreementWithout(BASE));
        as(BOTH).contentType(ContentType.JSON)
                .body(agreementWithout(BASE))
                .post("/v1/agreement-drafts")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/draft-open"))
                .body("location", equalTo("/v1/agreement-drafts/" + draft));
        activate(APPROVER, draft).statusCode(200);
        as(BOTH).contentType(ContentType.JSON)
                .body(agreementWithout(BASE))
                .post("/v1/agreement-drafts")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/agreement-exists"));
        get("/v1/agreement-drafts?cmasNumber=" + number + "&state=ACTIVATED")
                .then()
                .body("items.draftId", contains(draft));
        get("/v1/agreement-drafts?cmasNumber=" + number + "&state=DRAFT").then().body("items", empty());
    }

    @Test
    @DisplayName(
            "CON-SUPPLEMENT: a drafted supplement moves nothing of the agreement until another person activates it")
    void aDraftedSupplementMovesNothing() {
        number = Registry.agreement("Drafted Inc.");
        String etag = Registry.etag(number);
        String draft = draftedSupplement();
        assertThat(Registry.etag(number)).isEqualTo(etag);
        get("/v1/agreement-drafts/" + draft + "/preview")
                .then()
                .statusCode(200)
                .body("agreement.termEnd", equalTo("2029-12-31"))
                .body("differences.field", hasItem("termEnd"));
        given().get("/v1/agreements/" + number + "/supplements").then().body("items.supplementNumber", contains(0));

        activate(BOTH, draft).statusCode(409);
        activate(APPROVER, draft).statusCode(200).body("supplementNumber", equalTo(1));
        given().queryParam("asOf", "2026-07-01")
                .get("/v1/agreements/" + number)
                .then()
                .body("supplementNumber", equalTo(1))
                .body("termEnd", equalTo("2029-12-31"));
    }

    @Test
    @DisplayName("CON-SUPPLEMENT: a draft that does not know a later supplement is not activated over it")
    void anOutdatedDraftIsNotActivated() {
        number = Registry.agreement("Drafted Inc.");
        String draft = draftedSupplement();
        Registry.analyst()
                .header("If-Match", Registry.etag(number))
                .contentType(ContentType.JSON)
                .body(supplement("2026-08-01", ""))
                .post("/v1/agreements/" + number + "/supplements")
                .then()
                .statusCode(201);
        activate(APPROVER, draft)
                .statusCode(409)
                .body("type", equalTo("/problems/draft-outdated"))
                .body("latestSupplement", equalTo(1))
                .body("detail", containsString("draft anew"));
        given().get("/v1/agreements/" + number + "/supplements").then().body("items.supplementNumber", contains(0, 1));
    }

    @Test
    @DisplayName("CON-SUPPLEMENT: a supplement that was written on another version of the agreement is not drafted")
    void aSupplementOfAnAgreementThatChangedIsNotDrafted() {
        number = Registry.agreement("Drafted Inc.");
        String seen = Registry.etag(number);
        supplementDraft("").statusCode(428);
        Registry.analyst()
                .header("If-Match", seen)
                .contentType(ContentType.JSON)
                .body("{\"status\": \"SUSPENDED\", \"reason\": \"looked into\"}")
                .post("/v1/agreements/" + number + "/status-changes")
                .then()
                .statusCode(201);
        supplementDraft(seen).statusCode(412);
        get("/v1/agreement-drafts?cmasNumber=" + number).then().body("items", empty());
        supplementDraft(Registry.etag(number)).statusCode(201);
    }

    @Test
    @DisplayName("CON-SUPPLEMENT: two supplements of one day overlap, unless one says that it replaces the other")
    void supplementsOfOneDayOverlap() {
        number = Registry.agreement("Drafted Inc.");
        add(supplement("2026-07-01", "")).statusCode(201);
        add(supplement("2026-07-01", ""))
                .statusCode(409)
                .body("type", equalTo("/problems/supplements-overlap"))
                .body("supplementNumber", equalTo(1));
        add(supplement("2026-07-01", ", \"replaces\": 0")).statusCode(409);
        add(supplement("2026-07-02", ", \"replaces\": 1"))
                .statusCode(400)
                .body("errors.pointer", contains("/replaces"));
        add(supplement("2026-07-01", ", \"replaces\": 1")).statusCode(201).body("supplementNumber", equalTo(2));
        add(supplement("2026-01-01", "")).statusCode(409).body("supplementNumber", equalTo(0));
        add(supplement("2026-01-01", ", \"replaces\": 0")).statusCode(201);
        given().get("/v1/agreements/" + number + "/supplements")
                .then()
                .body("items.supplementNumber", contains(0, 1, 2, 3));
    }

    private ValidatableResponse add(String body) {
        return Registry.analyst()
                .header("If-Match", Registry.etag(number))
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/agreements/" + number + "/supplements")
                .then();
    }
}
