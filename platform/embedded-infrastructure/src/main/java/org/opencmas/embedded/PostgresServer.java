package org.opencmas.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One PostgreSQL server on its own data directory, listening on the loopback address only.
 *
 * <p>The superuser is {@value #SUPERUSER} with the password {@value #PASSWORD}: the server serves one machine. As root
 * the server runs in a user namespace of its own, since PostgreSQL refuses to run as root.
 */
public final class PostgresServer implements AutoCloseable {
    public static final String SUPERUSER = "postgres";
    public static final String PASSWORD = "postgres";

    private static final String NAME = "PostgreSQL";
    private static final Duration READY_DEADLINE = Duration.ofSeconds(60);
    private static final Duration STALE_LOCK_DEADLINE = Duration.ofSeconds(30);
    private static final Duration STOP_GRACE = Duration.ofSeconds(30);

    private final Path directory;
    private final int port;
    private final ServerProcess process;
    private final boolean throwAway;

    private PostgresServer(Path directory, int port, ServerProcess process, boolean throwAway) {
        this.directory = directory;
        this.port = port;
        this.process = process;
        this.throwAway = throwAway;
    }

    /**
     * Starts a server whose committed data survive a power cut, making the data directory when it is not there, and
     * waits until it takes connections.
     *
     * @param directory the server's own folder; data, log and pid file lie in it
     * @throws StartFailure with the end of the log when it does not come up
     */
    public static PostgresServer startDurable(Path directory, int port) {
        return start(directory.toAbsolutePath(), port, false);
    }

    /**
     * Starts a fast server for tests on a free port: it never waits for the disk, and its directory is removed when it
     * is closed. It is also closed when this program ends.
     */
    public static PostgresServer startThrowAway() {
        try {
            Path directory = Files.createTempDirectory("cmas-postgres-");
            PostgresServer server = start(directory, Loopback.freePort(), true);
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            return server;
        } catch (IOException e) {
            throw new StartFailure("No temporary folder for PostgreSQL: " + e.getMessage(), e);
        }
    }

    /** Finds the server that already runs on the directory, also one that another process started. */
    public static Optional<PostgresServer> attach(Path directory, int port) {
        Path absolute = directory.toAbsolutePath();
        return ServerProcess.attach(NAME, logIn(absolute), pidFileIn(absolute))
                .map(process -> new PostgresServer(absolute, port, process, false));
    }

    public int port() {
        return port;
    }

    public ServerProcess process() {
        return process;
    }

    /** Returns the JDBC URL of a database without user and password. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://" + Loopback.ADDRESS + ":" + port + "/" + database;
    }

    /** Returns the JDBC URL of a database with the superuser's name and password in it. */
    public String superuserUrl(String database) {
        return jdbcUrl(database) + "?user=" + SUPERUSER + "&password=" + PASSWORD;
    }

    /** Stops the server: open sessions are ended, committed data are on disk. A throw-away server leaves nothing. */
    @Override
    public void close() {
        if (throwAway) {
            process.kill();
            awaitChildrenGone();
            PostgresBinaries.deleteTree(directory);
        } else if (process.isAlive()) {
            // SIGINT is PostgreSQL's fast shutdown; SIGTERM would wait for every open session.
            Commands.run(List.of("kill", "-INT", Long.toString(process.pid())));
            process.awaitEnd(STOP_GRACE);
        }
    }

    private static PostgresServer start(Path directory, int port, boolean throwAway) {
        PostgresBinaries binaries = PostgresBinaries.unpacked();
        Path data = directory.resolve("data");
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            initialize(binaries, directory, data);
        }
        long end = System.nanoTime() + STALE_LOCK_DEADLINE.toNanos();
        while (true) {
            Loopback.requireFree(port, NAME, "stop it or choose another port");
            ServerProcess process = launch(binaries, directory, data, port, throwAway);
            try {
                process.awaitReady(READY_DEADLINE, () -> isReady(data, process.pid()));
                return new PostgresServer(directory, port, process, throwAway);
            } catch (StartFailure failure) {
                if (!heldByEarlierRun(process.log()) || System.nanoTime() > end) {
                    throw failure;
                }
                ServerProcess.pause(Duration.ofMillis(500));
            }
        }
    }

    private static void initialize(PostgresBinaries binaries, Path directory, Path data) {
        try {
            // What an interrupted first start left has no PG_VERSION and holds nothing.
            PostgresBinaries.deleteTree(data);
            Files.createDirectories(directory);
            Path password = directory.resolve("superuser-password");
            Files.writeString(password, PASSWORD);
            var command = new ArrayList<>(asOrdinaryUser());
            command.addAll(List.of(
                    binaries.program("initdb").toString(),
                    "--pgdata=" + data,
                    "--username=" + SUPERUSER,
                    "--pwfile=" + password,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--no-locale",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--text-search-config=english",
                    "--no-sync"));
            Commands.Answer answer = Commands.run(command);
            if (answer.exitCode() != 0) {
                PostgresBinaries.deleteTree(data);
                throw new StartFailure("PostgreSQL could not make its data directory " + data + ":\n    "
                        + answer.output().strip().replace("\n", "\n    "));
            }
        } catch (IOException e) {
            throw new StartFailure("PostgreSQL could not make its data directory " + data + ": " + e.getMessage(), e);
        }
    }

    private static ServerProcess launch(
            PostgresBinaries binaries, Path directory, Path data, int port, boolean throwAway) {
        var command = new ArrayList<>(asOrdinaryUser());
        command.add(binaries.program("postgres").toString());
        command.addAll(List.of("-D", data.toString()));
        var settings = new ArrayList<>(List.of(
                "listen_addresses=" + Loopback.ADDRESS,
                "port=" + port,
                "unix_socket_directories=",
                "max_connections=300",
                "timezone=UTC",
                "log_timezone=UTC",
                "shared_buffers=512MB",
                "effective_cache_size=1GB",
                "maintenance_work_mem=128MB",
                "max_wal_size=2GB",
                "log_checkpoints=off",
                "jit=off"));
        if (throwAway) {
            settings.addAll(List.of("fsync=off", "synchronous_commit=off", "full_page_writes=off"));
        }
        settings.forEach(setting -> command.addAll(List.of("-c", setting)));
        return ServerProcess.start(NAME, command, Map.of(), logIn(directory), pidFileIn(directory));
    }

    /** The last line of postmaster.pid tells the server's state; its first line, whose it is. */
    private static boolean isReady(Path data, long pid) {
        try {
            List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"));
            return lines.size() >= 8
                    && lines.getFirst().strip().equals(Long.toString(pid))
                    && lines.get(7).startsWith("ready");
        } catch (IOException notYet) {
            return false;
        }
    }

    /** After a kill the old lock holds until the last of the killed server's children is gone. */
    private static boolean heldByEarlierRun(Path log) {
        String end = String.join("\n", ServerProcess.lastLines(log, 4));
        return end.contains("postmaster.pid") || end.contains("shared memory block");
    }

    private static List<String> asOrdinaryUser() {
        if (!System.getProperty("user.name").equals("root")) {
            return List.of();
        }
        if (!Commands.succeeds(List.of("unshare", "-U", "true"))) {
            throw new StartFailure("PostgreSQL refuses to run as root, and this machine does not allow user namespaces"
                    + " (unshare -U): run as an ordinary user.");
        }
        return List.of("unshare", "-U");
    }

    /** A killed server's children need a moment to notice; until then they hold files of the directory. */
    private void awaitChildrenGone() {
        long end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (!Loopback.isFree(port) && System.nanoTime() < end) {
            ServerProcess.pause(Duration.ofMillis(25));
        }
    }

    private static Path logIn(Path directory) {
        return directory.resolve("postgres.log");
    }

    private static Path pidFileIn(Path directory) {
        return directory.resolve("postgres.pid");
    }
}
