package org.opencmas.local.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import org.opencmas.local.browser.window.Looks;
import org.opencmas.local.browser.window.TestBrowser;
import org.opencmas.local.browser.window.Visit;

/**
 * One state of one page that the public may open.
 *
 * @param name what a reader of the report calls it
 * @param path its address, from the slash on
 * @param status what it is answered with
 * @param text words that it shows in this state
 */
record PageState(String name, String path, int status, String text) {
    private static final String MENU = "nav";

    static PageState of(String name, String path, String text) {
        return new PageState(name, path, 200, text);
    }

    /** Wide and light, then narrow and dark, then with the menu open in the dark, and without script. */
    void check(TestBrowser browser) {
        try (Visit visit = browser.visit(Visit.WIDE, ColorScheme.LIGHT)) {
            see(visit);
            assertThat(visit.axe()).as("axe, light").isEmpty();
            visit.narrowAndDark();
            assertThat(visit.overhang())
                    .as("wider than %d pixels", Visit.NARROW)
                    .isNotPositive();
            assertThat(visit.axe()).as("axe, dark and narrow").isEmpty();
            visit.wide();
            assertThat(visit.axe(MENU)).as("axe of the menu, dark and wide").isEmpty();
            assertThat(visit.faults()).isEmpty();
            Looks.keep(visit.page());
        }
        try (Visit bare = browser.visitWithoutScript()) {
            see(bare);
        }
    }

    private void see(Visit visit) {
        assertThat(visit.open(path)).isEqualTo(status);
        assertThat(visit.page().locator("main").innerText()).contains(text);
        assertThat(visit.page().locator("h1").count()).isEqualTo(1);
    }
}
