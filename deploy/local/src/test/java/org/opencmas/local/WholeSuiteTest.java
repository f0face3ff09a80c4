package org.opencmas.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.opencmas.embedded.ServerProcess;
import org.opencmas.embedded.StartFailure;
import org.opencmas.local.browser.BrowserTests;
import org.opencmas.local.demo.Demo;
import org.opencmas.local.server.Endpoints;
import org.opencmas.local.server.Folders;
import org.opencmas.local.server.Ports;
import org.opencmas.local.server.Progress;
import org.opencmas.local.server.Server;
import org.opencmas.local.stack.Stack;
import org.opencmas.testkit.Eventually;

/**
 * The whole suite on its sample, started once: the story, then the console's pages in a browser, then the end. Needs the services and the console built, as they are when the
 * whole project is built; says so in one line when they are not.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WholeSuiteTest {
    private final Path home;
    private final Progress progress = new Progress(System.out);
    private final Stack stack;
    private final BrowserTests browser;

    /** Not a folder of JUnit's, which warns of each link to the identity provider's files when it deletes them. */
    WholeSuiteTest() throws IOException {
        home = Files.createTempDirectory("cmas-whole-suite");
        stack = new Stack(Path.of("../.."), home, Ports.free(), progress);
        browser = new BrowserTests(stack.endpoints());
    }

    @BeforeAll
    void start() {
        stack.start();
    }

    @AfterAll
    void stop() {
        stack.stop();
        progress.close();
        Folders.delete(home);
    }

    @Test
    @Order(1)
    @DisplayName(
            "The whole suite takes the sample data, and holds every step of the walk twice, the README's and the OpenAPI documents' examples")
    void walksTheStory() throws Exception {
        var demo = new Demo(DemoSteps.all(), System.out);
        assertThat(demo.run(stack.endpoints())).isTrue();
        leavesHealthyServersAloneWhenAStartFails(stack);
        assertThat(demo.run(stack.endpoints())).as("again on kept data").isTrue();
        assertThat(new ReadmeWalk(Path.of("../../README.md"), "walk").run(stack.endpoints()))
                .contains("3-16-70-3298A")
                .contains("\"decision\":\"RETURN\"", "CON-PRICE-CEILING", "106.33")
                .contains("HTTP/1.1 201", "\"state\":\"ISSUED\"")
                .contains("\"base\":\"4253.20\"", "\"fee\":\"53.165")
                .endsWith("exit code 0");
        assertThat(new ReadmeWalk(Path.of("../../README.md"), "new agency").run(stack.endpoints()))
                .contains("HTTP/1.1 200")
                .endsWith("exit code 0");
        provesTheJournals(stack.endpoints());
        assertThat(new ExamplesWalk(Path.of("../.."), stack.endpoints()).faults())
                .as("the examples of the OpenAPI documents, on the sample")
                .isEmpty();
    }

    @TestFactory
    @Order(2)
    Stream<DynamicTest> pagesOfTheConsole() {
        return browser.tests();
    }

    @TestFactory
    @Order(3)
    Stream<DynamicTest> pagesOfTheConsoleWithoutTheRegistry() {
        stack.kill(Server.REGISTRY);
        return browser.testsWithoutRegistry();
    }

    @Test
    @Order(4)
    @DisplayName("The whole suite stops, and leaves no process")
    void stopsWhole() {
        stack.stop();
        for (Server server : Server.values()) {
            assertThat(stack.process(server)).as(server.label()).isEmpty();
        }
    }

    /** With Python where it is; a second reading meets what the first one kept. */
    private void provesTheJournals(Endpoints endpoints) throws Exception {
        if (!hasPython()) {
            System.out.println("SKIPPED: the journals are not proved by verify/journal.py, since there is no python3");
            return;
        }
        var audit = new ReadmeWalk(Path.of("../../README.md"), "audit")
                .with("KEPT", home.resolve("checkpoints.json").toString());
        for (URI service : List.of(endpoints.registry(), endpoints.order(), endpoints.compliance(), endpoints.fees())) {
            audit.with("ORDER", service.toString());
            assertThat(audit.run(endpoints)).contains("holds: ").endsWith("exit code 0");
            assertThat(audit.run(endpoints)).contains("earlier reading(s) met").endsWith("exit code 0");
        }
    }

    private static boolean hasPython() throws InterruptedException {
        try {
            return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
        } catch (IOException none) {
            return false;
        }
    }

    /** Two services are gone; while they are started again, one of them is ended. The others run on, and the next start goes on. */
    private static void leavesHealthyServersAloneWhenAStartFails(Stack stack) throws Exception {
        Map<Server, Long> healthy = new EnumMap<>(Server.class);
        for (Server server : Server.values()) {
            healthy.put(server, stack.process(server).orElseThrow().pid());
        }
        for (Server server : List.of(Server.ORDER, Server.COMPLIANCE)) {
            stack.kill(server);
            healthy.remove(server);
        }
        CompletableFuture<Void> start = CompletableFuture.runAsync(stack::start);
        // Often enough to meet it while it starts.
        Eventually.within(
                Eventually.PATIENCE,
                () -> assertThat(stack.process(Server.COMPLIANCE)).isPresent());
        stack.kill(Server.COMPLIANCE);

        assertThatThrownBy(start::join)
                .hasRootCauseInstanceOf(StartFailure.class)
                .hasMessageContaining("compliance ended before it was ready")
                .hasMessageContaining("run on: ./cmas up goes on with what is there, ./cmas down stops it");
        healthy.forEach((server, pid) -> {
            assertThat(stack.process(server).map(ServerProcess::pid))
                    .as(server.label())
                    .hasValue(pid);
            assertThat(stack.isHealthy(server)).as(server.label()).isTrue();
        });
        stack.start();
    }
}
