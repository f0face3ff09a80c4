package org.opencmas.console.session;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.console.ConsoleDatabase;

/** What nobody gets, while no identity provider answers: the pages of signed-in people, and requests of other sites. */
@QuarkusTest
@QuarkusTestResource(ConsoleDatabase.class)
class SignInWithoutProviderTest {
    private static final String MULTIPART = "multipart/form-data; boundary=b";
    private static final List<String> PAGES = List.of(
            "/work",
            "/requests/new",
            "/policy",
            "/figures",
            "/sales",
            "/sales.csv?by=AGENCY",
            "/sales/lines?by=AGENCY",
            "/dashboard.csv",
            "/price-imports",
            "/order-imports",
            "/order-imports/0190a000-0000-7000-8000-00000000a001",
            "/requests/0190a000-0000-7000-8000-00000000a001/complaints",
            "/orders/0190a000-0000-7000-8000-00000000a001/progress-terms",
            "/trail?actor=1",
            "/trail/checkpoints",
            "/overrides",
            "/overrides.csv",
            "/attestations",
            "/agreement-drafts",
            "/agreement-drafts/new",
            "/agreement-drafts/0190a000-0000-7000-8000-00000000a001",
            "/agreements/3-16-70-3298A/supplement",
            "/agreements/3-16-70-3298A/status",
            "/contractors",
            "/contractors/0190a000-0000-7000-8000-00000000c014",
            "/contractors/0190a000-0000-7000-8000-00000000c014/name-changes/new",
            "/orders/0190a000-0000-7000-8000-00000000a001/money",
            "/price-imports/0190a000-0000-7000-8000-00000000a001",
            "/reports/4-06-78-0031A/2022-Q1/upload",
            "/orders",
            "/orders/0190a000-0000-7000-8000-00000000a001",
            "/orders?state=DRAFT&number=1");

    @Test
    @DisplayName("Nobody is led to the sign-in and back to the page that was asked for")
    void leadsToTheSignIn() {
        for (String page : PAGES) {
            Response response = given().redirects().follow(false).get(page);
            assertThat(response.statusCode()).as(page).isEqualTo(303);
            assertThat(response.header("Location"))
                    .as(page)
                    .contains(
                            "/sign-in?to=" + java.net.URLEncoder.encode(page, java.nio.charset.StandardCharsets.UTF_8));
        }
    }

    @Test
    @DisplayName(
            "A form that comes after the session has ended is shown again with what was typed, as text and never as markup")
    void keepsWhatWasTyped() {
        Response response = given().header("Sec-Fetch-Site", "same-origin")
                .cookie("q_session", "a-session-that-has-ended")
                .formParam("reason", "\"><script>alert(1)</script>", "second")
                .formParam("rightValue", "104.00")
                .post("/orders/0190a000-0000-7000-8000-00000000a001/rejection");

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.asString())
                .contains("Your session has ended", "Send again what I typed")
                .contains("action=\"/orders/0190a000-0000-7000-8000-00000000a001/rejection\"")
                .contains("name=\"rightValue\" value=\"104.00\"", "name=\"reason\" value=\"second\"")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script>alert");
    }

    @Test
    @DisplayName("A swap of htmx after the session has ended gets a notice for its place on the page")
    void tellsTheSwap() {
        Response response = given().header("Sec-Fetch-Site", "same-origin")
                .header("HX-Request", "true")
                .header("HX-Target", "checks")
                .formParam("a", "b")
                .post("/orders/0190a000-0000-7000-8000-00000000a001/rejection");

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.asString()).contains("<div id=\"checks\">", "What you typed is still here");
    }

    @Test
    @DisplayName(
            "What another site sends in a person's name is refused; a request that says nothing of its site is taken as another's")
    void refusesOtherSites() {
        String act = "/orders/0190a000-0000-7000-8000-00000000a001/acceptance";
        for (String site : List.of("cross-site", "same-site")) {
            assertThat(given().header("Sec-Fetch-Site", site)
                            .formParam("a", "b")
                            .post(act)
                            .statusCode())
                    .as(site)
                    .isEqualTo(403);
        }
        for (String origin : List.of("null", "http://evil.example", "http://localhost:1", "nonsense://%%%")) {
            assertThat(given().header("Origin", origin)
                            .formParam("a", "b")
                            .post(act)
                            .statusCode())
                    .as(origin)
                    .isEqualTo(403);
        }
        Response silent = given().formParam("a", "b").post(act);
        assertThat(silent.statusCode()).isEqualTo(403);
        assertThat(silent.asString()).contains("Nothing was done");
    }

    @Test
    @DisplayName(
            "A sign-in that was not completed says so; a public page stays with a session that has ended, and with a made-up one")
    void unfinishedSignIn() {
        assertThat(given().get("/signed-in?code=1&state=2").statusCode()).isEqualTo(401);
        assertThat(given().get("/signed-in?code=1&state=2").asString()).contains("The sign-in was not completed");
        assertThat(given().cookie("q_session", "x").get("/accessibility").statusCode())
                .isEqualTo(200);
        assertThat(given().cookie("q_auth", "x").get("/accessibility").statusCode())
                .isEqualTo(200);
        assertThat(given().get("/signed-out").asString()).contains("You are signed out");
    }

    @Test
    @DisplayName("Without an identity provider the sign-in says that it cannot be shown now")
    void noProvider() {
        Response response = given().get("/sign-in");
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.asString()).contains("does not answer");
    }

    @Test
    @DisplayName("A form that is larger than any of a page is refused, and so is a file that nobody signed in sends")
    void largeForms() throws Exception {
        String large = "x".repeat(1_100_000);
        HttpResponse<String> form = sent(
                "/orders/0190a000-0000-7000-8000-00000000a001/rejection",
                "application/x-www-form-urlencoded",
                HttpRequest.BodyPublishers.ofString("reason=" + large));
        HttpResponse<String> file =
                sent("/price-imports/file", MULTIPART, HttpRequest.BodyPublishers.ofString(multipart(large)));
        HttpResponse<String> unsaid = sent(
                "/price-imports/file",
                MULTIPART,
                HttpRequest.BodyPublishers.fromPublisher(HttpRequest.BodyPublishers.ofString(multipart("a"))));

        for (HttpResponse<String> answer : List.of(form, file, unsaid)) {
            assertThat(answer.statusCode()).as(answer.uri().getPath()).isEqualTo(413);
            assertThat(answer.body()).contains("Too much was sent", "1048576 bytes at most");
        }
    }

    @Test
    @DisplayName("A file that comes after the session has ended is told so")
    void filesOfNobody() throws Exception {
        HttpResponse<String> answer = sent(
                "/reports/4-06-78-0031A/2022-Q1/upload/file",
                MULTIPART,
                HttpRequest.BodyPublishers.ofString(multipart("Agency Name")));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("Your session has ended");
    }

    private static String multipart(String content) {
        return "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"report.csv\"\r\nContent-Type: text/csv\r\n\r\n"
                + content + "\r\n--b--\r\n";
    }

    private static HttpResponse<String> sent(String path, String type, HttpRequest.BodyPublisher body)
            throws Exception {
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + path))
                            .header("Content-Type", type)
                            .header("Sec-Fetch-Site", "same-origin")
                            .POST(body)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
