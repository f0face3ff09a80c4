package org.opencmas.local.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;

/**
 * One state of one page that the public may open.
 *
 * @param name what a reader of the report calls it
 * @param path its address, from the slash on
 * @param status what it is answered with
 * @param text words that it shows in this state
 */
record PageState(String name, String path, int status, String text) {
    private static final int WIDE = 1280;
    private static final int NARROW = 320;

    static PageState of(String name, String path, String text) {
        return new PageState(name, path, 200, text);
    }

    /** Wide and light, narrow and dark, and without script. */
    void check(TestBrowser browser) {
        try (Visit wide = browser.visit(WIDE, ColorScheme.LIGHT)) {
            see(wide);
            assertThat(wide.axe()).as("axe, light").isEmpty();
            assertThat(wide.faults()).isEmpty();
            Looks.keep(wide.page());
        }
        try (Visit narrow = browser.visit(NARROW, ColorScheme.DARK)) {
            see(narrow);
            assertThat(narrow.overhang()).as("wider than %d pixels", NARROW).isNotPositive();
            assertThat(narrow.axe()).as("axe, dark and narrow").isEmpty();
            narrow.page().setViewportSize(WIDE, NARROW);
            assertThat(narrow.axe())
                    .as("axe, dark and wide, where the menu stands open")
                    .isEmpty();
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
