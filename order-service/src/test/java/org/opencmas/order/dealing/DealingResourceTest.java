package org.opencmas.order.dealing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opencmas.order.Api;
import org.opencmas.terms.ProgramCalendar;
import org.opencmas.testkit.DatabaseRights;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.Tokens;
import org.opencmas.testkit.event.JsonSchemas;
import org.opencmas.testkit.event.TopicProbe;

/**
 * ORD-DISPATCH, ORD-FORM-LOCAL, ORD-CORRECT-FIRST-CONTACT, ORD-TERM-NEGOTIATED and ORD-REJECT-INACCURATE over HTTP: recorded, shown to
 * those concerned, and nothing is blocked by them.
 */
@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
class DealingResourceTest {
    private static final String DISPATCH = """
            {"method": "FAX", "sentOn": "2026-03-03", "sentTo": "916 555 0100", "form": "City of Test PO, rev. 7"}""";
    private static final String CONTACT = """
            {"spokeWith": "C. Seller", "contactedOn": "2026-03-04", "about": "Line 1 has last year's price."}""";
    private static final String PROVISION = """
            {"text": "Ten days' notice at a milestone.", "acceptedByAgency": "A. Buyer", "agencyAcceptedOn": "2026-02-27",
             "acceptedByContractor": "C. Seller", "contractorAcceptedOn": "2026-02-28"}""";

    @Inject
    DataSource application;

    private UUID agency;
    private final UUID contractor = UUID.randomUUID();

    @BeforeEach
    void registerAnAgency() {
        agency = Api.registeredAgency();
    }

    @Test
    void anIssuedOrdersDispatchIsRecordedOnWhateverFormTheAgencyUses() {
        UUID order = issued();

        record(order, "dispatches", DISPATCH)
                .statusCode(201)
                .body("kind", equalTo("DISPATCH"))
                .body("happenedOn", equalTo("2026-03-03"))
                .body("dispatch.method", equalTo("FAX"))
                .body("dispatch.form", equalTo("City of Test PO, rev. 7"))
                .body("contact", nullValue());
        record(order, "dispatches", "{\"method\": \"EMAIL\", \"sentOn\": \"2026-03-02\", \"sentTo\": \"a@b.example\"}")
                .statusCode(201)
                .body("dispatch.form", nullValue());

        Api.as(Tokens.contractor(contractor))
                .get("/v1/orders/{id}/dealings", order)
                .then()
                .statusCode(200)
                .body("items.dispatch.method", contains("FAX", "EMAIL"));
    }

    @Test
    void whatWasNotIssuedIsNotSent() {
        record(draft(), "dispatches", DISPATCH)
                .statusCode(409)
                .body("type", equalTo("/problems/order-not-issued"))
                .body("state", equalTo("DRAFT"));
    }

    @Test
    void everyFaultIsNamedAtOnceAndNothingIsKept() {
        UUID order = issued();
        LocalDate tomorrow = ProgramCalendar.dateOf(java.time.Instant.now()).plusDays(1);

        record(order, "dispatches", "{\"method\": \"PIGEON\", \"sentOn\": \"2026-03-01\", \"sentTo\": \" \"}")
                .statusCode(400)
                .body("errors.pointer", hasItems("/method", "/sentOn", "/sentTo"));
        record(order, "contacts", CONTACT.replace("2026-03-04", tomorrow.toString()))
                .statusCode(400)
                .body("errors.pointer", contains("/contactedOn"));
        record(order, "contacts", "{}")
                .statusCode(400)
                .body("errors.pointer", hasItems("/spokeWith", "/contactedOn", "/about"));
        list(order).body("items", hasSize(0));
    }

    @Test
    void aContactIsTheAgencysOwnNote() {
        UUID order = issued();

        record(order, "contacts", CONTACT).statusCode(201).body("contact.spokeWith", equalTo("C. Seller"));

        list(order).body("items.kind", contains("CONTACT"));
        Api.as(Tokens.contractor(contractor))
                .get("/v1/orders/{id}/dealings", order)
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
        Api.as(Tokens.of("auditor"))
                .get("/v1/orders/{id}/dealings", order)
                .then()
                .statusCode(200)
                .body("items.kind", contains("CONTACT"));
    }

    @Test
    void aFurtherTerminationProvisionIsAgreedBeforeTheIssueAndNotAfterIt() {
        record(draft(), "negotiated-provisions", PROVISION)
                .statusCode(201)
                .body("happenedOn", equalTo("2026-02-28"))
                .body("negotiatedProvision.acceptedByContractor", equalTo("C. Seller"));
        record(issued(), "negotiated-provisions", PROVISION)
                .statusCode(409)
                .body("type", equalTo("/problems/order-issued-already"))
                .body("rule", equalTo("ORD-TERM-NEGOTIATED"));
    }

