package org.opencmas.local.browser.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.regex.Pattern;
import org.opencmas.local.browser.window.TestBrowser;
import org.opencmas.local.browser.window.Visit;

/** Somebody without an account looks for what a network engineer costs. */
public final class PublicJourney {

    private PublicJourney() {}

    /** With every swap looked at, and Back after each. */
    public static void searchesAndComesBack(TestBrowser browser) {
        try (Visit visit = browser.visit(Visit.WIDE, ColorScheme.LIGHT)) {
            visit.open("/");
            Page page = visit.page();
            page.getByLabel("What is bought").fill("network engineer");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Search agreements"))
                    .click();
            assertThat(page).hasURL(Pattern.compile(".*/agreements\\?words=network(\\+|%20)engineer.*"));

            page.getByLabel("Contractor").fill("civic");
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Search").setExact(true))
                    .click();
            assertThat(page).hasURL(Pattern.compile(".*contractor=civic.*"));
            assertThat(page.locator("#results")).not().containsText("Carahsoft");
            assertThat(visit.axe()).as("axe, after the swap").isEmpty();

            page.goBack();
            assertThat(page.locator("#results")).containsText("Carahsoft");

            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("3-16-70-3298A"))
                    .click();
            assertThat(page.locator("h1")).containsText("3-16-70-3298A");
            page.getByLabel("Find in the list").fill("network engineer");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Find"))
                    .click();
            assertThat(page.locator("#price-lines")).containsText("106.33");
            assertThat(page.locator("#price-lines")).not().containsText("Systems Designer");
            assertThat(visit.axe()).as("axe, after the swap").isEmpty();
            assertThat(visit.faults()).isEmpty();

            visit.open("/accessibility?event=soon");
            assertThat(page.locator("#errors a")).hasText("Day of the event");
        }
    }

    /** All lines of the list, whatever page is shown. */
    public static void keepsAPriceList(TestBrowser browser) {
        try (Visit visit = browser.visit(Visit.WIDE, ColorScheme.LIGHT)) {
            visit.open("/agreements/3-16-70-3298A");
            Page page = visit.page();
            Download file = page.waitForDownload(() -> page.locator("#price-lines")
                    .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("CSV"))
                    .click());
            assertThat(file.suggestedFilename()).isEqualTo("price-list-3-16-70-3298A.csv");
            assertThat(file.path())
                    .content()
                    .startsWith("\uFEFFitem_id,description,unit,price,base_price,kind")
                    .contains("GS35F216CA-003,Network Engineer,Hour,106.33")
                    .hasLineCount(308);
        }
    }

    /** At 400% zoom and in the reader's own colours nothing is cut off, the focus is seen, and every field has its border. */
    public static void magnifiedInForcedColors(TestBrowser browser) {
        try (Visit visit = browser.visitMagnified()) {
            Page page = visit.page();
            for (String path : List.of(
                    "/",
                    "/agreements?words=network+engineer",
                    "/agreements/3-16-70-3298A",
                    "/price-comparison?words=network+engineer",
                    "/rules/NSP-DOLLAR-LOW",
                    "/accessibility?event=nonsense")) {
                visit.open(path);
                assertThat(visit.overhang())
                        .as("wider than its window: " + path)
                        .isNotPositive();
                assertThat(visit.axe()).as("axe at " + path).isEmpty();
                assertThat(page.evaluate("matchMedia('(forced-colors: active)').matches"))
                        .isEqualTo(true);
                assertThat(page.evaluate(
                                "[...document.querySelectorAll('main input:not([type=hidden]):not([type=checkbox]), main select')]"
                                        + ".filter(each => getComputedStyle(each).borderStyle === 'none').length"))
                        .as("fields without a border at " + path)
                        .isEqualTo(0);
                page.keyboard().press("Tab");
                assertThat(page.evaluate("getComputedStyle(document.activeElement).outlineStyle"))
                        .as("focus at " + path)
                        .isNotEqualTo("none");
            }
            assertThat(visit.faults()).isEmpty();
        }
    }

    /** Past the menu by the skip link, and to the answer with Tab and Enter. */
    public static void usesTheKeyboardAlone(TestBrowser browser) {
        try (Visit visit = browser.visit(Visit.WIDE, ColorScheme.LIGHT)) {
            visit.open("/price-comparison");
            Page page = visit.page();
            page.keyboard().press("Tab");
            assertThat(page.locator(":focus")).containsText("Skip to the content");
            page.keyboard().press("Enter");
            page.keyboard().press("Tab");
            assertThat(page.locator(":focus")).hasAttribute("name", "words");
            page.keyboard().type("network engineer");
            page.keyboard().press("Enter");
            assertThat(page.locator("#found")).containsText("106.33");
            assertThat(page).hasURL(Pattern.compile(".*words=network.*"));

            visit.open("/accessibility?event=nonsense");
            assertThat(page.locator(":focus")).containsText("Please look at this again");
        }
    }
}
