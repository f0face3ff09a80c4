package org.opencmas.local.browser.window;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Somebody's visit: a window, and what went wrong in it so far. */
public final class Visit implements AutoCloseable {
    public static final int WIDE = 1280;
    public static final int NARROW = 320;
    private static final int HEIGHT = 900;
    private static final int LOOKS_FOR_REFUSAL = 200;

    private final BrowserContext context;
    private final Page page;
    private final URI console;
    private final List<String> faults = new ArrayList<>();

    public Visit(BrowserContext context, URI console) {
        this.context = context;
        this.console = console;
        page = context.newPage();
        page.onConsoleMessage(message -> faults.add("the browser says: " + message.text()));
        page.onPageError(error -> faults.add("a script failed: " + error));
        page.onRequest(request -> {
            if (!isOwn(request.url())) {
                faults.add("a request to another host: " + request.url());
            }
        });
        page.onResponse(response -> {
            if (response.status() >= 400 && !response.request().isNavigationRequest()) {
                faults.add(response.status() + " for " + response.url());
            }
        });
    }

    public Page page() {
        return page;
    }

    /** Opens a page of the console and returns its status. */
    public int open(String path) {
        Response response = page.navigate(console + path);
        if (response.status() >= 400) {
            awaitWordOfRefusal();
            // The browser's own word for it.
            faults.removeIf(
                    fault -> fault.contains("Failed to load resource") && fault.contains(" " + response.status()));
        }
        return response.status();
    }

    /** Waits until the browser has written down that something was refused, which it may do after the page is shown. */
    public void awaitWordOfRefusal() {
        for (int look = 0; look < LOOKS_FOR_REFUSAL && !hasWordOfRefusal(); look++) {
            page.waitForTimeout(50);
        }
    }

    private boolean hasWordOfRefusal() {
        return faults.stream().anyMatch(fault -> fault.contains("Failed to load resource"));
    }

    /** Returns what axe finds against WCAG 2.2 AA in the page as it is now. */
    public List<String> axe() {
        return Axe.violations(page);
    }

    /** Returns the same of one part of the page. */
    public List<String> axe(String part) {
        return Axe.violations(page, part);
    }

    /** Makes the window narrow and the colours dark, as a reader may while the page is open. */
    public void narrowAndDark() {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        page.setViewportSize(NARROW, HEIGHT);
    }

    public void wide() {
        page.setViewportSize(WIDE, HEIGHT);
    }

    public void wideAndLight() {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        wide();
    }

    /** Returns how many pixels the page is wider than its window. */
    public int overhang() {
        return ((Number) page.evaluate("document.documentElement.scrollWidth - window.innerWidth")).intValue();
    }

    /** Returns what went wrong until now: console messages, failed scripts, requests to other hosts, files that are not there. */
    public List<String> faults() {
        return faults;
    }

    private boolean isOwn(String url) {
        return URI.create(url.replaceFirst("[?#].*", "")).getAuthority().equals(console.getAuthority());
    }

    @Override
    public void close() {
        context.close();
    }
}