    @Test
    void aRepeatedRequestRecordsOnce() {
        UUID order = issued();
        String key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            Api.as(Tokens.buyer(agency))
                    .header("Idempotency-Key", key)
                    .body(DISPATCH)
                    .post("/v1/orders/{id}/dispatches", order)
                    .then()
                    .statusCode(201);
        }

        list(order).body("items", hasSize(1));
    }

    @Test
    void aListIsReadPageByPage() {
        UUID order = issued();
        for (int day = 10; day < 15; day++) {
            record(order, "contacts", CONTACT.replace("2026-03-04", "2026-03-" + day))
                    .statusCode(201);
        }

        String next = Api.as(Tokens.buyer(agency))
                .get("/v1/orders/{id}/dealings?limit=3", order)
                .then()
                .statusCode(200)
                .body("items.happenedOn", contains("2026-03-10", "2026-03-11", "2026-03-12"))
                .extract()
                .path("next");
        Api.as(Tokens.buyer(agency))
                .urlEncodingEnabled(false)
                .get(next)
                .then()
                .statusCode(200)
                .body("items.happenedOn", contains("2026-03-13", "2026-03-14"))
                .body("next", nullValue());
    }

    @Test
    void theContractorsAnswerIsWaitedForFromTheRecordedDispatch() {
        UUID order = issued();
        LocalDate today = ProgramCalendar.dateOf(java.time.Instant.now());
        answer(draft()).body("state", equalTo("NOT_ISSUED")).body("overdue", equalTo(false));
        answer(order)
                .body("state", equalTo("WAITING"))
                .body("receivedOn", equalTo("2026-03-02"))
                .body("targetOn", equalTo("2026-03-03"))
                .body("overdue", equalTo(true));
        record(order, "dispatches", DISPATCH.replace("2026-03-03", today.toString()))
                .statusCode(201);
        answer(order)
                .body("state", equalTo("WAITING"))
                .body("receivedOn", equalTo(today.toString()))
                .body("businessDays", equalTo(0))
                .body("overdue", equalTo(false));

        Api.act(Tokens.contractor(contractor), agency, order, "rejection", """
                {"reasonCode": "OTHER", "reason": "no such item"}""")
                .then()
                .statusCode(200);

        answer(order)
                .body("state", equalTo("REJECTED"))
                .body("answeredOn", equalTo(today.toString()))
                .body("overdue", equalTo(false));
    }

    @Test
    void othersNewsOfADealingIsWhatItsSchemaPromises() {
        UUID order = issued();
        String dealing = record(order, "dispatches", DISPATCH).extract().path("dealingId");

        String payload = TopicProbe.ofServiceUnderTest()
                .awaitOne("cmas.order-dealings", "order-dealing.recorded.v1", UUID.fromString(dealing), Api.SOON)
                .payload();

        JsonSchemas.assertValid(Path.of("src/main/resources/events/order-dealing.recorded.v1.schema.json"), payload);
    }

    @Test
    void theDatabaseKeepsWhatWasRecorded() {
        UUID order = issued();
        record(order, "dispatches", DISPATCH).statusCode(201);

        for (String change : new String[] {"update order_dealing set recorded_by = 'x'", "delete from order_dealing"}) {
            assertThatThrownBy(() -> DatabaseRights.rows(application, change))
                    .hasMessageContaining("permission denied");
        }
    }

    private UUID issued() {
        return Api.issued(agency, Api.order(number(), contractor, Api.line("1", "3-26-01-1001", "2", "10.00")));
    }

    private UUID draft() {
        String order = Api.order(number(), contractor, Api.line("1", "3-26-01-1001", "2", "10.00"));
        return UUID.fromString(Api.place(agency, order.replaceFirst("\\{", "{\"draft\": true, "))
                .then()
                .statusCode(201)
                .extract()
                .path("orderId"));
    }

    private static String number() {
        return "PO-" + UUID.randomUUID().toString().substring(0, 8);
    }

    private ValidatableResponse record(UUID order, String kind, String body) {
        return Api.acting(Tokens.buyer(agency))
                .body(body)
                .post("/v1/orders/{id}/" + kind, order)
                .then();
    }

    private ValidatableResponse list(UUID order) {
        return Api.as(Tokens.buyer(agency))
                .get("/v1/orders/{id}/dealings", order)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse answer(UUID order) {
        return Api.as(Tokens.buyer(agency))
                .get("/v1/orders/{id}/contractor-answer", order)
                .then()
                .statusCode(200);
    }
}
