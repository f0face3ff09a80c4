package org.opencmas.local.stack;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opencmas.embedded.KafkaBroker;
import org.opencmas.embedded.Loopback;
import org.opencmas.embedded.PostgresServer;
import org.opencmas.embedded.ServerProcess;
import org.opencmas.embedded.StartFailure;
import org.opencmas.local.identity.Realm;
import org.opencmas.local.program.Programs;
import org.opencmas.local.server.Addresses;
import org.opencmas.local.server.Endpoints;
import org.opencmas.local.server.Home;
import org.opencmas.local.server.Probe;
import org.opencmas.local.server.Progress;
import org.opencmas.local.server.Server;

/** The eight processes of one stack, each by itself: how it is found, started, asked and ended. */
final class Servers {
    private static final Duration READY_DEADLINE = Duration.ofSeconds(300);
    /** A service that ends sooner has failed to start; the start then fails with it. */
    private static final Duration START_TIME = Duration.ofSeconds(30);

    private static final String CONSOLE_CLIENT = "console-client";
    private static final Duration STOP_GRACE = Duration.ofSeconds(25);

    private final Home home;
    private final Addresses addresses;
    private final Programs programs;
    private final Progress progress;
    private final Probe probe = new Probe();
    private final Secrets secrets;

    Servers(Home home, Addresses addresses, Programs programs, Progress progress) {
        this.home = home;
        this.addresses = addresses;
        this.programs = programs;
        this.progress = progress;
        this.secrets = new Secrets(home.folder().resolve("secrets"));
    }

    int port(Server server) {
        return addresses.port(server);
    }

    /** Returns the process of a server while it runs. */
    Optional<ServerProcess> process(Server server) {
        return switch (server) {
            case POSTGRES -> findPostgres().map(PostgresServer::process);
            case KAFKA -> findKafka().map(KafkaBroker::process);
            default -> ServerProcess.attach(server.label(), home.log(server), home.pidFile(server));
        };
    }

    /** Tells whether a server runs and answers as it should. */
    boolean isHealthy(Server server) {
        if (process(server).isEmpty()) {
            return false;
        }
        return switch (server) {
            case POSTGRES, KAFKA -> !Loopback.isFree(port(server));
            default -> probe.answersOk(addresses.ready(server));
        };
    }

    /**
     * Starts a server that does not run, and waits until it is ready.
     *
     * @param stillWanted asked while a server with HTTP is awaited; throws when it need not come up any more
     * @throws StartFailure with the end of its log when it does not come up
     */
    void start(Server server, Runnable stillWanted) {
        switch (server) {
            case POSTGRES -> startPostgres();
            case KAFKA -> startKafka();
            case IDENTITY -> await(server, startIdentity(), stillWanted);
            default -> await(server, startService(server), stillWanted);
        }
    }

    /** Ends a server if it runs, giving it time to finish what it does. */
    void stop(Server server) {
        if (process(server).isPresent()) {
            progress.during(server.label() + " to stop", server.label() + " stopped", () -> {
                switch (server) {
                    case POSTGRES -> findPostgres().ifPresent(PostgresServer::close);
                    case KAFKA -> findKafka().ifPresent(KafkaBroker::close);
                    default -> process(server).ifPresent(process -> process.stop(STOP_GRACE));
                }
            });
        }
    }

    private void startPostgres() {
        PostgresServer.startDurable(home.directory(Server.POSTGRES), port(Server.POSTGRES));
    }

    private void startKafka() {
        KafkaBroker.startDurable(home.directory(Server.KAFKA), port(Server.KAFKA), addresses.controllerPort());
    }

    private ServerProcess startIdentity() {
        var console = new Realm.ConsoleClient(
                List.of(
                        URI.create("http://localhost:" + port(Server.CONSOLE)),
                        URI.create("http://127.0.0.1:" + port(Server.CONSOLE))),
                secrets.secret(CONSOLE_CLIENT));
        if (programs.keycloak().writeRealm(Realm.ofSample().json(console))) {
            new Databases(postgres()).recreate(Server.IDENTITY);
        }
        String url = postgres().jdbcUrl(Server.IDENTITY.database());
        return programs.keycloak()
                .start(port(Server.IDENTITY), url, home.freshLog(Server.IDENTITY), home.pidFile(Server.IDENTITY));
    }

