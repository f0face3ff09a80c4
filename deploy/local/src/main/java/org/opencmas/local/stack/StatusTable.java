package org.opencmas.local.stack;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.opencmas.embedded.ServerProcess;
import org.opencmas.local.server.Server;

/** Shows what runs: process, pid, port, health, memory and log. */
public final class StatusTable {
    private static final String ROW = "%-18s %8s %6s  %-9s %8s  %s%n";

    private final Stack stack;

    public StatusTable(Stack stack) {
        this.stack = stack;
    }

    /** Prints the table and tells whether everything runs and is ready. */
    public boolean print(PrintStream out) {
        out.printf(ROW, "process", "pid", "port", "health", "memory", "log");
        boolean allReady = true;
        for (Server server : Server.values()) {
            Optional<ServerProcess> process = stack.process(server);
            boolean ready = stack.isHealthy(server);
            allReady &= ready;
            out.printf(
                    ROW,
                    server.label(),
                    process.map(running -> Long.toString(running.pid())).orElse("-"),
                    stack.port(server),
                    process.isEmpty() ? "stopped" : ready ? "ready" : "not ready",
                    process.map(running -> memory(running.pid())).orElse("-"),
                    stack.log(server));
        }
        return allReady;
    }

    /** Returns the resident memory as Linux tells it; other systems show a dash. */
    public static String memory(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .map(line -> line.replaceAll("\\D", ""))
                    .map(kilobytes -> Long.parseLong(kilobytes) / 1_024 + " MB")
                    .findFirst()
                    .orElse("-");
        } catch (IOException notLinux) {
            return "-";
        }
    }
}
