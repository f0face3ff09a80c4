package org.opencmas.order.purchaseorder.acts;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;
import static org.opencmas.order.Api.line;
import static org.opencmas.order.Api.order;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.order.Api;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.Tokens;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("An amendment or a rejection that cannot be is refused whole")
class OrderActRefusalTest {
    private final UUID contractor = UUID.randomUUID();
    private UUID agency;
    private String buyer;

    @BeforeEach
    void registerAgency() {
        agency = Api.registeredAgency();
        buyer = Tokens.buyer(agency);
    }

    private String simple(String number) {
        return order(number, contractor, line("1", "4-06-78-0031A", "2", "10.00"));
    }

    @Test
    @DisplayName("ORD-AMEND-NUMBER: a new order number is refused as an amendment; so is a gap")
    void anAmendmentKeepsWhatNamesTheOrder() {
        UUID orderId = Api.issued(agency, simple("PO-1"));
        String lines = line("1", "4-06-78-0031A", "3", "10.00");
        String amendment = "{\"amendmentDate\": \"2026-03-03\", \"reason\": \"more\", %s \"lines\": [" + lines + "]}";
        Api.act(buyer, agency, orderId, "amendments", amendment.formatted("\"agencyOrderNumber\": \"PO-9\","))
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/amendment-keeps-order-number"))
                .body("errors.pointer", contains("/agencyOrderNumber"));
        Api.act(buyer, agency, orderId, "amendments", amendment.formatted("\"amendmentNumber\": 2,"))
                .then()
                .statusCode(422)
                .body("nextAmendmentNumber", equalTo(1));
        Api.act(buyer, agency, orderId, "amendments", "{\"amendmentDate\": \"2026-03-01\", \"lines\": [" + lines + "]}")
                .then()
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/amendmentDate", "/reason"));
        Api.act(
                        buyer,
                        agency,
                        orderId,
                        "amendments",
                        amendment.replace("2026-03-03", "1989-12-31").formatted(""))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/amendmentDate"));
        Api.act(buyer, agency, orderId, "amendments", "{\"fromRejection\": true}")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/nothing-rejected"));
        Api.act(buyer, agency, orderId, "amendments", amendment.formatted(""))
                .then()
                .statusCode(202);
        Api.decide(orderId, 2, "ISSUE");
        Api.awaitState(agency, orderId, "AMENDED");
        Api.act(buyer, agency, orderId, "amendments", amendment.formatted("\"amendmentNumber\": 1, \"tax\": \"1.00\","))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/order-number-taken"))
                .body("differences.pointer", hasItem("/tax"));
    }

    @ParameterizedTest(name = "{0} := {1}")
    @CsvSource(delimiter = '|', textBlock = """
            /lines/0/amount     | 1.00        | /pointer
            /total              | 1.00        | /pointer
            /lines/7/unitPrice  | 1.00        | /pointer
            /lines              | x           | /pointer
            unitPrice           | 1.00        | /pointer
            /lines/0/unitPrice  | cheap       | /rightValue
            /lines/0/cmasNumber | 7-20-99-42  | /rightValue
            /lines/0/nsp        | perhaps     | /rightValue
            ''                  | {}          | /pointer
            ' '                 | {}          | /pointer
            /tax                | ''          | /rightValue
            /lines/0/unitPrice  | 10          | /rightValue
            /lines/0/quantity   | 2.0         | /rightValue
            /lines/0/nsp        | false       | /rightValue
            /freight            | 15.00       | /rightValue
            """)
    void aRejectionWhoseRightValueCouldNotStandThereIsRefused(String pointer, String value, String fault) {
        UUID orderId = Api.issued(agency, simple("PO-1"));
        Api.act(Tokens.contractor(contractor), agency, orderId, "rejection", """
                        {"reasonCode": "PRICE", "pointer": "%s", "rightValue": "%s", "reason": "r"}
                        """.formatted(pointer, value))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo(fault));
        Api.read(agency, orderId).then().body("state", equalTo("ISSUED"));
    }

    @ParameterizedTest(name = "{0} := {1}")
    @CsvSource(delimiter = '|', textBlock = """
            /lines/0/total      | 1.00        | /furtherFields/0/pointer
            /lines/0/quantity   | many        | /furtherFields/0/rightValue
            /lines/0/nsp        | perhaps     | /furtherFields/0/rightValue
            /lines/0/unitPrice  | 2.00        | /furtherFields/0/pointer
            /lines/0/quantity   | 2           | /furtherFields/0/rightValue
            """)
    void aFurtherFieldIsRefusedWhereItIsNamed(String pointer, String value, String fault) {
        UUID orderId = Api.issued(agency, simple("PO-1"));
        Api.act(Tokens.contractor(contractor), agency, orderId, "rejection", """
                        {"reasonCode": "PRICE", "pointer": "/lines/0/unitPrice", "rightValue": "1.00", "reason": "r",
                         "furtherFields": [{"reasonCode": "OTHER", "pointer": "%s", "rightValue": "%s"}]}
                        """.formatted(pointer, value))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo(fault));
        Api.act(Tokens.contractor(contractor), agency, orderId, "rejection", """
                        {"reasonCode": "OTHER", "reason": "r", "furtherFields": [{"reasonCode": "OTHER", "pointer": "/tax", "rightValue": "1.00"}]}
                        """)
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/pointer"));
    }

    @Test
    @DisplayName("ORD-AMEND-CAUSE: an amendment that says what is in force is not sent; after a rejection it is")
    void anAmendmentThatChangesNothingIsNotSent() {
        UUID orderId = Api.issued(agency, simple("PO-1"));
        String same = """
                {"amendmentDate": "2026-03-03", "reason": "r", "tax": "126.88", "freight": "15.00", %s "lines": [%s]}
                """.formatted("%s", line("1", "4-06-78-0031A", "2.0", "10.00"));
        Api.act(buyer, agency, orderId, "amendments", same.formatted(""))
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/amendment-changes-nothing"));
        Api.act(buyer, agency, orderId, "amendments", same.formatted("\"draft\": true,"))
                .then()
                .statusCode(201);
        Api.act(buyer, agency, orderId, "submission", "").then().statusCode(422);
        UUID rejected = Api.issued(agency, simple("PO-2"));
        Api.act(Tokens.contractor(contractor), agency, rejected, "rejection", """
                        {"reasonCode": "OTHER", "reason": "r"}
                        """)
                .then()
                .statusCode(200);
        Api.act(buyer, agency, rejected, "amendments", same.formatted(""))
                .then()
                .statusCode(202);
    }

    @Test
    void aRejectionNamesItsReasonAndBothOrNeitherOfPointerAndValue() {
        UUID orderId = Api.issued(agency, simple("PO-1"));
        Api.act(Tokens.contractor(contractor), agency, orderId, "rejection", "{\"rightValue\": \"1\"}")
                .then()
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/reasonCode", "/pointer", "/reason"));
        Api.act(Tokens.contractor(contractor), agency, orderId, "rejection", """
                        {"reasonCode": "CMAS_EXPIRED", "reason": "expired in February"}
                        """)
                .then()
                .statusCode(200);
        Api.act(buyer, agency, orderId, "amendments", "{\"fromRejection\": true}")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/no-right-value"))
                .body("detail", startsWith("The rejection names no right value"));
    }
}
