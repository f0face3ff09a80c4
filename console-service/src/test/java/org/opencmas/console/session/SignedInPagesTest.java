package org.opencmas.console.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencmas.console.ConsoleDatabase;

/** The pages of those who signed in, while every service is down: what each says then, and what a session that ends, another site and another role meet. */
@QuarkusTest
@QuarkusTestResource(ConsoleDatabase.class)
@QuarkusTestResource(value = SignInProvider.class, restrictToAnnotatedClass = true)
class SignedInPagesTest {
    private static final String ID = "0190a000-0000-7000-8000-00000000a001";

    @DisplayName(
            "A service that is down is a panel that says so, or a page that says so where the page is nothing without it: never a fault of the console")
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ana:dgs-analyst | /queue /dashboard /sales /orders /ledger /agreement-drafts /contractors /price-imports /exemptions /reviews /figures /figures/fee-rates /figures/repostings/ID /figures/repostings /agencies /agencies/ID/policy
            ana:dgs-analyst | /letters /letters/ID /letters/ID/merge.csv /settlements /settlements/ID /look-alikes /look-alikes/ties
            ana:dgs-analyst | /agreements/3-16-70-3298A/supplement /agreements/3-16-70-3298A/status /agreement-drafts/ID /contractors/ID /contractors/ID/name-changes/ID /contractors/ID/qualifications /agreements/3-16-70-3298A/documents
            ana:dgs-analyst | /contractors/ID/name-changes/new /reconciliations/3-16-70-3298A/2022-Q1 /price-imports/ID /remittances /remittances/ID /remittances/ID/receipt /credits/3-16-70-3298A /reports/3-16-70-3298A/2022-Q1/return /sales.csv?by=AGENCY
            app:dgs-approver | /queue /agreement-drafts/ID /figures
            buy:agency-buyer | /agreements/3-16-70-3298A/documents /contractors/ID/qualifications
            buy:agency-buyer,agency-approver | /orders /orders/ID /orders/ID/money /orders/ID/ending /orders/ID/records /orders/ID/doubts /orders/ID/progress-terms /order-imports /order-imports/ID /order-imports/ID/refused.csv /requests/ID/complaints /drafts/new /drafts/ID /requests /requests/ID /requests/new /policy /exemptions /overrides /attestations
            cal:contractor | /look-alikes /look-alikes/ties /reports /reports/3-16-70-3298A/2022-Q1 /reports/3-16-70-3298A/2022-Q1/upload /orders /requests /account /account/paper
            rev:compliance-reviewer | /reviews /reviews/ID /reviews/ID/paper /orders /queue /trail?actor=x
            exe:exemption-reviewer | /exemptions /exemptions/ID
            aud:auditor | /punctuality /aging /exports/ID /exports/ID/file /orders /orders/ID/decisions /ledger /trail?subject=x&service=FEES /trail?actor=x&service=REGISTRY /trail?actor=x&service=COMPLIANCE /trail/checkpoints /overrides /overrides.csv /attestations
            """)
    void servicesDown(String persona, String pages) throws Exception {
        try (var person = SignedInClient.of(RestAssured.port, persona)) {
            for (String page : pages.split(" ", -1)) {
                String path = page.replace("ID", ID);
                HttpResponse<String> answer = person.get(path);
                assertThat(answer.statusCode()).as(path).isIn(200, 503);
                assertThat(answer.body())
                        .as(path)
                        .containsAnyOf("does not answer", "A new request for offer", "Find in a price list", "Say who")
                        .contains("Sign out")
                        .doesNotContain("Exception", "localhost:1", "NOT_FOUND");
                assertThat(answer.headers().firstValue("Cache-Control"))
                        .as(path)
                        .hasValue("no-store");
            }
        }
    }

    @DisplayName("A form whose service is down is shown again with what was typed, as text and never as markup")
    @ParameterizedTest
    @CsvSource({
        "buy:agency-approver, /orders/" + ID + "/approval",
        "buy:agency-approver, /policy",
        "buy:agency-approver, /policy/changes/" + ID + "/confirmation",
        "app:dgs-approver, /figures/fee-rates/" + ID + "/activation",
        "app:dgs-approver, /settlements/" + ID + "/approval",
        "ana:dgs-analyst, /look-alikes/" + ID + "/tie",
        "ana:dgs-analyst, /look-alikes/ties/" + ID + "/withdrawal",
        "ana:dgs-analyst, /agreements/3-16-70-3298A/status",
        "ana:dgs-analyst, /contractors/" + ID,
        "ana:dgs-analyst, /agreements/3-16-70-3298A/documents/" + ID + "/withdrawal",
        "buy:agency-buyer, /agreements/3-16-70-3298A/copies",
        "app:dgs-approver, /contractors/" + ID + "/name-changes/" + ID + "/decision",
        "cal:contractor, /orders/" + ID + "/acceptance",
        "buy:agency-buyer, /orders/" + ID + "/termination",
        "buy:agency-buyer, /orders/" + ID + "/records/contact",
        "buy:agency-buyer, /orders/" + ID + "/stop-work",
        "buy:agency-buyer, /order-imports/" + ID + "/cancellation",
        "buy:agency-buyer, /requests/" + ID + "/cancellation",
    })
    void nothingTypedIsLost(String persona, String path) throws Exception {
        try (var person = SignedInClient.of(RestAssured.port, persona)) {
            HttpResponse<String> answer = person.post(
                    path,
                    Map.of(
                            "reason",
                            "\"><script>alert(1)</script> late",
                            "reason." + ID,
                            "It is another's.",
                            "tie." + ID + ".reason",
                            "It is one.",
                            "withdrawal." + ID + ".reason",
                            "It is two.",
                            "decision",
                            "APPROVED",
                            "status",
                            "SUSPENDED",
                            "ground",
                            "BREACH",
                            "key",
                            "a-key-to-be-sent-again",
                            "etag",
                            "\"1\""));
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body())
                    .contains("This cannot be done now", "action=\"" + path + "\"", "Send again what I typed")
                    .contains("name=\"key\" value=\"a-key-to-be-sent-again\"")
                    .contains("&lt;script&gt;alert(1)&lt;/script&gt; late")
                    .doesNotContain("<script>alert", "<dt>key</dt>", "<dt>etag</dt>");
        }
    }

    @Test
    @DisplayName("A session that was ended on another machine is over: a form of it is shown again with what was typed")
    void sessionEndedElsewhere() throws Exception {
        try (var here = SignedInClient.of(RestAssured.port, "twice:agency-approver");
                var there = SignedInClient.of(RestAssured.port, "twice:agency-approver")) {
            assertThat(there.post("/sign-out-everywhere", Map.of("a", "b")).statusCode())
                    .isEqualTo(303);
            HttpResponse<String> answer = here.post("/policy", Map.of("retentionYears", "seven"));
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.body())
                    .contains("Your session has ended", "name=\"retentionYears\" value=\"seven\"")
                    .doesNotContain("Sign out<");
            assertThat(here.get("/policy").headers().firstValue("Location"))
                    .hasValueSatisfying(place -> assertThat(place).contains("/sign-in?to=%2Fpolicy"));
        }
    }

    @DisplayName("What another site sends with the person's cookies is refused, and the session goes on")
    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site"})
    void otherSites(String site) throws Exception {
        try (var person = SignedInClient.of(RestAssured.port, "buy:agency-approver")) {
            for (String path : List.of("/policy", "/sign-out-everywhere", "/orders/" + ID + "/acceptance")) {
                HttpResponse<String> answer = person.postFromElsewhere(path, Map.of("retentionYears", "1"), site);
                assertThat(answer.statusCode()).as(path).isEqualTo(403);
                assertThat(answer.body()).as(path).contains("Nothing was done");
            }
            assertThat(person.get("/links").body()).contains("Person buy", "Sign out");
        }
    }

    @DisplayName("A page of another role says whose it is, also to a form")
    @ParameterizedTest
    @CsvSource({
        "buy:agency-buyer, /queue",
        "buy:agency-buyer, /agreement-drafts",
        "buy:agency-buyer, /contractors/new",
        "app:dgs-approver, /agreements/3-16-70-3298A/supplement",
        "cal:contractor, /trail",
        "aud:auditor, /policy",
        "buy:agency-approver, /agencies",
        "rev:compliance-reviewer, /letters",
    })
    void otherRoles(String persona, String path) throws Exception {
        try (var person = SignedInClient.of(RestAssured.port, persona)) {
            HttpResponse<String> answer = person.get(path);
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("Not yours to see");
        }
        try (var approver = SignedInClient.of(RestAssured.port, "app:dgs-approver")) {
            HttpResponse<String> refused =
                    approver.post("/agreements/3-16-70-3298A/status", Map.of("status", "ACTIVE", "reason", "x"));
            assertThat(refused.statusCode()).isEqualTo(403);
        }
    }

    @DisplayName("What is hostile in a field of an address is a plain page: nothing of it becomes markup")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "%3Cscript%3Ealert(1)%3C/script%3E",
                "%22%3E%3Csvg%20onload=alert(1)%3E",
                "%7Binject:page%7D",
                "%00"
            })
    void hostileFields(String text) throws Exception {
        try (var person = SignedInClient.of(RestAssured.port, "all:auditor,dgs-analyst,agency-buyer,contractor")) {
            for (String page : List.of(
                    "/orders",
                    "/queue",
                    "/ledger",
                    "/trail",
                    "/trail/checkpoints",
                    "/overrides",
                    "/attestations",
                    "/agreement-drafts",
                    "/contractors",
                    "/sales",
                    "/dashboard",
                    "/price-imports",
                    "/agencies",
                    "/letters",
                    "/settlements",
                    "/look-alikes",
                    "/look-alikes/ties",
                    "/reviews")) {
                for (String field : List.of(
                        "number", "state", "kind", "cursor", "from", "through", "person", "rule", "actor", "subject",
                        "service", "after", "before", "name", "of", "by", "member", "cmas", "quarter")) {
                    HttpResponse<String> answer = person.get(page + "?" + field + "=" + text);
                    assertThat(answer.statusCode()).as(page + " " + field).isIn(200, 303, 400, 503);
                    answer.headers()
                            .firstValue("Location")
                            .ifPresent(place -> assertThat(place)
                                    .matches("http://localhost:[0-9]+/agreements/[A-Za-z0-9%()=.-]+/supplement"));
                    assertThat(answer.body())
                            .as(page + " " + field)
                            .doesNotContain("<script>alert", "<svg onload", "Page@");
                }
            }
        }
    }

    @DisplayName("What is no id in a path is a page that says so")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/orders/none",
                "/agreement-drafts/none",
                "/contractors/none",
                "/contractors/" + ID + "/name-changes/none",
                "/price-imports/none",
                "/figures/none",
                "/figures/repostings/none",
                "/settlements/none",
                "/letters/none",
                "/agencies/none/policy",
                "/reviews/%3Cscript%3E"
            })
    void hostilePaths(String path) throws Exception {
        try (var person = SignedInClient.of(RestAssured.port, "ana:dgs-analyst")) {
            HttpResponse<String> answer = person.get(path);
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).contains("<h1>").doesNotContain("<script>");
        }
    }
}
