package org.opencmas.console;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencmas.testkit.Management;

/** The console while every service is down, which is real: nobody listens at their addresses. What a page says of itself stays. */
@QuarkusTest
@QuarkusTestResource(ConsoleDatabase.class)
class PagesWithoutServicesTest {
    private static final List<String> ADDRESSES = List.of(
            "/",
            "/links",
            "/accessibility",
            "/accessibility?event=2026-12-11",
            "/agreements?words=turf&code=78&kind=NON_IT&local=true&asOf=2022-02-16",
            "/price-comparison?words=turf",
            "/rules?find=nsp");

    @Test
    @DisplayName("A service that is down is told of with the time, and the page's frame stays")
    void panelsTell() {
        String page = ok("/links");

        assertThat(page)
                .contains("The contract registry does not answer (")
                .containsPattern("[A-Z][a-z]+ \\d+, \\d{4}, \\d+:\\d\\d [AP]M P[SD]T")
                .contains("<h1>Useful links</h1>", "aria-current=\"page\"", "href=\"/accessibility\"");
    }

    @Test
    @DisplayName("Every answer forbids what comes from elsewhere, and no page has an inline script or style")
    void headersAndNothingInline() {
        for (String address : ADDRESSES) {
            Response response = given().get(address);
            assertThat(response.header("Content-Security-Policy"))
                    .contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(response.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(response.header("Strict-Transport-Security")).isEqualTo("max-age=31536000; includeSubDomains");
            assertThat(response.header("Referrer-Policy")).isEqualTo("same-origin");
            assertThat(response.headers().getValues("Cache-Control")).containsExactly("no-store");
            assertThat(response.asString())
                    .doesNotContainPattern("<script(?![^>]*src=)")
                    .doesNotContainPattern("<style|\\sstyle=|\\son[a-z]+=|(src|href)=\"(https?:)?//");
        }
    }

    @Test
    @DisplayName("Styles and scripts are kept by the browser, since their addresses change with them")
    void filesAreKept() {
        List<String> addresses = files();

        assertThat(addresses).hasSizeGreaterThan(5);
        for (String address : addresses) {
            Response file = given().get(address);
            assertThat(file.statusCode()).as(address).isEqualTo(200);
            assertThat(file.headers().getValues("Cache-Control"))
                    .as(address)
                    .containsExactly("public, max-age=31536000, immutable");
        }
    }

    @Test
    @DisplayName("That a file is still the same, and a part of it, is kept as the file is")
    void unchangedFilesAreKept() {
        for (String address : files()) {
            String modified = given().get(address).header("Last-Modified");
            Response same = given().header("If-Modified-Since", modified).get(address);
            Response part = given().header("Range", "bytes=0-9").get(address);
            assertThat(same.statusCode()).as(address).isEqualTo(304);
            assertThat(part.statusCode()).as(address).isEqualTo(206);
            for (Response answer : List.of(same, part)) {
                assertThat(answer.headers().getValues("Cache-Control"))
                        .as(address)
                        .containsExactly("public, max-age=31536000, immutable");
            }
        }
    }

    /** The addresses of the styles, scripts and pictures of a page. */
    private static List<String> files() {
        return Pattern.compile("(?:src|href)=\"(/(?:vendor|webjars|assets)/[^\"]+)\"")
                .matcher(ok("/"))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @DisplayName("What another release answers at the address of a file is not kept")
    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "/assets/console.css",
                "/assets/console.css?v=0123456789ab",
                "/assets/none.css?v=0123456789ab",
                "/vendor/uswds-0.0.1/css/uswds.min.css"
            })
    void otherFilesAreNotKept(String address) {
        assertThat(given().get(address).headers().getValues("Cache-Control")).containsExactly("no-store");
    }

    @Test
    @DisplayName("An address that is none gets a page that says so, also beneath the files")
    void noSuchPage() {
        for (String address : List.of(
                "/nothing", "/links/deeper", "/assets/none.css", "/vendor/../../application.properties", "/%2e%2e/x")) {
            Response response = given().urlEncodingEnabled(false).get(address);
            assertThat(response.statusCode()).as(address).isEqualTo(404);
            assertThat(response.asString()).as(address).contains("There is nothing here");
        }
    }

    @Test
    @DisplayName("Health and metrics are at a port of their own")
    void healthIsNotForVisitors() {
        for (String address : List.of("/q/health", "/q/health/live", "/q/metrics")) {
            assertThat(given().get(address).statusCode()).as(address).isEqualTo(404);
            assertThat(Management.get(address).statusCode()).as(address).isEqualTo(200);
        }
    }

    @Test
    @DisplayName("A visitor who asks for too much is told to wait, and nobody else is")
    void tooManyRequests() throws Exception {
        try (HttpClient hasty = visitor("127.0.0.81");
                HttpClient calm = visitor("127.0.0.82")) {
            HttpResponse<String> refused = firstRefused(hasty);
            assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
            assertThat(refused.body()).contains("Wait a moment, then load the page again.");
            assertThat(get(calm).statusCode()).isEqualTo(404);
        }
    }

