package org.opencmas.local;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.opencmas.embedded.KafkaBroker;
import org.opencmas.embedded.Loopback;
import org.opencmas.embedded.PostgresServer;
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
    private static final Duration READY_DEADLINE = Duration.ofSeconds(300);
    private static final Duration RECOVERY_DEADLINE = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration STOP_GRACE = Duration.ofSeconds(25);
    private static final long LEAST_FREE_MEGABYTES = 1_024;
    private static final long LOG_LIMIT_BYTES = 20_000_000;

    private final Path root;
    private final Path home;
    private final Ports ports;
    private final Progress progress;
    private final Build build;
    private final Keycloak keycloak;
    private final ServiceFiles files;
    private final Probe probe = new Probe();
    private final ReentrantLock here = new ReentrantLock();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    /**
     * Names a stack; nothing is started yet.
     *
     * @param root the project's folder
     * @param home where the stack keeps data, logs and pids
     */
    public Stack(Path root, Path home, Ports ports, Progress progress) {
        this.root = root.toAbsolutePath().normalize();
        this.home = home.toAbsolutePath().normalize();
        this.ports = ports;
        this.progress = progress;
        this.build = new Build(this.root, this.home, progress);
        this.keycloak = new Keycloak(this.root.resolve(".cmas"), this.home);
        this.files = new ServiceFiles(this.root, this.home);
    }

    public Endpoints endpoints() {
        return new Endpoints(
                base(Server.REGISTRY), base(Server.ORDER), base(Server.COMPLIANCE), base(Server.FEES), issuer());
    }

    /** Returns the JDBC URL of one of the stack's databases, with the superuser's name and password. */
    public String superuserUrl(String database) {
        return "jdbc:postgresql://" + Loopback.ADDRESS + ":" + ports.of(Port.POSTGRES) + "/" + database + "?user="
                + PostgresServer.SUPERUSER + "&password=" + PostgresServer.PASSWORD;
    }

    /** Returns host and port of the broker. */
    public String bootstrapServers() {
        return Loopback.ADDRESS + ":" + ports.of(Port.KAFKA);
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

    /** Stops everything that runs, the services first. */
    public void stop() {
        try (Lock lock = lock()) {
            stopAll(lock);
        }
    }

    /** Tells a start that is under way in another thread to give up soon. */
    void giveUp() {
        giveUp(new StartFailure("Interrupted."));
    }

    private void giveUp(Throwable why) {
        failure.compareAndSet(null, why);
        build.abandon();
        keycloak.abandon();
    }

    /** Returns the process of a server while it runs. */
    public Optional<ServerProcess> process(Server server) {
        return switch (server) {
            case POSTGRES ->
                PostgresServer.attach(directory(server), ports.of(server.port()))
                        .map(PostgresServer::process);
            case KAFKA ->
                KafkaBroker.attach(directory(server), ports.of(server.port())).map(KafkaBroker::process);
            default -> ServerProcess.attach(server.label(), log(server), pidFile(server));
        };
    }

    /** Ends a server by SIGKILL, as a power cut would. */
    public void kill(Server server) {
        process(server).ifPresent(ServerProcess::kill);
    }

    /** Starts one server of a stack whose other servers run, and waits until it is ready. */
    public void startOne(Server server) {
        switch (server) {
            case POSTGRES -> PostgresServer.startDurable(directory(server), ports.of(Port.POSTGRES));
            case KAFKA -> startKafka();
            case IDENTITY -> launchIdentity();
            default -> launchService(server);
        }
    }

    /** Tells whether a server answers as it should. */
    public boolean isHealthy(Server server) {
        if (process(server).isEmpty()) {
            return false;
        }
        return switch (server) {
            case POSTGRES, KAFKA -> !Loopback.isFree(ports.of(server.port()));
            default -> probe.answersOk(readyUri(server));
        };
    }

    public Path home() {
        return home;
    }

    int port(Server server) {
        return ports.of(server.port());
    }

    Path log(Server server) {
        return home.resolve("logs").resolve(server.label() + ".log");
    }

    private void start(boolean mayBuild) {
        try (Lock lock = lock()) {
            failure.set(null);
            if (!mayBuild) {
                Server.services().forEach(files::requireBuilt);
            }
            requireFreeSpace();
            requireFreePorts();
            try {
                startAll(mayBuild);
            } catch (CompletionException e) {
                progress.say("Stopping what was started.");
                stopAll(lock);
                Throwable cause = failure.get();
                if (cause instanceof StartFailure startFailure) {
                    throw startFailure;
                }
                throw new StartFailure("The start failed: " + cause, cause == null ? e : cause);
            }
        }
    }

    /** Starts in parallel what does not depend on each other. */
    private void startAll(boolean mayBuild) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var started = new ArrayList<CompletableFuture<?>>();
            CompletableFuture<Void> built = task(threads, () -> buildServices(mayBuild));
            CompletableFuture<Void> identityBuilt = task(threads, this::buildIdentity);
            CompletableFuture<Void> kafka = task(threads, this::startKafka);
            CompletableFuture<Void> databases = task(threads, this::startPostgres);
            started.addAll(List.of(built, identityBuilt, kafka, databases));
            started.add(databases
                    .thenCombine(identityBuilt, (a, b) -> a)
                    .thenRunAsync(guarded(this::startIdentity), threads));
            CompletableFuture<Void> ready = CompletableFuture.allOf(databases, kafka, built);
            for (Server service : Server.services()) {
                started.add(ready.thenRunAsync(guarded(() -> startService(service)), threads));
            }
            CompletableFuture.allOf(started.toArray(new CompletableFuture<?>[0]))
                    .join();
        }
    }

    private CompletableFuture<Void> task(Executor threads, Runnable work) {
        return CompletableFuture.runAsync(guarded(work), threads);
    }

    /** The first failure makes every other start give up. */
    private Runnable guarded(Runnable work) {
        return () -> {
            requireNoFailure();
            try {
                work.run();
            } catch (RuntimeException | Error e) {
                giveUp(e);
                throw e;
            }
        };
    }

    private void requireNoFailure() {
        if (failure.get() != null) {
            throw new StartFailure("Given up, since another part did not start.");
        }
    }

    private void buildServices(boolean mayBuild) {
        if (mayBuild && !build.isUpToDate()) {
            progress.during("services built", build::run);
        }
    }

    private void buildIdentity() {
        if (!keycloak.isBuilt()) {
            progress.during("Keycloak unpacked and built, once", keycloak::build);
        }
    }

    private void startPostgres() {
        if (!takenOver(Server.POSTGRES)) {
            progress.during(
                    ready(Server.POSTGRES),
                    () -> PostgresServer.startDurable(directory(Server.POSTGRES), ports.of(Port.POSTGRES)));
        }
        new Databases(postgres()).create();
        link(Server.POSTGRES, "postgres.log");
    }

    private void startKafka() {
        if (!takenOver(Server.KAFKA)) {
            progress.during(
                    ready(Server.KAFKA),
                    () -> KafkaBroker.startDurable(
                            directory(Server.KAFKA), ports.of(Port.KAFKA), ports.of(Port.KAFKA_CONTROLLER)));
        }
        link(Server.KAFKA, "kafka.log");
    }

    private void startIdentity() {
        if (!takenOver(Server.IDENTITY)) {
            progress.during(ready(Server.IDENTITY), this::launchIdentity);
        }
    }

    private void launchIdentity() {
        if (keycloak.writeRealm(Realm.ofSample().json())) {
            new Databases(postgres()).recreate(Server.IDENTITY);
        }
        String url = postgres().jdbcUrl(Server.IDENTITY.database());
        await(
                Server.IDENTITY,
                keycloak.start(ports.of(Port.IDENTITY), url, freshLog(Server.IDENTITY), pidFile(Server.IDENTITY)));
    }

    private void startService(Server service) {
        endOutdated(service);
        if (!takenOver(service)) {
            progress.during(ready(service), () -> launchService(service));
        }
    }

    private void launchService(Server service) {
        if (!files.isCurrent(service)) {
            files.refresh(service);
        }
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-Xms128m",
                "-Xmx320m",
                // By itself the collector begins with so small a young space that it runs many times a second.
                "-Xmn64m",
                "--enable-native-access=ALL-UNNAMED",
                // Four services share the processors: fewer threads that take turns.
                "-Dquarkus.vertx.event-loops-pool-size="
                        + Math.max(1, Runtime.getRuntime().availableProcessors() / 2),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager"));
        if (System.getProperty("os.name").equals("Linux")) {
            // Other systems refuse the option.
            command.add("-XX:+UseTransparentHugePages");
        }
        String more = System.getenv().getOrDefault("CMAS_JAVA_OPTS", "").strip();
        if (!more.isEmpty()) {
            command.addAll(List.of(more.split("\\s+", -1)));
        }
        command.addAll(List.of("-jar", files.jar(service).toString()));
        Map<String, String> environment = Map.of(
                "CMAS_DB_URL", postgres().jdbcUrl(service.database()),
                "CMAS_DB_USER", service.database(),
                "CMAS_DB_PASSWORD", service.database(),
                "CMAS_KAFKA", bootstrapServers(),
                "CMAS_OIDC_URL", issuer().toString(),
                "QUARKUS_HTTP_HOST", Loopback.ADDRESS,
                "QUARKUS_HTTP_PORT", Integer.toString(ports.of(service.port())));
        await(service, ServerProcess.start(service.label(), command, environment, freshLog(service), pidFile(service)));
    }

    private void await(Server server, ServerProcess process) {
        try {
            process.awaitReady(READY_DEADLINE, () -> {
                requireNoFailure();
                return probe.answersOk(readyUri(server));
            });
        } catch (StartFailure e) {
            String said = process.isAlive() ? probe.body(readyUri(server)) : "";
            throw said.isEmpty() ? e : new StartFailure(e.getMessage() + "\n    It says: " + said, e);
        }
    }

    /** Ends a service whose program has been built anew since it was started. */
    private void endOutdated(Server service) {
        if (process(service).isPresent() && !files.isCurrent(service)) {
            progress.say(service.label() + ": its program has changed");
            stopOne(service);
        }
    }

    /**
     * Takes over what an earlier run left. A service may need a moment when the database or the broker that it waited
     * for has just come back; one that does not recover is ended.
     */
    private boolean takenOver(Server server) {
        Optional<ServerProcess> left = process(server);
        if (left.isEmpty()) {
            return false;
        }
        long end = System.nanoTime() + RECOVERY_DEADLINE.toNanos();
        while (left.get().isAlive() && System.nanoTime() < end) {
            if (isHealthy(server)) {
                progress.say(server.label() + " runs already (pid " + left.get().pid() + ")");
                return true;
            }
            requireNoFailure();
            LockSupport.parkNanos(POLL.toNanos());
        }
        progress.say(server.label() + ": ending what an earlier run left half-dead (pid "
                + left.get().pid() + ")");
        stopOne(server);
        return false;
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

    private void requireFreeSpace() {
        try {
            long megabytes = Files.getFileStore(home).getUsableSpace() / 1_048_576;
            if (megabytes < LEAST_FREE_MEGABYTES) {
                throw new StartFailure("The disk under " + home + " is full: " + megabytes + " MB are free, "
                        + LEAST_FREE_MEGABYTES + " MB are needed. Free some, or set CMAS_HOME to a folder elsewhere.");
            }
        } catch (IOException e) {
            throw new StartFailure("The disk under " + home + " cannot be read: " + e.getMessage(), e);
        }
    }

    private void stopAll(Lock lock) {
        lock.requireHeld();
        List<Server> clients = new ArrayList<>(Server.services());
        clients.add(Server.IDENTITY);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture.allOf(clients.stream()
                            .map(server -> CompletableFuture.runAsync(() -> stopOne(server), threads))
                            .toArray(CompletableFuture<?>[]::new))
                    .join();
        }
        stopOne(Server.KAFKA);
        stopOne(Server.POSTGRES);
    }

    private void stopOne(Server server) {
        if (process(server).isEmpty()) {
            return;
        }
        progress.during(server.label() + " stopped", () -> {
            switch (server) {
                case POSTGRES -> postgres().close();
                case KAFKA ->
                    KafkaBroker.attach(directory(server), ports.of(Port.KAFKA)).ifPresent(KafkaBroker::close);
                default -> process(server).ifPresent(process -> process.stop(STOP_GRACE));
            }
        });
    }

    private PostgresServer postgres() {
        return PostgresServer.attach(directory(Server.POSTGRES), ports.of(Port.POSTGRES))
                .orElseThrow(() -> new StartFailure("PostgreSQL does not run."));
    }

    private String ready(Server server) {
        return server.label() + " ready on port " + ports.of(server.port());
    }

    private URI base(Server server) {
        return URI.create("http://localhost:" + ports.of(server.port()));
    }

    private URI issuer() {
        return URI.create("http://localhost:" + ports.of(Port.IDENTITY) + "/realms/" + Realm.NAME);
    }

    private URI readyUri(Server server) {
        return server == Server.IDENTITY
                ? URI.create(issuer() + "/.well-known/openid-configuration")
                : base(server).resolve("/q/health/ready");
    }

    private Path directory(Server server) {
        return home.resolve(server.label());
    }

    private Path pidFile(Server server) {
        return home.resolve("run").resolve(server.label() + ".pid");
    }

    /** Puts a log that has grown large aside; the one before it is dropped. */
    private Path freshLog(Server server) {
        Path log = log(server);
        try {
            if (Files.exists(log) && Files.size(log) > LOG_LIMIT_BYTES) {
                Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            }
            return log;
        } catch (IOException e) {
            throw new StartFailure("The log " + log + " could not be put aside: " + e.getMessage(), e);
        }
    }

    /** Shows a server's own log beside the others. */
    private void link(Server server, String name) {
        try {
            Files.createDirectories(log(server).resolveSibling("."));
            Files.deleteIfExists(log(server));
            Files.createSymbolicLink(log(server), directory(server).resolve(name));
        } catch (IOException e) {
            throw new StartFailure("The log " + log(server) + " could not be linked: " + e.getMessage(), e);
        }
    }

    private Lock lock() {
        try {
            Files.createDirectories(home);
            return Lock.take(here, home.resolve("launcher.lock"), home);
        } catch (IOException e) {
            throw new StartFailure("The folder " + home + " cannot be used: " + e.getMessage(), e);
        }
    }

    /**
     * Held by the one thread that starts or stops the stack; across programs by a file lock, which the operating system
     * gives up when the program ends.
     */
    private record Lock(ReentrantLock here, FileChannel channel, FileLock held) implements AutoCloseable {
        static Lock take(ReentrantLock here, Path file, Path home) throws IOException {
            here.lock();
            FileChannel channel = null;
            try {
                channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = channel.tryLock();
                if (held != null) {
                    return new Lock(here, channel, held);
                }
                throw new StartFailure(
                        "Another ./cmas is starting or stopping the suite in " + home + ": wait for it.");
            } catch (IOException | RuntimeException e) {
                if (channel != null) {
                    channel.close();
                }
                here.unlock();
                throw e;
            }
        }

        void requireHeld() {
            if (!held.isValid()) {
                throw new IllegalStateException("the lock was given up");
            }
        }

        @Override
        public void close() {
            try {
                channel.close();
            } catch (IOException e) {
                throw new StartFailure("The launcher's lock could not be given up: " + e.getMessage(), e);
            } finally {
                here.unlock();
            }
        }
    }
}
