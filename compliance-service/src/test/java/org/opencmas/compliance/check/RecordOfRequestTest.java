package org.opencmas.compliance.check;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.compliance.News;
import org.opencmas.testkit.Eventually;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.Tokens;
import org.opencmas.testkit.event.TopicProbe;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName(
        "SOL-MIN3-STATE: a check of an order that names its request for offer counts from the request's record, as placing does")
class RecordOfRequestTest {
    private static final String RULE = "findings.find { it.ruleId == 'SOL-MIN3-STATE' }";
    private static final UUID THIRD = UUID.randomUUID();

    private final TopicProbe probe = TopicProbe.ofServiceUnderTest();
    private final UUID request = UUID.randomUUID();
    private final News news = News.ofKnownAgency("STATE_DEPARTMENT");

    private String head() {
        return "{\"requestId\": \"%s\", \"agencyId\": \"%s\", \"reference\": \"RFO 7\", \"title\": \"Switches\", \"state\": \"SENT\""
                .formatted(request, news.agency);
    }

    private void drafted() {
        publish("request-for-offer.drafted.v1", 1, head() + "}");
    }

    private void sent(int version, String... asked) {
        publish(
                "request-for-offer.sent.v1",
                version,
                head() + ", \"contractorsAsked\": [" + String.join(", ", asked) + "]}");
    }

    private void publish(String type, int version, String payload) {
        probe.publish("cmas.requests-for-offer", "/order-service", type, request, version, payload);
    }

    private static String asked(UUID id, String name, String certifications) {
        return """
                {"contractorId": "%s", "name": "%s", "cmasNumbers": ["3-16-70-3298A"], "certifications": %s,
                 "channel": "EMAIL", "askedOn": "2026-03-01", "askedBy": "erp"}
                """.formatted(id, name, certifications);
    }

    private ValidatableResponse checked(String told) {
        String order = news.check("120.00").replace("\"quantity\": \"2\"", "\"quantity\": \"100\"");
        String procurement =
                ", \"procurement\": {\"requestForOffer\": {\"reference\": \"RFO 7\", \"writtenOn\": \"2026-03-01\", \"requestId\": \"%s\"}%s}}"
                        .formatted(request, told);
        String body = order.stripTrailing();
        return OrderCheckResourceTest.check(
                Tokens.buyer(news.agency), body.substring(0, body.length() - 1) + procurement);
    }

    private void awaitVerdict(String told, String verdict) {
        Eventually.within(News.DEADLINE, () -> checked(told).body(RULE + ".verdict", equalTo(verdict)));
    }

    @Test
    void whomTheRequestAskedIsTakenFromItsRecord() {
        drafted();
        sent(2, asked(UUID.randomUUID(), "First", "[\"SB\"]"), asked(UUID.randomUUID(), "Second", "[]"));
        awaitVerdict("", "FAIL");
        checked("").body(RULE + ".numbers.asked", equalTo("2")).body(RULE + ".blocking", equalTo(true));

        sent(3, asked(THIRD, "Third", "[]"));
        awaitVerdict("", "PASS");
        checked("").body(RULE + ".numbers.asked", equalTo("3"));
    }

    @Test
    void anOfferOnRecordThatNobodyComparedIsSeenByTheCheck() {
        String compared = "findings.find { it.ruleId == 'BV-COMPARE-ALL' }.verdict";
        drafted();
        sent(2, asked(THIRD, "Third", "[\"SB\"]"));
        awaitVerdict("", "FAIL");
        publish("request-for-offer.offer-recorded.v1", 3, head() + """
                , "offer": {"offerId": "%s", "contractorId": "%s", "receivedAt": "2026-03-01T18:00:00Z",
                 "standing": "RESPONSIVE", "recordedBy": "erp"}}
                """.formatted(UUID.randomUUID(), THIRD));

        Eventually.within(News.DEADLINE, () -> checked("").body(compared, equalTo("PASS")));
    }

    @Test
    void aRecordThatWasNotSeenIsSaidAndNothingIsPassedByIt() {
        String told = ", \"noneCertifiedReason\": \"none offers it\", \"contractorsAsked\": [%s, %s, %s]"
                .formatted(told("First"), told("Second"), told("Third"));

        checked(told)
                .body("decision", equalTo("RETURN"))
                .body(RULE + ".verdict", equalTo("UNDETERMINED"))
                .body(RULE + ".blocking", equalTo(true))
                .body(RULE + ".message", containsString("The record of request for offer RFO 7 was not seen here"));
    }

    @Test
    void aRecordOfAnotherAgencyIsNotSeen() {
        drafted();
        sent(2, asked(THIRD, "Third", "[\"SB\"]"));
        awaitVerdict("", "FAIL");
        News other = News.ofKnownAgency("STATE_DEPARTMENT");

        OrderCheckResourceTest.check(
                        Tokens.buyer(other.agency),
                        other.check("120.00").stripTrailing().replaceFirst("\\}$", "") + """
                        , "procurement": {"requestForOffer": {"reference": "RFO 7", "writtenOn": "2026-03-01", "requestId": "%s"}}}
                        """.formatted(request))
                .body(RULE + ".verdict", equalTo("UNDETERMINED"));
    }

    @Test
    void whatDiffersFromTheRecordFailsAsPlacingWouldRefuseIt() {
        drafted();
        sent(2, asked(UUID.randomUUID(), "First", "[\"SB\"]"), asked(UUID.randomUUID(), "Second", "[]"));
        sent(3, asked(THIRD, "Third", "[]"));
        awaitVerdict("", "PASS");

        String same = ", \"contractorsAsked\": [%s, %s, %s]".formatted(told("First"), told("Second"), told("Third"));
        checked(same)
                .body(
                        RULE + ".message",
                        equalTo("No certified small business or disabled veteran business was asked,"
                                + " and no reason is told."));
        checked(same.replace("Third", "Fourth"))
                .body(RULE + ".verdict", equalTo("FAIL"))
                .body(RULE + ".message", containsString("asked otherwise than request for offer RFO 7 has on record"));
        checked(same.replaceFirst("\"askedOn\": \"2026-03-01\"", "\"askedOn\": \"2026-02-28\""))
                .body(RULE + ".message", containsString("asked otherwise"));
        checked(same.replaceAll("\"certified\": false", "\"certified\": true"))
                .body(RULE + ".message", containsString("asked otherwise"));
    }

    @Test
    void aRecordWithNewsThatCouldNotBeTakenInIsNotSeen() {
        drafted();
        sent(2, asked(THIRD, "Third", "[\"SB\"]"));
        awaitVerdict("", "FAIL");

        sent(7, asked(UUID.randomUUID(), "Fourth", "[]"));

        awaitVerdict("", "UNDETERMINED");
    }

    private static String told(String name) {
        return "{\"name\": \"%s\", \"askedOn\": \"2026-03-01\", \"certified\": false, \"answer\": \"NONE\", \"compared\": false}"
                .formatted(name);
    }
}