    private ServerProcess startService(Server service) {
        if (!programs.services().isCurrent(service)) {
            programs.services().refresh(service);
        }
        return ServerProcess.startKept(
                service.label(),
                command(programs.services().jar(service)),
                environment(service),
                home.freshLog(service),
                home.pidFile(service),
                START_TIME);
    }

    private static List<String> command(Path jar) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-Xms128m",
                "-Xmx320m",
                // Without memory a service is alive and silent; a process that ended is seen, and can be started again.
                "-XX:+ExitOnOutOfMemoryError",
                // By itself the collector begins with so small a young space that it runs many times a second.
                "-Xmn64m",
                "--enable-native-access=ALL-UNNAMED",
                // Five programs share the processors: fewer threads that take turns.
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
        command.addAll(List.of("-jar", jar.toString()));
        return command;
    }

    private Map<String, String> environment(Server service) {
        Endpoints at = addresses.endpoints();
        Map<String, String> environment = new HashMap<>(Map.ofEntries(
                Map.entry("CMAS_DB_URL", postgres().jdbcUrl(service.database())),
                Map.entry("CMAS_DB_USER", service.applicationRole()),
                Map.entry("CMAS_DB_PASSWORD", service.applicationRole()),
                Map.entry("CMAS_DB_OWNER", service.database()),
                Map.entry("CMAS_DB_OWNER_PASSWORD", service.database()),
                Map.entry("CMAS_KAFKA", addresses.bootstrapServers()),
                Map.entry("CMAS_OIDC_URL", at.issuer().toString()),
                // Only the console asks the others.
                Map.entry("CMAS_REGISTRY_URL", at.registry().toString()),
                Map.entry("CMAS_ORDER_URL", at.order().toString()),
                Map.entry("CMAS_COMPLIANCE_URL", at.compliance().toString()),
                Map.entry("CMAS_FEES_URL", at.fees().toString()),
                Map.entry(
                        "CMAS_SEARCH_DIRECTORY",
                        home.directory(service).resolve("search-index").toString()),
                Map.entry("QUARKUS_HTTP_HOST", Loopback.ADDRESS),
                Map.entry("QUARKUS_HTTP_PORT", Integer.toString(port(service))),
                Map.entry(
                        "QUARKUS_MANAGEMENT_PORT",
                        Integer.toString(addresses.management(service).getPort()))));
        environment.put("CMAS_LIMITS_VISITOR_SECRET", secrets.secret("visitors"));
        if (service != Server.CONSOLE) {
            environment.put(
                    "CMAS_JOURNAL_SIGNING_KEY",
                    secrets.signingKey(service.label() + "-journal").toString());
            // Who tries the suite is to see a checkpoint before an hour is over.
            environment.put("CMAS_JOURNAL_CHECKPOINT_EVERY", "1M");
        }
        // The sample takes over agreements that were signed long ago.
        environment.put("CMAS_AGREEMENTS_ENTERED_BY_ONE_PERSON", "true");
        if (service == Server.CONSOLE) {
            environment.put("CMAS_CONSOLE_CLIENT_SECRET", secrets.secret(CONSOLE_CLIENT));
            environment.put("CMAS_CONSOLE_SESSION_SECRET", secrets.secret("console-sessions"));
            // There is no TLS on the machine itself.
            environment.put("CMAS_CONSOLE_SECURE_COOKIES", "false");
        }
        return environment;
    }

    private void await(Server server, ServerProcess process, Runnable stillWanted) {
        try {
            process.awaitReady(READY_DEADLINE, () -> {
                stillWanted.run();
                return probe.answersOk(addresses.ready(server));
            });
        } catch (StartFailure e) {
            String said = process.isAlive() ? probe.body(addresses.ready(server)) : "";
            throw said.isEmpty() ? e : new StartFailure(e.getMessage() + "\n    It says: " + said, e);
        }
    }

    /**
     * Returns the database server.
     *
     * @throws StartFailure when it does not run
     */
    PostgresServer postgres() {
        return findPostgres().orElseThrow(() -> new StartFailure("PostgreSQL does not run."));
    }

    private Optional<PostgresServer> findPostgres() {
        return PostgresServer.attach(home.directory(Server.POSTGRES), port(Server.POSTGRES));
    }

    private Optional<KafkaBroker> findKafka() {
        return KafkaBroker.attach(home.directory(Server.KAFKA), port(Server.KAFKA));
    }
}
