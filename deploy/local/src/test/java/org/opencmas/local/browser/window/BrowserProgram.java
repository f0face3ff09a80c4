package org.opencmas.local.browser.window;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The browser that the tests drive: what {@code CMAS_BROWSER} names, else a Chromium in one of the usual places. None is ever downloaded by them. */
public final class BrowserProgram {
    private static final List<String> USUAL_PLACES = List.of(
            // Without windows it opens a page in half of the time.
            "/usr/bin/chromium-headless-shell",
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/snap/bin/chromium",
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

    private BrowserProgram() {}

    public static Optional<Path> find() {
        String named = System.getenv().getOrDefault("CMAS_BROWSER", "");
        Stream<String> places = named.isEmpty() ? USUAL_PLACES.stream() : Stream.of(named);
        return places.map(Path::of).filter(Files::isExecutable).findFirst();
    }
}
