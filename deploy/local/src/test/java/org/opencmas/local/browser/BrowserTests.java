package org.opencmas.local.browser;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.opencmas.local.client.SuiteClient;
import org.opencmas.local.server.Endpoints;

/** All that is held of the console in a browser, on a suite that runs with its sample. */
public final class BrowserTests {
    private final SideBySide browsers;
    private final SuiteClient client;

    public BrowserTests(Endpoints endpoints) {
        browsers = new SideBySide(endpoints.console());
        client = new SuiteClient(endpoints);
    }

    /**
     * Returns the tests while every service runs. In one browser what the public sees, then the journeys that change it; in the second the journeys of agencies, in the third
     * those about fees; and then each persona's pages in whichever is free.
     */
    public Stream<DynamicTest> tests() {
        return tests(name -> true);
    }

    /**
     * Returns some of them.
     *
     * @param wanted by the name
     */
    Stream<DynamicTest> tests(Predicate<String> wanted) {
        return browsers.tests(
                List.of(
                        some(
                                Stream.concat(ConsolePages.checks().stream(), SignedInPages.registryJourneys().stream())
                                        .toList(),
                                wanted),
                        some(SignedInPages.agencyJourneys(client), wanted),
                        some(SignedInPages.feeJourneys(), wanted)),
                some(SignedInPages.pages(), wanted));
    }

    /** Returns the tests while the contract registry is down. */
    public Stream<DynamicTest> testsWithoutRegistry() {
        return browsers.tests(List.of(ConsolePages.checksWithoutRegistry()), List.of());
    }

    private static List<PageCheck> some(List<PageCheck> checks, Predicate<String> wanted) {
        return checks.stream().filter(check -> wanted.test(check.name())).toList();
    }
}
