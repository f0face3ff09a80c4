package org.opencmas.order.purchaseorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
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
@DisplayName(
        "What an agency tells of its way to an order is stored, published and read back, and is not the contractor's to see")
class WhatTheAgencyTellsTest {
    private static final String TOLD = """
            "delivery": {"deliverBy": "2026-09-30", "servicesFrom": "2026-04-01", "servicesThrough": "2027-03-31"},
            "procurement": {
              "requestForOffer": {"reference": "RFO 7", "writtenOn": "2026-02-02", "statementOfWork": "annex B"},
              "contractorsAsked": [
                {"name": "First", "askedOn": "2026-02-03", "certified": true, "answer": "OFFER", "compared": true},
                {"name": "Second", "askedOn": "2026-02-03", "answer": "OFFER", "notComparedReason": "came late"},
                {"name": "Third", "askedOn": "2026-02-03"}],
              "bestValueSteps": [{"step": "REVIEW", "doneOn": "2026-02-20", "doneBy": "Ann Buyer"}],
              "agreementCopies": [{"cmasNumber": "#4-06-78-0031a", "supplementNumber": 2, "obtainedOn": "2026-02-01",
                "obtainedBy": "Ann Buyer", "checked": ["PRICES"], "extraApprovals": [{"name": "fire marshal"}]}],
              "clauses": {"acceptanceTesting": {"inRequest": true, "inOrder": true}}},
            """;

    private final UUID contractor = UUID.randomUUID();
    private UUID agency;

    @BeforeEach
    void registerAgency() {
        agency = Api.registeredAgency();
    }

    private String told(String number) {
        String line = Api.line("1", "4-06-78-0031A", "1", "5.00")
                .replaceFirst("\\{", "{\"kind\": \"SERVICES\", \"serviceCategory\": \"OTHER\", ");
        return Api.order(number, contractor, line).replaceFirst("\\{", "{" + TOLD);
    }

    @Test
    void itIsReadBackAsItWasTold() {
        UUID order = Api.placed(agency, told("PO-T1"));

        Api.read(agency, order)
                .then()
                .body("delivery.servicesThrough", equalTo("2027-03-31"))
                .body("lines[0].serviceCategory", equalTo("OTHER"))
                .body("procurement.requestForOffer.statementOfWork", equalTo("annex B"))
                .body("procurement.requestForOffer.verbal", equalTo(false))
                .body("procurement.contractorsAsked", hasSize(3))
                .body("procurement.contractorsAsked[1].notComparedReason", equalTo("came late"))
                .body("procurement.agreementCopies[0].cmasNumber", equalTo("4-06-78-0031A"))
                .body("procurement.clauses.acceptanceTesting.inOrder", equalTo(true));
    }

    @Test
    void itIsPublishedAsTheSchemaSays() throws IOException {
        UUID order = Api.placed(agency, told("PO-T2"));

        CloudEvent submitted = TopicProbe.ofServiceUnderTest()
                .await("cmas.orders", 1, Api.SOON, event -> event.aggregateId().equals(order.toString()))
                .getFirst();

        JsonSchemas.assertValid(
                Path.of("src/main/resources/events/order.submitted.v1.schema.json"), submitted.payload());
        JsonNode payload = new ObjectMapper().readTree(submitted.payload());
        assertThat(payload.at("/procurement/bestValueSteps/0/step").asText()).isEqualTo("REVIEW");
        assertThat(payload.at("/delivery/deliverBy").asText()).isEqualTo("2026-09-30");
    }

    @Test
    void theContractorSeesWhenToDeliverAndNotWhoElseWasAsked() {
        UUID order = Api.issued(agency, told("PO-T3"));

        Api.as(Tokens.contractor(contractor))
                .get("/v1/orders/{id}", order)
                .then()
                .statusCode(200)
                .body("delivery.deliverBy", equalTo("2026-09-30"))
                .body("$", not(hasKey("procurement")));
    }

    @Test
    void aPlainOrderTellsNothing() {
        UUID order = Api.placed(agency, Api.order("PO-T4", contractor, Api.line("1", "4-06-78-0031A", "1", "5.00")));

        Api.read(agency, order)
                .then()
                .body("$", not(hasKey("procurement")))
                .body("$", not(hasKey("delivery")))
                .body("lines[0]", not(hasKey("serviceCategory")));
    }

    @Test
    void aDraftAmendmentOfARejectionKeepsWhatWasTold() {
        UUID order = Api.issued(agency, told("PO-T5"));
        Api.act(Tokens.contractor(contractor), agency, order, "rejection", """
                        {"reasonCode": "PRICE", "pointer": "/lines/0/unitPrice", "rightValue": "4.00", "reason": "ours is lower"}
                        """)
                .then()
                .statusCode(200);

        Api.act(
                        Tokens.buyer(agency),
                        agency,
                        order,
                        "amendments",
                        "{\"fromRejection\": true, \"amendmentDate\": \"2026-03-05\"}")
                .then()
                .statusCode(201)
                .body("lines[0].unitPrice", equalTo("4.00"))
                .body("procurement.contractorsAsked", hasSize(3))
                .body("delivery.deliverBy", equalTo("2026-09-30"));
    }
}