    private static HttpClient visitor(String address) throws IOException {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .localAddress(InetAddress.getByName(address))
                .build();
    }

    /** Asks many times at once, so that the allowance is used up also on a slow machine, on which it is renewed as fast as one asks. */
    private HttpResponse<String> firstRefused(HttpClient visitor) {
        for (int wave = 0; wave < 200; wave++) {
            List<CompletableFuture<HttpResponse<String>>> answers = Stream.generate(
                            () -> visitor.sendAsync(nothing(), HttpResponse.BodyHandlers.ofString()))
                    .limit(40)
                    .toList();
            Optional<HttpResponse<String>> refused = answers.stream()
                    .map(CompletableFuture::join)
                    .filter(answer -> answer.statusCode() == 429)
                    .findFirst();
            if (refused.isPresent()) {
                return refused.get();
            }
        }
        throw new AssertionError("8,000 requests of one visitor were answered");
    }

    private HttpResponse<String> get(HttpClient visitor) throws Exception {
        return visitor.send(nothing(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest nothing() {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + "/nothing"))
                .build();
    }

    @Test
    @DisplayName("A request of another kind than the page takes is a plain page too")
    void wrongMethod() {
        Response response = given().formParam("a", "b").post("/links");
        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.asString()).contains("That is not possible here");
    }

    @DisplayName("A day that is none is a fault of its field, which keeps what was typed as text and never as markup")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "2026-02-30",
                "' autofocus onfocus='alert(1)"
            })
    void brokenDays(String text) {
        Response response = given().queryParam("event", text).get("/accessibility");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.asString())
                .contains("id=\"errors\"", "href=\"#event\"", "must be a day such as 2026-11-27")
                .doesNotContain("<script>alert", "<img", "' autofocus");
    }

    @Test
    @DisplayName("An address that is too long is refused with a page, and repeated nowhere")
    void longAddresses() {
        Response response = given().queryParam("event", "x".repeat(10_000)).get("/accessibility");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.asString()).contains("more than 8192 characters").doesNotContain("xxxxx");

        Response field = given().queryParam("event", "x".repeat(5_000)).get("/accessibility");
        assertThat(field.statusCode()).isEqualTo(400);
        assertThat(field.asString()).contains("takes 200 characters at most");
    }

    @DisplayName("A page that is nothing without its service says so with 503, and so does a file")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/agreements/4-06-78-0031A",
                "/rules/NSP-DOLLAR-LOW",
                "/agreements.csv",
                "/price-comparison.csv?words=turf",
                "/agreements/4-06-78-0031A/price-list.csv",
                "/agreements/4-06-78-0031A/documents.zip"
            })
    void pagesThatNeedTheirService(String address) {
        Response response = given().get(address);
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.contentType()).startsWith("text/html");
        assertThat(response.asString())
                .contains("This page cannot be shown now")
                .doesNotContain("Exception", "localhost:1");
    }

    @DisplayName(
            "What is hostile in any field of any page is a plain page: nothing of it becomes markup, and nothing leads away")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"><svg onload=alert(1)>",
                "javascript:alert(1)",
                "//evil.example/",
                "{inject:page}",
                "%00",
                "a\r\nSet-Cookie: x=1"
            })
    void hostileFields(String text) {
        for (String page : List.of("/agreements", "/price-comparison", "/rules", "/accessibility", "/agreements.csv")) {
            for (String field : List.of(
                    "words",
                    "contractor",
                    "code",
                    "kind",
                    "local",
                    "certification",
                    "asOf",
                    "cursor",
                    "find",
                    "event")) {
                Response response = given().redirects()
                        .follow(false)
                        .queryParam(field, text)
                        .get(page);
                assertThat(response.statusCode()).as(page + " " + field).isIn(200, 400, 503);
                assertThat(response.asString())
                        .as(page + " " + field)
                        .doesNotContain("<script>alert", "<svg onload", "href=\"javascript:", "href=\"//evil", "Page@");
                assertThat(response.headers().hasHeaderWithName("Set-Cookie")).isFalse();
            }
        }
    }

    @DisplayName("What is no number, id or document in a path is a plain page")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/agreements/%3Cscript%3E",
                "/agreements/..%2f..%2fv1%2ffeed",
                "/agreements/4-06-78-0031A/documents/none",
                "/rules/%3Cscript%3E",
                "/rules/..%2fparameters"
            })
    void hostilePaths(String path) {
        Response response = given().urlEncodingEnabled(false).get(path);
        assertThat(response.statusCode()).isIn(400, 404, 503);
        assertThat(response.asString()).contains("<h1>").doesNotContain("<script>");
    }

    @Test
    @DisplayName("The console is ready whether or not the services are")
    void ready() {
        assertThat(Management.get("/q/health/ready").statusCode()).isEqualTo(200);
    }

    private static String ok(String address) {
        Response response = given().get(address);
        assertThat(response.statusCode()).as(address).isEqualTo(200);
        return response.asString();
    }
}
