package org.opencmas.console.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.opencmas.console.ConsoleDatabase;

/** Every form of the console that is about a version of something, sent after somebody else was there; {@link TwoTabsTest} has more of those that need more steps. */
@QuarkusTest
@QuarkusTestResource(ConsoleDatabase.class)
@QuarkusTestResource(value = SignInProvider.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(value = ServicesByExample.Addresses.class, restrictToAnnotatedClass = true)
class StaleFormsTest extends PagesByExample {
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern FORM = Pattern.compile("<form ([^>]*)>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern ACTION = Pattern.compile("action=\"([^\"]*)\"");

    /** The forms that {@link TwoTabsTest} sends, and the check of a file, which changes nothing and has the version for the others on its page. */
    private static final List<String> OF_TWO_TABS = List.of(
            "/orders/1/money/approval",
            "/orders/1/money/dispute",
            "/orders/1/money/dispute-withdrawal",
            "/orders/1/money/invoice",
            "/orders/1/progress-terms",
            "/reports/1/2022-Q1",
            "/reports/1/2022-Q1/upload/file",
            "/reports/1/2022-Q1/upload/marked-file");

    @BeforeEach
    void open() throws Exception {
        services.keepsVersions();
        // Who is there meanwhile is known by name, since they sign in here too.
        SignedInClient.of(RestAssured.port, "a.nother:auditor").close();
    }

    static Stream<StaleForm> forms() {
        return Stream.of(
                        StaleForm.ofOrders(),
                        StaleForm.ofAgencies(),
                        StaleForm.ofRequests(),
                        StaleForm.ofTheDepartment(),
                        StaleForm.ofReviewsAndReports(),
                        StaleForm.ofTies())
                .flatMap(List::stream);
    }

    @DisplayName(
            "A form about what changed since its page was shown does nothing: the page says what its reader saw and what is there now, nothing typed is lost, and sent again it is done")
    @ParameterizedTest
    @MethodSource("forms")
    void itSaysWhatChanged(StaleForm form) throws Exception {
        form.before().accept(services);
        try (var reader = SignedInClient.of(RestAssured.port, form.persona())) {
            Map<String, String> sent = onPage(reader.get(form.page()), form.action());
            sent.putAll(form.typed());

            form.after().accept(services);
            services.isChangedByAnother();
            HttpResponse<String> stale = reader.post(form.action(), sent);

            assertThat(stale.statusCode()).as(stale.body()).isEqualTo(412);
            assertThat(stale.body())
                    .contains("It was changed meanwhile, so nothing was", form.told())
                    .doesNotContain("reads as before");
            FormOnPage.of(stale.body(), form.action())
                    .ifPresentOrElse(
                            again -> sendsAgain(reader, form, again),
                            () -> toldInWords(stale.body(), form.typed().values()));
        }
    }

    private static Map<String, String> onPage(HttpResponse<String> page, String action) {
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        return FormOnPage.of(page.body(), action)
                .orElseThrow(() -> new AssertionError("There is no form for " + action + " in " + page.body()));
    }

    /** The form is still there: with what was typed, and of the version of now. */
    private static void sendsAgain(SignedInClient reader, StaleForm form, Map<String, String> again) {
        form.typed().forEach((field, value) -> {
            if (!field.equals("do")) {
                assertThat(again).containsEntry(field, value);
            }
        });
        again.putAll(form.typed());
        try {
            HttpResponse<String> done = reader.post(form.action(), again);
            assertThat(done.statusCode()).as(done.body()).isEqualTo(303);
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** The form is not there any more: what was typed is told beside what changed. */
    private static void toldInWords(String page, Iterable<String> typed) {
        for (String value : typed) {
            String words = value.matches("[A-Z]+")
                    ? value.charAt(0) + value.substring(1).toLowerCase(Locale.ROOT)
                    : value.replace("<", "&lt;").replace(">", "&gt;");
            assertThat(page)
                    .contains("You had typed, and nothing was recorded of it")
                    .contains(words);
        }
    }

    @Test
    @DisplayName("Every form of the pages that sends a version along is tried here or with two tabs")
    void noFormIsForgotten() throws IOException {
        Set<String> tried = new TreeSet<>(OF_TWO_TABS);
        forms().map(StaleForm::action).forEach(tried::add);
        Set<String> forgotten = new TreeSet<>();
        try (Stream<Path> templates = Files.walk(TEMPLATES)) {
            for (Path template :
                    templates.filter(each -> each.toString().endsWith(".html")).toList()) {
                for (Matcher form = FORM.matcher(Files.readString(template)); form.find(); ) {
                    boolean isAboutAVersion =
                            form.group(2).contains("{#seen") || form.group(2).contains("\"etag");
                    Matcher action = ACTION.matcher(form.group(1));
                    if (isAboutAVersion && action.find()) {
                        String address = action.group(1).replaceAll("\\{[^}]+}", "[^ ]+");
                        if (tried.stream().noneMatch(each -> each.matches(address))) {
                            forgotten.add(template.getFileName() + ": " + action.group(1));
                        }
                    }
                }
            }
        }
        assertThat(forgotten).isEmpty();
    }
}
