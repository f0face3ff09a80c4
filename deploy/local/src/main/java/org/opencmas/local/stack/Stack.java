package org.opencmas.local.stack;

import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opencmas.embedded.ServerProcess;
import org.opencmas.embedded.StartFailure;
import org.opencmas.local.program.Programs;
import org.opencmas.local.server.Addresses;
import org.opencmas.local.server.Endpoints;
import org.opencmas.local.server.Home;
import org.opencmas.local.server.Port;
import org.opencmas.local.server.Ports;
import org.opencmas.local.server.Progress;
import org.opencmas.local.server.Server;
import org.opencmas.local.server.StackLock;

/**
 * One running suite: a folder for its data, its ports, and its eight processes.
 *
 * <p>The processes outlive this object and are found again by their pid files, so {@code up} and {@code down} may be
 * different programs. Starting takes over what an earlier run left healthy and ends what it left half-dead. When one
 * process does not come up, those that are healthy run on, so that the next start only has to go on. Two programs never
 * start or stop the same stack at the same time.
 */
public final class Stack {
    private final Home home;
    private final Ports ports;
    private final Progress progress;
    private final Addresses addresses;
    private final Programs programs;
    private final Servers servers;
    private final ReentrantLock here = new ReentrantLock();
    private final AtomicReference<@Nullable Start> latest = new AtomicReference<>();

    /**
     * Names a stack; nothing is started yet.
     *
     * @param root the project's folder
     * @param home where the stack keeps data, logs and pids
     */
    public Stack(Path root, Path home, Ports ports, Progress progress) {
        this.home = Home.in(home);
        this.ports = ports;
        this.progress = progress;
        this.addresses = new Addresses(ports);
        this.programs = new Programs(root.toAbsolutePath().normalize(), this.home, progress);
        this.servers = new Servers(this.home, addresses, programs, progress);
    }

    public Endpoints endpoints() {
        return addresses.endpoints();
    }

    /** Returns the JDBC URL of one of the stack's databases, with the superuser's name and password. */
    public String superuserUrl(String database) {
        return addresses.superuserUrl(database);
    }

    /** Returns the JDBC URL of one of the stack's databases as that service connects: its policies show it one tenant's rows. */
    public String applicationUrl(Server server, String database) {
        return addresses.applicationUrl(server, database);
    }

    /** Returns host and port of the broker. */
    public String bootstrapServers() {
        return addresses.bootstrapServers();
    }

    public Path home() {
        return home.folder();
    }

    public int port(Server server) {
        return addresses.port(server);
    }

    /** Returns the base URL at which a server tells of its health and its metrics. */
    public URI management(Server server) {
        return addresses.management(server);
    }

    public Path log(Server server) {
        return home.log(server);
    }

    /** Returns the process of a server while it runs. */
    public Optional<ServerProcess> process(Server server) {
        return servers.process(server);
    }

    /** Tells whether a server answers as it should. */
    public boolean isHealthy(Server server) {
        return servers.isHealthy(server);
    }

    /**
     * Starts everything that does not run yet, after building the services when their sources changed.
     *
     * @throws StartFailure when something does not come up; then only what is healthy is left running
     */
    public void buildAndStart() {
        start(true);
    }

    /**
     * Starts everything that does not run yet from what was built before.
     *
     * @throws StartFailure when something is not built or does not come up; then only what is healthy is left running
     */
    public void start() {
        start(false);
    }

    /** Starts one server of a stack whose other servers run, and waits until it is ready. */
    public void startOne(Server server) {
        servers.start(server, () -> {
            // It is wanted until it is ready.
        });
    }

    /** Stops everything that runs, the services first. */
    public void stop() {
        stop(List.of(Server.values()));
    }

    /** Stops what the start that is under way, or was the last one of this program, began; what ran before runs on. */
    public void stopWhatWasBegun() {
        Start last = latest.get();
        stop(last == null ? List.of() : last.begun());
    }

    private void stop(Collection<Server> which) {
        try (StackLock lock = StackLock.take(here, home)) {
            stop(which, lock);
        }
    }

    /** Ends a server by SIGKILL, as a power cut would. */
    public void kill(Server server) {
        process(server).ifPresent(ServerProcess::kill);
    }

    /** Tells a start that is under way in another thread to give up soon. */
    public void giveUp() {
        Start start = latest.get();
        if (start != null) {
            start.giveUp(new StartFailure("Interrupted."));
        }
    }

    private void start(boolean mayBuild) {
        try (StackLock lock = StackLock.take(here, home)) {
            var start = new Start(home, programs, servers, progress);
            latest.set(start);
            if (!mayBuild) {
                Server.services().forEach(programs.services()::requireBuilt);
            }
            home.requireFreeSpace();
            requireFreePorts();
            run(start, mayBuild, lock);
        }
    }

    private void run(Start start, boolean mayBuild, StackLock lock) {
        try {
            start.run(mayBuild);
        } catch (StartFailure e) {
            stop(start.begun().stream().filter(server -> !isHealthy(server)).toList(), lock);
            throw runningOn()
                    .map(left -> new StartFailure(e.getMessage() + left, e))
                    .orElse(e);
        }
    }

    /** Tells which servers run on after a start that failed, and what to do about them. */
    private Optional<String> runningOn() {
        List<String> left = Arrays.stream(Server.values())
                .filter(server -> process(server).isPresent())
                .map(Server::label)
                .toList();
        return left.isEmpty()
                ? Optional.empty()
                : Optional.of("\n    " + String.join(", ", left) + (left.size() == 1 ? " runs" : " run")
                        + " on: ./cmas up goes on with what is there, ./cmas down stops it.");
    }

    private void requireFreePorts() {
        for (Server server : Server.values()) {
            if (process(server).isEmpty()) {
                ports.requireFree(server.port());
                server.managementPort().ifPresent(ports::requireFree);
                if (server == Server.KAFKA) {
                    ports.requireFree(Port.KAFKA_CONTROLLER);
                }
            }
        }
    }

    /** Stops those of the servers that run, those that others depend on last. */
    private void stop(Collection<Server> which, StackLock lock) {
        lock.requireHeld();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture.allOf(which.stream()
                            .filter(server -> server != Server.KAFKA && server != Server.POSTGRES)
                            .map(server -> CompletableFuture.runAsync(() -> servers.stop(server), threads))
                            .toArray(CompletableFuture<?>[]::new))
                    .join();
        }
        Stream.of(Server.KAFKA, Server.POSTGRES).filter(which::contains).forEach(servers::stop);
    }
}
