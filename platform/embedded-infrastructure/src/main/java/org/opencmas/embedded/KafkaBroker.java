package org.opencmas.embedded;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One Apache Kafka broker with its own controller (KRaft) on its own data directory, listening on the loopback address
 * only.
 *
 * <p>It runs on a class path of its own, written down when this module is built and resolved against the local Maven
 * repository, so that nothing of it reaches the program that starts it. Topics are not created by use: who owns a topic
 * creates it. Nothing in a topic expires.
 */
public final class KafkaBroker implements AutoCloseable {
    private static final String NAME = "Kafka";
    private static final Duration READY_DEADLINE = Duration.ofSeconds(90);
    private static final Duration STOP_GRACE = Duration.ofSeconds(30);

    /** For a process that does not live long enough to gain from being compiled a second time, better. */
    private static final List<String> COMPILED_ONCE = List.of("-XX:TieredStopAtLevel=1");

    private final Path directory;
    private final int port;
    private final ServerProcess process;
    private final boolean throwAway;

    private KafkaBroker(Path directory, int port, ServerProcess process, boolean throwAway) {
        this.directory = directory;
        this.port = port;
        this.process = process;
        this.throwAway = throwAway;
    }

    /**
     * Starts a broker that keeps its data, making the data directory when it is not there, and waits until it answers.
     *
     * @param directory the broker's own folder; data, configuration, log and pid file lie in it
     * @param controllerPort port of the controller, which only the broker itself uses
     * @throws StartFailure with the end of the log when it does not come up
     */
    public static KafkaBroker startDurable(Path directory, int port, int controllerPort) {
        return start(directory.toAbsolutePath(), port, controllerPort, false);
    }

    /**
     * Starts a broker for tests on free ports; its directory is removed when it is closed. It is also closed when this
     * program ends.
     */
    public static KafkaBroker startThrowAway() {
        try {
            Path directory = Files.createTempDirectory("cmas-kafka-");
            KafkaBroker broker = start(directory, Loopback.freePort(), Loopback.freePort(), true);
            Runtime.getRuntime().addShutdownHook(new Thread(broker::close));
            return broker;
        } catch (IOException e) {
            throw new StartFailure("No temporary folder for Kafka: " + e.getMessage(), e);
        }
    }

    /** Finds the broker that already runs on the directory, also one that another process started. */
    public static Optional<KafkaBroker> attach(Path directory, int port) {
        Path absolute = directory.toAbsolutePath();
        return ServerProcess.attach(NAME, logIn(absolute), pidFileIn(absolute))
                .map(process -> new KafkaBroker(absolute, port, process, false));
    }

    public int port() {
        return port;
    }

    public ServerProcess process() {
        return process;
    }

    /** Returns host and port for a client's {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return Loopback.ADDRESS + ":" + port;
    }

    /** Stops the broker; a throw-away one leaves nothing. */
    @Override
    public void close() {
        if (throwAway) {
            process.kill();
            PostgresBinaries.deleteTree(directory);
        } else if (process.isAlive()) {
            process.stop(STOP_GRACE);
        }
    }

    private static KafkaBroker start(Path directory, int port, int controllerPort, boolean throwAway) {
        Loopback.requireFree(port, NAME, "stop it or choose another port");
        Loopback.requireFree(controllerPort, "Kafka's controller", "stop it or choose another port");
        Path configuration = directory.resolve("broker.properties");
        try {
            Files.createDirectories(directory);
            Files.writeString(configuration, configuration(directory.resolve("data"), port, controllerPort));
        } catch (IOException e) {
            throw new StartFailure("Kafka's configuration could not be written: " + e.getMessage(), e);
        }
        if (!Files.exists(directory.resolve("data/meta.properties"))) {
            format(configuration);
        }
        ServerProcess process = ServerProcess.start(
                NAME,
                command("kafka.Kafka", List.of(configuration.toString()), throwAway ? COMPILED_ONCE : List.of()),
                Map.of(),
                logIn(directory),
                pidFileIn(directory));
        process.awaitReady(READY_DEADLINE, () -> answers(port));
        return new KafkaBroker(directory, port, process, throwAway);
    }

    private static void format(Path configuration) {
        Commands.Answer answer = Commands.run(command(
                "kafka.tools.StorageTool",
                List.of("format", "--cluster-id", "opencmas-local-0000000", "--config", configuration.toString()),
                COMPILED_ONCE));
        if (answer.exitCode() != 0) {
            throw new StartFailure("Kafka could not format its data directory:\n    "
                    + answer.output().strip().replace("\n", "\n    "));
        }
    }

    private static List<String> command(String mainClass, List<String> arguments, List<String> compilation) {
        var command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms128m",
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-Djava.awt.headless=true",
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSS",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-Dorg.slf4j.simpleLogger.log.kafka.server.KafkaRaftServer=info",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath()));
        command.addAll(compilation);
        command.add(mainClass);
        command.addAll(arguments);
        return command;
    }

    /**
     * Resolves the class path written at build time.
     *
     * @throws StartFailure naming the first file that is not in the local Maven repository
     */
    private static String classPath() {
        try (InputStream in = KafkaBroker.class.getResourceAsStream("/META-INF/kafka-broker.classpath")) {
            String written = new String(
                    Objects.requireNonNull(in, "kafka-broker.classpath is on the class path")
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
            String resolved = written.strip()
                    .replace("@REPOSITORY@", MavenRepository.folder().toString());
            for (String file : resolved.split(":", -1)) {
                if (!Files.exists(Path.of(file))) {
                    throw new StartFailure("Kafka's library " + file + " is missing: run the build once with network,"
                            + " or set -Dmaven.repo.local to the repository it used.");
                }
            }
            return resolved;
        } catch (IOException e) {
            throw new StartFailure("Kafka's class path could not be read: " + e.getMessage(), e);
        }
    }

    private static String configuration(Path data, int port, int controllerPort) {
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@%1$s:%3$d
                listeners=PLAINTEXT://%1$s:%2$d,CONTROLLER://%1$s:%3$d
                advertised.listeners=PLAINTEXT://%1$s:%2$d
                controller.listener.names=CONTROLLER
                listener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT
                inter.broker.listener.name=PLAINTEXT
                log.dirs=%4$s
                auto.create.topics.enable=false
                default.replication.factor=1
                min.insync.replicas=1
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=4
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=4
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                share.coordinator.state.topic.num.partitions=1
                group.initial.rebalance.delay.ms=0
                log.retention.ms=-1
                log.retention.bytes=-1
                log.segment.bytes=67108864
                log.index.size.max.bytes=1048576
                log.cleaner.dedupe.buffer.size=16777216
                num.network.threads=2
                num.io.threads=4
                message.max.bytes=4194304
                """.formatted(Loopback.ADDRESS, port, controllerPort, data);
    }

    /** Asks the broker which requests it understands (Kafka protocol, ApiVersions version 0): the first thing any client does. */
    private static boolean answers(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.ofLiteral(Loopback.ADDRESS), port), 500);
            socket.setSoTimeout(2_000);
            var out = new DataOutputStream(socket.getOutputStream());
            out.writeInt(10); // length of what follows
            out.writeShort(18); // ApiVersions
            out.writeShort(0); // version 0
            out.writeInt(1); // correlation id
            out.writeShort(-1); // no client id
            out.flush();
            var in = new DataInputStream(socket.getInputStream());
            in.readInt(); // length
            return in.readInt() == 1 && in.readShort() == 0;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static Path logIn(Path directory) {
        return directory.resolve("kafka.log");
    }

    private static Path pidFileIn(Path directory) {
        return directory.resolve("kafka.pid");
    }
}
