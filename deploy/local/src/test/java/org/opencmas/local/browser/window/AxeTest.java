package org.opencmas.local.browser.window;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("Axe finds what is hard to read among many that are painted alike")
class AxeTest {
    private static final String PAGE = """
            <!doctype html><html lang="en"><head><title>Rows</title><style>
            .shade {background: #555} .faint {color: #aaa} .off {position: absolute; left: -999px}
            </style></head><body><main><h1>Rows</h1>%s</main></body></html>""";

    private @Nullable TestBrowser browser;

    @BeforeAll
    void start() {
        BrowserProgram.find()
                .ifPresent(program -> browser = new TestBrowser(program, URI.create("http://pages.invalid")));
    }

    @AfterAll
    void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    @DisplayName("One of a hundred rows is painted otherwise")
    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "<p class=\"faint\">Faint</p>",
                "<p style=\"color: rgb(160, 160, 160)\">Faint by itself</p>",
                "<div class=\"shade\"><p>Dark on a dark ground</p></div>",
                "<div style=\"opacity: 0.4\"><p>Through a veil</p></div>",
                "<p>Plain, <span class=\"faint\">and faint</span></p>",
                "<label>Name <input class=\"faint\" value=\"typed\"></label>",
                "<label>Kind <select class=\"faint\"><option>One</option></select></label>",
            })
    void aRowThatIsHardToRead(String row) {
        assertThat(violations(row)).hasSize(1).first().asString().startsWith("color-contrast: ");
    }

    @Test
    @DisplayName("What is painted alike but off, or not to be seen, does not stand for what is")
    void oneThatIsNotLookedAtDoesNotStandForOthers() {
        assertThat(violations("<p class=\"faint off\">Elsewhere</p><p class=\"faint\">Faint</p>"))
                .hasSize(1);
        assertThat(violations("<button class=\"faint\" style=\"background: #fff\" disabled>Off</button>"
                        + "<button class=\"faint\" style=\"background: #fff\">On</button>"))
                .hasSize(1);
    }

    @Test
    @DisplayName("Nothing is found where all is well, and other rules are asked for as well")
    void otherRules() {
        assertThat(violations("")).isEmpty();
        assertThat(violations("<img>")).hasSize(1).first().asString().startsWith("image-alt: ");
    }

    private List<String> violations(String row) {
        Assumptions.assumeTrue(browser != null, "SKIPPED: no browser; install chromium or name one with CMAS_BROWSER");
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            rows.add(i == 60 ? row : "<p>Row " + i + "</p>");
        }
        try (Visit visit = browser.visit(Visit.WIDE, ColorScheme.LIGHT)) {
            visit.page().setContent(PAGE.formatted(String.join("", rows)));
            return visit.axe();
        }
    }
}
