package org.opencmas.order.file;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.opencmas.order.Api.acting;
import static org.opencmas.order.Api.as;
import static org.opencmas.order.Api.line;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.order.Api;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.Tokens;
import org.opencmas.testkit.event.CloudEvent;
import org.opencmas.testkit.event.JsonSchemas;
import org.opencmas.testkit.event.TopicProbe;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("DOC-FILE: an agency says from which day on what belongs in the files of all its orders")
class FileListTest {
    private static final String LIST = """
            {"validFrom": "%s", "retentionRule": "Seven years", "items": [{"item": "rfo"}, {"item": "PURCHASE_ORDER", "title": "The order"},
             {"item": "%s"}]}
            """;

    private final UUID contractor = UUID.randomUUID();
    private UUID agency = contractor;

    private ValidatableResponse make(String token, String body) {
        return acting(token)
                .body(body)
                .post("/v1/agencies/{id}/file-lists", agency)
                .then();
    }

    private ValidatableResponse checklist(String number, String orderDate) {
        UUID order = Api.placed(
                agency,
                Api.order(number, contractor, line("1", "4-06-78-0031A", "1", "10.00"))
                        .replace("2026-03-02", orderDate));
        return as(Tokens.buyer(agency))
                .get("/v1/orders/{id}/file-checklist", order)
                .then()
                .statusCode(200);
    }

    @Test
    void aListCountsFromItsDayOn() {
        agency = Api.registeredAgency();
        String approver = Api.person(agency, "manager");
        String first = make(approver, LIST.formatted("2026-03-02", "Site photographs"))
                .statusCode(201)
                .body("items.title", contains("Request for offer", "The order", "Site photographs"))
                .body("items.item", contains("RFO", "PURCHASE_ORDER", "Site photographs"))
                .extract()
                .path("listId");
        make(approver, LIST.formatted("2026-04-01", "Floor plan")).statusCode(201);
        String again = make(approver, LIST.formatted("2026-04-01", "Site plan"))
                .statusCode(201)
                .extract()
                .path("listId");

        checklist("PO-1", "2026-03-01")
                .body("items", hasSize(13))
                .body("listValidFrom", nullValue())
                .body("retentionRule", nullValue());
        checklist("PO-2", "2026-03-02")
                .body("listValidFrom", equalTo("2026-03-02"))
                .body("retentionRule", equalTo("Seven years"))
                .body("items.item", contains("RFO", "PURCHASE_ORDER", "Site photographs"))
                .body("items.state", contains("MISSING", "PRESENT", "MISSING"))
                .body("complete", equalTo(false));
        checklist("PO-3", "2026-03-31").body("items.item", contains("RFO", "PURCHASE_ORDER", "Site photographs"));
        checklist("PO-4", "2026-04-01").body("items.item", contains("RFO", "PURCHASE_ORDER", "Site plan"));

        as(approver)
                .get("/v1/agencies/{id}/file-lists?limit=2", agency)
                .then()
                .body("items", hasSize(2))
                .body("items[0].listId", equalTo(again));
        String next =
                as(approver).get("/v1/agencies/{id}/file-lists?limit=2", agency).path("next");
        as(approver).get(next).then().body("items.listId", contains(first)).body("next", nullValue());
        CloudEvent told = TopicProbe.ofServiceUnderTest()
                .awaitOne("cmas.agency-file-lists", "file-list.recorded.v1", first, Api.SOON);
        JsonSchemas.assertValid(Path.of("src/main/resources/events/file-list.recorded.v1.schema.json"), told.payload());
    }

    @Test
    void whatIsNoListIsRefusedAndNobodyMakesAnothersList() {
        agency = Api.registeredAgency();
        String approver = Api.person(agency, "manager");
        make(approver, "{\"items\": [{\"item\": \"RFO\"}, {\"item\": \" rfo\"}, {}]}")
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/validFrom", "/items/1/item", "/items/2/item"));
        make(approver, "{\"validFrom\": \"2026-03-02\", \"items\": []}")
                .statusCode(400)
                .body("errors.pointer", contains("/items"));
        make(Api.person(UUID.randomUUID(), "stranger"), LIST.formatted("2026-03-02", "X"))
                .statusCode(404);
        as(Tokens.buyer(UUID.randomUUID()))
                .get("/v1/agencies/{id}/file-lists", agency)
                .then()
                .statusCode(404);
        as(Tokens.contractor(contractor))
                .get("/v1/agencies/{id}/file-lists", agency)
                .then()
                .statusCode(403);
        as(approver).get("/v1/agencies/{id}/file-lists", agency).then().body("items", hasSize(0));
    }
}
