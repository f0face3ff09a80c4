package org.opencmas.compliance.check;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.compliance.News;
import org.opencmas.testkit.Eventually;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.Tokens;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("A request for offer and an invoice are checked by the rules of their own book")
class DocumentChecksTest {
    private static final String BUYER = Tokens.buyer(UUID.randomUUID());

    @Test
    void wordsOfBiddingAreToldWithTheirPlaces() {
        check("rfo-checks", BUYER, "{\"text\": \"Request for Offer\\r\\nSend your bid.\"}")
                .statusCode(200)
                .body("blocked", equalTo(false))
                .body("findings[0].ruleId", equalTo("SOL-TERM-RFO"))
                .body("findings[0].verdict", equalTo("WARN"))
                .body("findings[0].numbers.places", equalTo("2:11"));
    }

    @Test
    void theNameOnTheInvoiceIsComparedWithTheCmasOfTheInvoiceDate() {
        News news = new News().contractor().agreement();
        Eventually.within(
                News.DEADLINE,
                () -> invoice(news.cmas, "2026-03-02", "Contractor, Inc.")
                        .body("blocked", equalTo(false))
                        .body("findings[0].verdict", equalTo("PASS")));

        invoice(news.cmas, "2026-03-02", "Other, Inc.")
                .body("blocked", equalTo(true))
                .body("findings.verdict", hasItem("FAIL"));
        invoice(news.cmas, "2025-12-31", "Contractor, Inc.").body("findings[0].verdict", equalTo("UNDETERMINED"));
    }

    @Test
    void onlyWhatIsNotAPlainPassIsAnsweredWhenThatIsAskedFor() {
        check("rfo-checks?findings=failing", BUYER, "{\"text\": \"Request for Offer. Send your bid.\"}")
                .statusCode(200)
                .body("findings.ruleId", equalTo(List.of("SOL-TERM-RFO")))
                .body("summary.NOT_APPLICABLE", equalTo(1));
        check("rfo-checks?findings=failing", BUYER, "{\"text\": \"Request for Offer.\"}")
                .statusCode(200)
                .body("findings", equalTo(List.of()))
                .body("summary.PASS", equalTo(2));
        check("rfo-checks?findings=none", BUYER, "{\"text\": \"Request for Offer.\"}")
                .statusCode(400)
                .body("errors[0].detail", equalTo("must be all or failing"));
        check("invoice-checks?findings=failing", BUYER, """
                        {"invoicedOn": "2026-03-02", "nameOnInvoice": "A", "nameOnOrder": "a", "cmasNumbers": ["3-26-01-9999"]}
                        """)
                .statusCode(200)
                .body("findings.verdict", equalTo(List.of("UNDETERMINED")));
        check("invoice-checks?findings=none", BUYER, "{}").statusCode(400);
    }

    @Test
    void aLeaseThatIsEndedForSomethingNewerIsStoppedAndWhatIsOpenIsPutToAPerson() {
        check("lease-cancellation-checks", BUYER, "{\"ground\": \"CONVENIENCE\", \"reason\": \"REPLACEMENT_WANTED\"}")
                .statusCode(200)
                .body("blocked", equalTo(true))
                .body(
                        "findings.ruleId",
                        equalTo(List.of("LSE-CANCEL-FUNDS", "LSE-CANCEL-CONVENIENCE", "GEN-ATTESTATION")));
        check("lease-cancellation-checks", BUYER, """
                        {"ground": "CONVENIENCE", "noticedOn": "2026-03-02", "attestations": [{"rule": "LSE-CANCEL-CONVENIENCE",
                         "statement": "The post is not filled.", "attestedBy": "B. Buyer", "attestedOn": "2026-03-02"}]}
                        """).statusCode(200).body("blocked", equalTo(false));
        check("lease-cancellation-checks", BUYER, "{\"noticedOn\": \"soon\", \"reason\": \"x\"}")
                .statusCode(400)
                .body("errors.pointer", equalTo(List.of("/noticedOn", "/ground", "/reason")));
        check("lease-cancellation-checks", Tokens.contractor(UUID.randomUUID()), "{\"ground\": \"OTHER\"}")
                .statusCode(403);
    }

    @Test
    void aBodyThatCannotBeCheckedIsRefusedWithItsPointer() {
        check("rfo-checks", BUYER, "{\"text\": \" \"}").statusCode(400).body("errors[0].pointer", equalTo("/text"));
        check("rfo-checks", BUYER, "{\"text\": \"RFO\", \"writtenOn\": \"0206-01-01\"}")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/writtenOn"));
        check("invoice-checks", BUYER, "{}").statusCode(400).contentType("application/problem+json");
        check("invoice-checks", Tokens.contractor(UUID.randomUUID()), "{}").statusCode(403);
    }

    private static ValidatableResponse invoice(String cmas, String day, String name) {
        return check("invoice-checks", BUYER, """
                        {"invoicedOn": "%s", "nameOnInvoice": "%s", "nameOnOrder": "Contractor, Inc.", "cmasNumbers": ["%s"]}
                        """.formatted(day, name, cmas)).statusCode(200);
    }

    private static ValidatableResponse check(String path, String token, String body) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(body)
                .post("/v1/" + path)
                .then();
    }
}
