package org.opencmas.console.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.console.ConsoleDatabase;

/** Pages of those who signed in, over what the services' documents show as examples: what stands there, what is sent on, and what a refusal becomes. */
@QuarkusTest
@QuarkusTestResource(ConsoleDatabase.class)
@QuarkusTestResource(value = SignInProvider.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(value = ServicesByExample.Addresses.class, restrictToAnnotatedClass = true)
class PagesWithDataTest extends PagesByExample {
    private static final String ID = "0190a000-0000-7000-8000-00000000a001";
    private static final String WAITING = """
            {"items": [{"changeId": "%s", "agencyId": "%s", "state": "%s", "effectiveOn": "2027-07-01", "loosens": ["approvalRequired", "orderLimit"],
              "policy": {"orderLimit": "250000.00", "orderLimitAction": "WARN", "minOffers": 2, "ofTomorrow": "kept"},
              "proposed": {"at": "2026-11-28T17:04:05Z", "by": "%s"}, %s "version": 1}]}""";
    private static final String AGENCY = """
            {"agencyId": "0190a000-0000-7000-8000-00000000a007", "name": "City of Lodi", "type": "CITY", "agencyClass": "LOCAL", "version": 2,
             "policy": {"orderLimit": "100000.00", "orderLimitAction": "WARN", "minOffers": 2}}""";
    private static final String CONFLICT = """
            {"status": 409, "title": "Conflict", "detail": "This change of the policy is ADOPTED.", "code": "policy-change-is-over"}""";

    @BeforeEach
    void open() {
        services.answers("getAgency", 200, AGENCY);
    }

    @DisplayName("Each page shows what its service answers")
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            buy:agency-approver | /policy | Nothing: what is set holds
            buy:agency-buyer | /agreements/3-16-70-3298A | write down that your agency got the copy
            ana:dgs-analyst | /agreements/3-16-70-3298A | file, refer or take out
            ana:dgs-analyst | /agreement-drafts/ID | drafted
            buy:agency-buyer | /policy | An approver of the agency changes it
            ana:dgs-analyst | /agencies | Agencies
            ana:dgs-analyst | /agencies/ID/policy | What does not hold yet
            ana:dgs-analyst | /figures | Propose a figure
            ana:dgs-analyst | /figures/fee-rates | 1.25%
            ana:dgs-analyst | /figures/administrative-fee-rates | 1.21%
            aud:auditor | /figures/report-due-rules | Day 15
            app:dgs-approver | /figures/repostings/ID | Differences posted
            ana:dgs-analyst | /figures/fee-rates | Orders that were posted again
            aud:auditor | /figures/repostings | Repostings, newest first
            app:dgs-approver | /figures/repostings | July 1, 2028 to December 31, 2200
            ana:dgs-analyst | /settlements | Propose a settlement
            ana:dgs-analyst | /settlements?contractor=ID | Of what <strong>
            app:dgs-approver | /settlements/ID | The oldest was due
            aud:auditor | /letters | quarterly reports are overdue
            ana:dgs-analyst | /letters | {{contractorName}}
            aud:auditor | /letters/ID | The text before it was merged
            aud:auditor | /letters/ID/merge.csv | contractor_name
            ana:dgs-analyst | /reports/3-16-70-3298A/2022-Q1/return | What is missing or wrong
            """)
    void shows(String persona, String path, String text) throws Exception {
        try (var person = SignedInClient.of(RestAssured.port, persona)) {
            HttpResponse<String> answer = person.get(path.replace("ID", ID));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(answer.body()).contains(text).doesNotContain("NOT_FOUND", "does not answer");
        }
    }

    @Test
    @DisplayName(
            "A policy that loosens a control shows what would change; another approver confirms it, and who set it reads why not")
    void aPolicyOfTwoPersons() throws Exception {
        services.answers(
                "listAgencyPolicyChanges",
                200,
                WAITING.formatted(ID, SignInProvider.AGENCY, "AWAITS_CONFIRMATION", "Maker", ""));
        try (var maker = SignedInClient.of(RestAssured.port, "maker:agency-approver");
                var other = SignedInClient.of(RestAssured.port, "other:agency-approver");
                var analyst = SignedInClient.of(RestAssured.port, "ana:dgs-analyst")) {
            assertThat(maker.get("/policy").body())
                    .contains(
                            "Waits for another person",
                            "July 1, 2027",
                            "You set it, so you cannot confirm it",
                            "Give it up")
                    .contains("<del>$100,000.00</del>", "<ins>$250,000.00</ins>", "ofTomorrow")
                    .contains("It loosens: No order is sent before an approver approves it; Most of an order.")
                    .doesNotContain("Confirm it<");
            assertThat(other.get("/policy").body())
                    .contains("Confirm it<", "Decline it<")
                    .doesNotContain("You set it");
            assertThat(analyst.get("/agencies/" + ID + "/policy").body()).contains("Confirm it<", "Decline it<");

            services.received();
            HttpResponse<String> done =
                    other.post("/policy/changes/" + ID + "/confirmation", Map.of("key", "a-key-of-mine"));
            assertThat(done.statusCode()).isEqualTo(303);
            assertThat(services.received())
                    .anyMatch(asked ->
                            asked.startsWith("confirmAgencyPolicyChange /v1/agencies/" + SignInProvider.AGENCY));
            assertThat(analyst.post("/agencies/" + ID + "/policy/changes/" + ID + "/withdrawal", Map.of("key", "k"))
                            .statusCode())
                    .isEqualTo(303);
        }
    }

    @Test
    @DisplayName("Who comes too late to confirm a policy reads who was there before, and when")
    void confirmedMeanwhile() throws Exception {
        services.answers("confirmAgencyPolicyChange", 409, CONFLICT);
        services.answers(
                "listAgencyPolicyChanges",
                200,
                WAITING.formatted(
                        ID,
                        SignInProvider.AGENCY,
                        "ADOPTED",
                        "maker",
                        "\"confirmed\": {\"at\": \"2026-11-28T18:04:05Z\", \"by\": \"d.director\"},"));
        try (var other = SignedInClient.of(RestAssured.port, "other:agency-approver")) {
            HttpResponse<String> late = other.post("/policy/changes/" + ID + "/confirmation", Map.of("key", "k"));
            assertThat(late.statusCode()).isEqualTo(400);
            assertThat(late.body())
                    .contains(
                            "It was confirmed meanwhile by d.director, November 28, 2026, 10:04 AM PST, and holds now.")
                    .contains("value=\"100000.00\"");
        }
    }

    @Test
    @DisplayName(
            "A policy that was changed meanwhile is not written over: what is set otherwise stands there, and what was typed too")
    void aPolicyThatChangedMeanwhile() throws Exception {
        services.answers(
                "setAgencyPolicy",
                412,
                "{\"status\": 412, \"title\": \"Precondition failed\", \"detail\": \"It is at version 3.\"}");
        try (var approver = SignedInClient.of(RestAssured.port, "app:agency-approver")) {
            HttpResponse<String> stale = approver.post(
                    "/policy",
                    Map.of(
                            "etag",
                            "\"2\"",
                            "known",
                            "[{\"l\":\"Most of an order\",\"v\":\"$50,000.00\"}]",
                            "retentionYears",
                            "9",
                            "effectiveOn",
                            "2027-07-01"));
            assertThat(stale.statusCode()).isEqualTo(412);
            assertThat(stale.body())
                    .contains("It was changed meanwhile, so nothing was stored")
                    .contains(
                            "Most of an order: you saw <del class=\"typed\">$50,000.00</del>, it is now <ins class=\"typed\">$100,000.00</ins>")
                    .contains("id=\"retentionYears\" name=\"retentionYears\" type=\"text\" value=\"9\"")
                    .contains("value=\"2027-07-01\"");
            services.received();
            approver.post("/policy", Map.of("etag", "\"1\"", "effectiveOn", "2027-07-01"));
            assertThat(services.received())
                    .anyMatch(asked ->
                            asked.startsWith("setAgencyPolicy") && asked.contains("\"effectiveOn\":\"2027-07-01\""));
        }
    }

    @Test
    @DisplayName(
            "A figure of fees is proposed in per cent and sent exactly; who proposed it reads why another activates it")
    void aRateOfTwoPersons() throws Exception {
        services.answers("listFeeRates", 200, """
                {"items": [], "proposed": [{"figureId": "%s", "firstOrderDate": "2028-07-01", "rate": "0.015", "source": "A notice", "confidence": "UNCONFIRMED",
                  "proposedBy": "ana", "proposedAt": "2026-11-28T14:21:19Z"}]}""".formatted(ID));
        try (var analyst = SignedInClient.of(RestAssured.port, "ana:dgs-analyst,dgs-approver");
                var approver = SignedInClient.of(RestAssured.port, "app:dgs-approver")) {
            assertThat(analyst.get("/figures/fee-rates").body())
                    .contains("1.5%", "You proposed it: another person, an approver, activates it")
                    .doesNotContain(">Activate</button>");
            assertThat(approver.get("/figures/fee-rates").body()).contains(">Activate</button>");

            HttpResponse<String> wrong =
                    analyst.post("/figures/fee-rates", Map.of("value", "12,5", "source", "A notice"));
            assertThat(wrong.statusCode()).isEqualTo(400);
            assertThat(wrong.body())
                    .contains("href=\"#value\"", "href=\"#validFrom\"", "href=\"#confidence\"", "value=\"12,5\"");
            services.received();
            assertThat(analyst.post(
                                    "/figures/fee-rates",
                                    Map.of(
                                            "value", "1.21%",
                                            "source", "A notice",
                                            "validFrom", "2028-07-01",
                                            "confidence", "UNCONFIRMED",
                                            "key", "k"))
                            .statusCode())
                    .isEqualTo(303);
            assertThat(services.received())
                    .contains(
                            "proposeFeeRate /v1/fee-rates {\"firstOrderDate\":\"2028-07-01\",\"rate\":\"0.0121\",\"source\":\"A notice\",\"confidence\":\"UNCONFIRMED\"}");
            assertThat(approver.post("/figures/fee-rates/" + ID + "/activation", Map.of("key", "k"))
                            .headers()
                            .firstValue("Location"))
                    .hasValueSatisfying(place -> assertThat(place).contains("/figures/repostings/"));

            assertThat(analyst.post(
                                    "/figures/report-due-rules",
                                    Map.of(
                                            "name", "IN_FORCE",
                                            "value", "32",
                                            "source", "A notice",
                                            "validFrom", "soon",
                                            "confidence", "UNCONFIRMED"))
                            .body())
                    .contains("must be a quarter such as 2026-Q3.", "value=\"soon\"");
        }
    }

    @Test
    @DisplayName(
            "Who left the page of a reposting finds it in the list, with its rate and how far it is; where none was begun it says so")
    void repostingsAreFoundAgain() throws Exception {
        String reposting = "01a22288-2f75-7000-aa2d-b1da9c35f353";
        services.answers("listFeeRates", 200, """
                {"items": [], "proposed": [{"figureId": "01a22288-2dc4-7000-8cf6-a48865a4edb7", "firstOrderDate": "2028-07-01", "rate": "0.015", "source": "A notice",
                  "confidence": "UNCONFIRMED", "proposedBy": "ana", "proposedAt": "2026-11-28T14:21:19Z", "activatedBy": "d.director", "activatedAt": "2026-11-28T14:21:20Z"}]}""");
        try (var approver = SignedInClient.of(RestAssured.port, "app:dgs-approver")) {
            assertThat(approver.get("/figures/repostings").body())
                    .contains("aria-current=\"page\"", "href=\"/figures/repostings/" + reposting, "1.5%", "d.director");
            services.answers("listFeeRepostings", 200, "{\"items\": []}");
            assertThat(approver.get("/figures/repostings").body()).contains("None: no rate was made to count");
            assertThat(approver.get("/figures/repostings?cursor=" + "x".repeat(5_000))
                            .statusCode())
                    .isEqualTo(400);
        }
    }

    @Test
    @DisplayName(
            "Who left the page of an export finds it among their own, and one of another person among everybody's; a file that is gone is not offered")
    void exportsAreFoundAgain() throws Exception {
        services.received();
        try (var auditor = SignedInClient.of(RestAssured.port, "aud:auditor")) {
            assertThat(auditor.get("/exports").body())
                    .contains("What you asked for", "href=\"/exports/01a224c4-3f59-7000-8685-d69096937af8\"")
                    .contains("2022 Q1 (Jan-Mar) through 2022 Q2 (Apr-Jun)");
            assertThat(auditor.get("/exports?of=all").body()).contains("Only what I asked for", "auditor (a system)");
            assertThat(auditor.get("/exports/" + ID).body()).contains("Save the file");
            services.answers(
                    "getDashboardExport",
                    200,
                    services.exampleOf("fees", "getDashboardExport")
                            .putNull("file")
                            .put("fileRemovedAt", "2026-12-29T08:00:00Z")
                            .toString());
            assertThat(auditor.get("/exports/" + ID).body())
                    .contains("The file was removed December 29, 2026")
                    .doesNotContain("Save the file");
            services.answers("listDashboardExports", 200, "{\"items\": []}");
            assertThat(auditor.get("/exports").body()).contains("Nothing yet.");
        }
    }

    @Test
    @DisplayName(
            "What a service refuses of a figure, a settlement or a letter stands at its field, with what was typed")
    void refusals() throws Exception {
        try (var analyst = SignedInClient.of(RestAssured.port, "ana:dgs-analyst")) {
            services.answers("proposeReportDueRule", 400, fault("/dayOfNextMonth", "must be at most 31"));
            assertThat(analyst.post(
                                    "/figures/report-due-rules",
                                    Map.of(
                                            "name", "IN_FORCE",
                                            "value", "32",
                                            "source", "A notice",
                                            "validFrom", "2028-Q1",
                                            "confidence", "UNCONFIRMED"))
                            .body())
                    .contains("id=\"value-error\"", "must be at most 31", "value=\"2028-Q1\"");
            services.answers("makeLetters", 400, fault("/body", "has an unknown merge field: name"));
            assertThat(analyst.post(
                                    "/letters",
                                    Map.of(
                                            "kind",
                                            "REMINDER",
                                            "subject",
                                            "S",
                                            "body",
                                            "Dear {{name}}",
                                            "contractor",
                                            ""))
                            .body())
                    .contains("id=\"body-error\"", "Dear {{name}}</textarea>");
            services.answers(
                    "proposeSettlement",
                    422,
                    "{\"status\": 422, \"title\": \"Refused\", \"detail\": \"Nothing through 2012-Q4 was due.\"}");
            assertThat(analyst.post(
                                    "/settlements",
                                    Map.of("throughQuarter", "2012-Q4", "reason", "On <paper>", "contractor", ID))
                            .body())
                    .contains(
                            "Nothing through 2012-Q4 was due.", "On &lt;paper&gt;</textarea>", "value=\"" + ID + "\"");
            assertThat(analyst.post("/settlements", Map.of("throughQuarter", "then", "reason", ""))
                            .body())
                    .contains("href=\"#throughQuarter\"", "href=\"#reason\"");
        }
    }

    private static String fault(String pointer, String detail) {
        return "{\"status\": 400, \"title\": \"Bad request\", \"detail\": \"Not as asked\", \"errors\": [{\"pointer\": \""
                + pointer + "\", \"detail\": \"" + detail + "\"}]}";
    }

    @Test
    @DisplayName("A settlement is approved by another person than proposed it")
    void aSettlementOfTwoPersons() throws Exception {
        services.answers("getSettlement", 200, """
                {"settlementId": "%s", "throughQuarter": "2012-Q4", "reason": "On paper", "reports": 25, "fees": 1, "amount": "12.50",
                 "oldestDueOn": "2006-10-15", "oldestAgeDays": 7349, "proposedBy": "ana", "proposedAt": "2026-11-21T20:00:00Z"}""".formatted(ID));
        try (var maker = SignedInClient.of(RestAssured.port, "ana:dgs-analyst,dgs-approver");
                var approver = SignedInClient.of(RestAssured.port, "app:dgs-approver")) {
            assertThat(maker.get("/settlements/" + ID).body())
                    .contains("You proposed it, so you cannot approve it", "Everybody&#39;s")
                    .doesNotContain("Approve the settlement");
            assertThat(approver.get("/settlements/" + ID).body()).contains("Approve the settlement", "$12.50");
            services.received();
            assertThat(approver.post("/settlements/" + ID + "/approval", Map.of("key", "k"))
                            .statusCode())
                    .isEqualTo(303);
            assertThat(services.received())
                    .anyMatch(asked -> asked.startsWith("approveSettlement /v1/settlements/" + ID));
        }
    }

    @DisplayName("An approver has an event that stands still handled again, in the service that keeps it")
    @ParameterizedTest
    @CsvSource({"order service", "compliance service", "fee reporting service", "contract registry"})
    void aParkedEventIsReleased(String service) throws Exception {
        services.answers("listParkedEvents", 200, """
                    {"events": [{"id": 41, "type": "agreement.activated.v1", "key": "3-16-70-3298A", "state": "PARKED", "cause": "FAILED",
                      "parkedAt": "2026-11-28T17:04:05Z", "attempts": 3, "error": "no such contractor"}], "waiting": 2}""");
        try (var approver = SignedInClient.of(RestAssured.port, "app:dgs-approver");
                var analyst = SignedInClient.of(RestAssured.port, "ana:dgs-analyst")) {
            assertThat(approver.get("/queue").body())
                    .contains("no such contractor", "Handle again", "2 wait behind them");
            assertThat(analyst.get("/queue").body())
                    .contains("no such contractor")
                    .doesNotContain("Handle again");
            services.received();
            HttpResponse<String> done = approver.post("/queue/replay", Map.of("service", service, "event", "41"));
            assertThat(done.statusCode()).as(done.body()).isEqualTo(303);
            assertThat(services.received()).containsExactly("replayParkedEvent /v1/parked-events/41/replay ");
            assertThat(analyst.post("/queue/replay", Map.of("service", service, "event", "41"))
                            .statusCode())
                    .isEqualTo(403);
            assertThat(services.received()).isEmpty();
        }
    }
}
