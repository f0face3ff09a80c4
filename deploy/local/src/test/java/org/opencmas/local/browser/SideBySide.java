package org.opencmas.local.browser;

import java.net.URI;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Phaser;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.opencmas.local.browser.window.BrowserProgram;
import org.opencmas.local.browser.window.TestBrowser;

/**
 * Checks in several browsers at once, since one browser and the suite beneath it leave a processor idle for half of the time. Each check is a test of its own, which waits for what
 * came of it; where there is no browser each is skipped, so that the last lines of a run tell how many.
 */
final class SideBySide {
    private final URI console;
    private final Optional<Path> program = BrowserProgram.find();

    SideBySide(URI console) {
        this.console = console;
    }

    /**
     * Returns a test of each check, and begins with them.
     *
     * @param lanes the checks of each browser, in their order
     * @param afterwards checks that begin when all of those are done, in whichever browser is free
     */
    Stream<DynamicTest> tests(List<List<PageCheck>> lanes, List<PageCheck> afterwards) {
        Map<PageCheck, CompletableFuture<Void>> results = new LinkedHashMap<>();
        Stream.concat(lanes.stream().flatMap(Collection::stream), afterwards.stream())
                .forEach(check -> results.put(check, new CompletableFuture<>()));
        if (program.isPresent()) {
            var open = new Phaser(lanes.size());
            Queue<PageCheck> rest = new ConcurrentLinkedQueue<>(afterwards);
            for (List<PageCheck> lane : lanes) {
                Thread.ofPlatform().daemon().name("browser").start(() -> drive(lane, open, rest, results));
            }
        }
        return results.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey().name(), () -> hold(entry.getValue())));
    }

    private void drive(
            List<PageCheck> lane, Phaser open, Queue<PageCheck> rest, Map<PageCheck, CompletableFuture<Void>> results) {
        try (var browser = new TestBrowser(program.orElseThrow(), console)) {
            lane.forEach(check -> settle(check, browser, results.get(check)));
            open.arriveAndAwaitAdvance();
            for (PageCheck check = rest.poll(); check != null; check = rest.poll()) {
                settle(check, browser, results.get(check));
            }
        } catch (RuntimeException | Error e) {
            // A browser is missing, so that nothing that has not been held yet will be.
            results.values().forEach(result -> result.completeExceptionally(e));
            open.forceTermination();
        }
    }

    private static void settle(PageCheck check, TestBrowser browser, CompletableFuture<Void> result) {
        try {
            check.check().accept(browser);
            result.complete(null);
        } catch (RuntimeException | Error e) {
            result.completeExceptionally(e);
        }
    }

    private void hold(CompletableFuture<Void> result) throws Throwable {
        Assumptions.assumeTrue(
                program.isPresent(), "SKIPPED: no browser; install chromium or name one with CMAS_BROWSER");
        try {
            result.join();
        } catch (CompletionException e) {
            throw e.getCause();
        }
    }
}
