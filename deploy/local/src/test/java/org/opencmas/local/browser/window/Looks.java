package org.opencmas.local.browser.window;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotAnimations;
import com.microsoft.playwright.options.ScreenshotCaret;
import com.microsoft.playwright.options.ViewportSize;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Pictures of the pages, to be looked at by people: with {@code -Dlooks=true} each state that a test holds is kept narrow and wide, light and dark, as
 * {@code target/looks/001-orders-320-dark.png}. Without it nothing is kept and nothing takes longer.
 */
public final class Looks {
    private static final boolean WANTED = Boolean.getBoolean("looks");
    private static final Path FOLDER = Path.of("target", "looks");
    private static final List<Integer> WIDTHS = List.of(320, 1280);
    private static final int LONGEST_NAME = 60;
    private static final AtomicInteger COUNT = new AtomicInteger();

    private Looks() {}

    /** Keeps the page as it is now, and leaves it as it was. */
    public static void keep(Page page) {
        if (!WANTED) {
            return;
        }
        ViewportSize before = page.viewportSize();
        String colors = String.valueOf(page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches"));
        String name = "%03d-%s".formatted(COUNT.incrementAndGet(), named(page.url()));
        for (int width : WIDTHS) {
            page.setViewportSize(width, 900);
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                page.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        // As it is: to hide the caret or end animations a style would be put in, which the pages
                        // forbid.
                        .setAnimations(ScreenshotAnimations.ALLOW)
                        .setCaret(ScreenshotCaret.INITIAL)
                        .setPath(FOLDER.resolve(
                                name + "-" + width + "-" + (scheme == ColorScheme.DARK ? "dark" : "light") + ".png")));
            }
        }
        page.emulateMedia(new Page.EmulateMediaOptions()
                .setColorScheme(colors.equals("true") ? ColorScheme.DARK : ColorScheme.LIGHT));
        page.setViewportSize(before.width, before.height);
    }

    private static String named(String url) {
        String name = url.replaceFirst("^https?://[^/]+/?", "").replaceAll("[^A-Za-z0-9]+", "-");
        return name.isEmpty() ? "start" : name.substring(0, Math.min(LONGEST_NAME, name.length()));
    }
}
