package org.opencmas.console.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.console.ConsoleDatabase;

/** Sessions whose tokens were verified for an earlier page: what is known of them goes on, and what ends them ends them with the next request. */
@QuarkusTest
@QuarkusTestResource(ConsoleDatabase.class)
@QuarkusTestResource(value = SignInProvider.class, restrictToAnnotatedClass = true)
class SessionsInUseTest {
    @Inject
    DataSource database;

    @Test
    @DisplayName("The tokens of a session in use are not read again for each page, and each person stays who they are")
    void tokensAreReadOnce() throws Exception {
        try (var one = used("one:agency-approver");
                var other = used("other:auditor")) {
            update("update console_session set tokens = '\\x00' where subject = 'one'");
            for (int page = 0; page < 3; page++) {
                assertThat(one.get("/links").body())
                        .contains("Person one", "/policy\"", "Sign out on every machine")
                        .doesNotContain("Person other", "/trail\"");
                assertThat(other.get("/links").body())
                        .contains("Person other", "/trail\"", "Sign out on every machine")
                        .doesNotContain("Person one", "/policy\"");
                assertThat(other.get("/policy").statusCode()).isEqualTo(403);
            }
        }
    }

    @Test
    @DisplayName(
            "The menu of one page and reader is not that of another: the current entry is marked, and nobody gets the menu of the public alone")
    void menus() throws Exception {
        try (var person = used("menu:agency-buyer")) {
            assertThat(person.get("/links").body())
                    .contains("<a href=\"/links\" class=\"usa-current\" aria-current=\"page\">");
            assertThat(person.get("/accessibility").body())
                    .contains("<a href=\"/accessibility\" class=\"usa-current\" aria-current=\"page\">")
                    .doesNotContain("<a href=\"/links\" class=\"usa-current\"");
        }
        assertThat(RestAssured.get("/links").asString())
                .contains("<a href=\"/links\" class=\"usa-current\" aria-current=\"page\">")
                .doesNotContain("My orders", "Sign out");
    }

    @Test
    @DisplayName("Signed out everywhere, a session in use is over with its next request, a page's as a form's")
    void everywhere() throws Exception {
        try (var here = used("everywhere:agency-approver");
                var there = used("everywhere:agency-approver")) {
            assertThat(there.post("/sign-out-everywhere", Map.of()).statusCode())
                    .isEqualTo(303);
            isOver(here);
        }
    }

    @Test
    @DisplayName("Ended by another instance, whose work is seen in the session table alone, it is over as well")
    void elsewhere() throws Exception {
        try (var person = used("elsewhere:agency-approver")) {
            update("delete from console_session where subject = 'elsewhere'");
            isOver(person);
        }
    }

    @Test
    @DisplayName("Over its idle limit it is over as well")
    void idle() throws Exception {
        try (var person = used("idle:agency-approver")) {
            update(
                    "update console_session set last_seen_at = last_seen_at - interval '31 minutes' where subject = 'idle'");
            isOver(person);
        }
    }

    @Test
    @DisplayName("Over its absolute limit it is over as well, however lately it was used")
    void absolute() throws Exception {
        try (var person = used("absolute:agency-approver")) {
            update(
                    "update console_session set signed_in_at = signed_in_at - interval '10 hours' where subject = 'absolute'");
            isOver(person);
        }
    }

    @Test
    @DisplayName("A sign-out in one tab ends it in the other, whose cookie is the same")
    void inAnotherTab() throws Exception {
        try (var person = used("tabs:agency-approver")) {
            String cookie = person.sessionCookie();
            assertThat(inAnotherTab(cookie)).isEqualTo(403);
            assertThat(asked("/sign-out", cookie).header("Location")).contains("/logout");
            assertThat(inAnotherTab(cookie)).isEqualTo(303);
        }
    }

    /** Asks for a page of another role: 403 for whoever is signed in, and the way to the sign-in for nobody. */
    private static int inAnotherTab(String cookie) {
        return asked("/trail", cookie).statusCode();
    }

    private static Response asked(String path, String cookie) {
        return RestAssured.given()
                .redirects()
                .follow(false)
                .header("Cookie", cookie)
                .header("Sec-Fetch-Site", "same-origin")
                .get(path);
    }

    /** A person who has seen pages, so that the tokens were verified. */
    private static SignedInClient used(String persona) throws Exception {
        SignedInClient person = SignedInClient.of(RestAssured.port, persona);
        assertThat(person.get("/links").body()).contains("Sign out");
        assertThat(person.get("/links").body()).contains("Sign out");
        return person;
    }

    private static void isOver(SignedInClient person) throws Exception {
        HttpResponse<String> form = person.post("/policy", Map.of("retentionYears", "seven"));
        assertThat(form.statusCode()).isEqualTo(401);
        assertThat(form.body()).contains("Your session has ended", "value=\"seven\"");
        HttpResponse<String> page = person.get("/policy");
        assertThat(page.statusCode()).isEqualTo(303);
        assertThat(person.get("/links").body()).contains("Sign in").doesNotContain("Sign out");
    }

    private void update(String statement) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(statement)) {
            assertThat(update.executeUpdate()).isPositive();
        }
    }
}
