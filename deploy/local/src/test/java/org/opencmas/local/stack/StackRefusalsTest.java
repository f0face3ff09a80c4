package org.opencmas.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opencmas.embedded.Loopback;
import org.opencmas.embedded.StartFailure;
import org.opencmas.local.Cmas;
import org.opencmas.local.server.Port;
import org.opencmas.local.server.Ports;
import org.opencmas.local.server.Progress;
import org.opencmas.local.server.Server;

class StackRefusalsTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    @DisplayName("A taken port is told with its number, who wants it and the variable that moves it; nothing runs")
    void tellsATakenPort() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.ofLiteral(Loopback.ADDRESS));
                var progress = new Progress(out())) {
            String port = Integer.toString(other.getLocalPort());
            Map<String, String> environment = environment();
            environment.put("CMAS_PORT_ORDER", port);
            var stack = new Stack(folder, folder, Ports.from(environment), progress);

            assertThatThrownBy(stack::buildAndStart)
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining("Port " + port + " is taken")
                    .hasMessageContaining("the order service wants to listen there")
                    .hasMessageContaining("CMAS_PORT_ORDER");
            for (Server server : Server.values()) {
                assertThat(stack.process(server)).isEmpty();
            }
        }
    }

    @Test
    @DisplayName("A service that is not built is one clear line, and what was started is stopped again")
    void tellsAMissingJar() {
        try (var progress = new Progress(out())) {
            var stack = new Stack(folder.resolve("nothing-here"), folder, Ports.free(), progress);

            assertThatThrownBy(stack::start)
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining("is not built")
                    .hasMessageContaining("./cmas up");
            for (Server server : Server.values()) {
                assertThat(stack.process(server)).isEmpty();
            }
        }
    }

    @Test
    @DisplayName("An unknown command or option prints the help and is exit code 2")
    void helpsOnAnUnknownCommand() {
        assertThat(run("dance")).isEqualTo(2);
        assertThat(run("up", "--now")).isEqualTo(2);
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("./cmas <command>");
    }

    @Test
    @DisplayName("Status of nothing says stopped and is exit code 1; help is 0")
    void statusOfNothing() {
        assertThat(run("status")).isEqualTo(1);
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("postgres", "stopped");
        assertThat(run("help")).isZero();
    }

    @Test
    @DisplayName("Reset deletes data and logs but not what was built")
    void resetKeepsWhatWasBuilt() throws Exception {
        Files.createDirectories(folder.resolve("postgres/data"));
        Files.createDirectories(folder.resolve("keycloak-0"));

        assertThat(run("reset", "--yes")).isZero();

        assertThat(folder.resolve("postgres")).doesNotExist();
        assertThat(folder.resolve("keycloak-0")).exists();
    }

    private int run(String... arguments) {
        return Cmas.run(List.of(arguments), environment(), out());
    }

    /** Ports that nobody listens on, since a suite may run on the usual ones beside this test. */
    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        Ports free = Ports.free();
        for (Port port : Port.values()) {
            environment.put(port.variable(), Integer.toString(free.of(port)));
        }
        environment.put("CMAS_ROOT", folder.toString());
        environment.put("CMAS_HOME", folder.toString());
        return environment;
    }

    private PrintStream out() {
        return new PrintStream(printed, true, StandardCharsets.UTF_8);
    }
}
