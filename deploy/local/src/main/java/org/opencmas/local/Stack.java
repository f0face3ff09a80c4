package org.opencmas.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.opencmas.embedded.ServerProcess;
import org.opencmas.embedded.StartFailure;

/**
 * One running suite: a folder for its data, its ports, and its seven processes.
 *
 * <p>The processes outlive this object and are found again by their pid files, so {@code up} and {@code down} may be
 * different programs. Starting takes over what an earlier run left healthy, ends what it left half-dead, and ends
 * everything again when one process does not come up. Two programs never start or stop the same stack at the same time.
 */
public final class Stack {
    private final Home home;
    private final Ports ports;
    private final Progress progress;
    private final Addresses addresses;
    private final Programs programs;
    private final Servers servers;
    private final ReentrantLock here = new ReentrantLock();
    private final AtomicReference<@Nullable Start> underWay = new AtomicReference<>();

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

    /** Returns host and port of the broker. */
    public String bootstrapServers() {
        return addresses.bootstrapServers();
    }

    public Path home() {
        return home.folder();
    }

    int port(Server server) {
        return addresses.port(server);
    }

    Path log(Server server) {
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
     * @throws StartFailure when something does not come up; then nothing is left running
     */
    public void buildAndStart() {
        start(true);
    }

    /**
     * Starts everything that does not run yet from what was built before.
     *
     * @throws StartFailure when something is not built or does not come up; then nothing is left running
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
        try (StackLock lock = StackLock.take(here, home)) {
            stopAll(lock);
        }
    }

    /** Ends a server by SIGKILL, as a power cut would. */
    public void kill(Server server) {
        process(server).ifPresent(ServerProcess::kill);
    }

    /** Tells a start that is under way in another thread to give up soon. */
    void giveUp() {
        Start start = underWay.get();
        if (start != null) {
            start.giveUp(new StartFailure("Interrupted."));
        }
    }

    private void start(boolean mayBuild) {
        try (StackLock lock = StackLock.take(here, home)) {
            var start = new Start(home, programs, servers, progress);
            underWay.set(start);
            if (!mayBuild) {
                Server.services().forEach(programs.services()::requireBuilt);
            }
            home.requireFreeSpace();
            requireFreePorts();
            run(start, mayBuild, lock);
        } finally {
            underWay.set(null);
        }
    }

    private void run(Start start, boolean mayBuild, StackLock lock) {
        try {
            start.run(mayBuild);
        } catch (StartFailure e) {
            progress.say("Stopping what was started.");
            stopAll(lock);
            throw e;
        }
    }

    private void requireFreePorts() {
        for (Server server : Server.values()) {
            if (process(server).isEmpty()) {
                ports.requireFree(server.port());
                if (server == Server.KAFKA) {
                    ports.requireFree(Port.KAFKA_CONTROLLER);
                }
            }
        }
    }

    private void stopAll(StackLock lock) {
        lock.requireHeld();
        List<Server> clients = new ArrayList<>(Server.services());
        clients.add(Server.IDENTITY);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture.allOf(clients.stream()
                            .map(server -> CompletableFuture.runAsync(() -> servers.stop(server), threads))
                            .toArray(CompletableFuture<?>[]::new))
                    .join();
        }
        servers.stop(Server.KAFKA);
        servers.stop(Server.POSTGRES);
    }
}
