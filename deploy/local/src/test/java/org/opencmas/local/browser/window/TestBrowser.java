package org.opencmas.local.browser.window;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.opencmas.testkit.Eventually;

/** One browser for all pages; each visit has a context of its own, without the cookies of another. */
public final class TestBrowser implements AutoCloseable {
    private static final double PATIENCE_MILLIS = Eventually.PATIENCE.toMillis();
    /** A browser that looks for nothing elsewhere; as root there is no sandbox to be had. */
    private static final List<String> ALONE = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;
    private final URI console;

    public TestBrowser(Path program, URI console) {
        this.console = console;
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setArgs(ALONE));
    }

    /** Opens a window of that width, as somebody who was never here. */
    public Visit visit(int width, ColorScheme colors) {
        return visit(new Browser.NewContextOptions().setViewportSize(width, 900).setColorScheme(colors));
    }

    /** Opens a window of 1280 by 900 at 400% zoom, in colours that the reader chose for all pages. */
    public Visit visitMagnified() {
        return visit(new Browser.NewContextOptions()
                .setViewportSize(320, 225)
                .setDeviceScaleFactor(4)
                .setForcedColors(ForcedColors.ACTIVE));
    }

    /** Opens a window in which no script runs. */
    public Visit visitWithoutScript() {
        return visit(new Browser.NewContextOptions().setJavaScriptEnabled(false));
    }

    private Visit visit(Browser.NewContextOptions options) {
        BrowserContext context = browser.newContext(options.setLocale("en-US"));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        return new Visit(context, console);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
