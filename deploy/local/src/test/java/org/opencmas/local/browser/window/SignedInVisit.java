package org.opencmas.local.browser.window;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A visit of somebody who signs in at the identity provider first, as a person does. */
public final class SignedInVisit implements AutoCloseable {
    private static final String PASSWORD = "sample";
    private static final Map<String, Object> SIGNING_IN = new ConcurrentHashMap<>();

    private final Visit visit;
    private boolean refusalWanted;

    private SignedInVisit(Visit visit) {
        this.visit = visit;
    }

    /** Signs one of the sample's personas in; what the identity provider's own page says is not looked at. */
    public static SignedInVisit of(Visit visit, String persona) {
        visit.open("/sign-in");
        Page page = visit.page();
        page.locator("#username").fill(persona);
        page.locator("#password").fill(PASSWORD);
        // The identity provider, which guards against guessed passwords, refuses a user who signs in twice at the same
        // moment.
        synchronized (SIGNING_IN.computeIfAbsent(persona, none -> new Object())) {
            page.locator("#kc-login").click();
            assertThat(page.locator(".bar-reader")).containsText("Sign out");
        }
        visit.faults().clear();
        return new SignedInVisit(visit);
    }

    public Page page() {
        return visit.page();
    }

    /** Opens a page and holds that it has a heading, no violation of WCAG 2.2 AA, no message of the browser, and is not too wide. */
    public void see(String path, String text) {
        assertThat(visit.open(path)).as(path).isLessThan(400);
        held(text);
    }

    /** The same of the page as it is now, after a swap or an answer. */
    public void held(String text) {
        assertThat(visit.page().locator("main")).containsText(text);
        assertThat(visit.page().locator("h1").count()).isEqualTo(1);
        assertThat(visit.axe()).as("axe at " + visit.page().url()).isEmpty();
        assertThat(visit.overhang()).as("too wide at " + visit.page().url()).isNotPositive();
        if (refusalWanted) {
            visit.awaitWordOfRefusal();
            visit.faults()
                    .removeIf(fault -> fault.contains("Failed to load resource") || fault.matches("4[0-9]{2} for .*"));
            refusalWanted = false;
        }
        assertThat(visit.faults()).as("at " + visit.page().url()).isEmpty();
        Looks.keep(visit.page());
    }

    /** Holds the page as it is now in a narrow window in the dark as well, and leaves it wide and light. */
    public void heldNarrowAndDark() {
        visit.narrowAndDark();
        String address = visit.page().url();
        assertThat(visit.axe()).as("axe, narrow and dark, at " + address).isEmpty();
        assertThat(visit.overhang())
                .as("too wide, narrow and dark, at " + address)
                .isNotPositive();
        assertThat(visit.faults()).as("narrow and dark, at " + address).isEmpty();
        visit.wideAndLight();
    }

    public int open(String path) {
        return visit.open(path);
    }

    /** Says that the answer that is looked at next is a refusal, which the browser writes down. */
    public void refusalWasWanted() {
        refusalWanted = true;
    }

    public void press(String button) {
        button(button).first().click();
    }

    public Locator button(String name) {
        return visit.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    public void fill(String field, String text) {
        visit.page().locator("[id='" + field + "']").fill(text);
    }

    /** Chooses a file as a person does. */
    public void choose(String field, String name, String content) {
        visit.page()
                .locator("[id='" + field + "']")
                .setInputFiles(new FilePayload(name, "text/csv", content.getBytes(StandardCharsets.UTF_8)));
    }

    /** Opens what a page shows only when it is asked for. */
    public void unfold(String summary) {
        visit.page()
                .locator("summary", new Page.LocatorOptions().setHasText(summary))
                .click();
    }

    /** Returns the address of the first link in the page that begins so and goes on; empty when there is none. */
    public String firstLink(String beginning) {
        Locator links = visit.page().locator("main a[href^='" + beginning + "']");
        return links.count() == 0 ? "" : links.first().getAttribute("href");
    }

    /** Returns the address of the last link in the page that begins so and goes on; empty when there is none. */
    public String lastLink(String beginning) {
        Locator links = visit.page().locator("main a[href^='" + beginning + "']");
        return links.count() == 0 ? "" : links.last().getAttribute("href");
    }

    @Override
    public void close() {
        visit.close();
    }
}
