package org.opencmas.local.program;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opencmas.embedded.ServerProcess;
import org.opencmas.embedded.StartFailure;
import org.opencmas.local.server.Folders;
import org.opencmas.local.server.Progress;
import org.opencmas.local.server.Server;

/** Builds the four services and the console with Maven when their sources are not what was built last. */
final class Build {
    /** As Maven announces a module: {@code [INFO] Building CMAS suite: orders 1    [6/12]}. */
    private static final Pattern MODULE = Pattern.compile("Building CMAS suite: (.+?) \\S+\\s+\\[(\\d+)/(\\d+)]");

    private final Path root;
    private final Path log;
    private final Path stamp;
    private final Progress progress;
    private volatile @Nullable Process running;

    Build(Path root, Path home, Progress progress) {
        this.root = root;
        this.log = home.resolve("build.log");
        this.stamp = home.resolve("built");
        this.progress = progress;
    }

    /** Tells whether what lies in the target folders was built from the sources as they are now. */
    boolean isUpToDate() {
        try {
            return Server.services().stream().allMatch(service -> Files.exists(jarOf(root, service)))
                    && (Files.exists(stamp) ? Files.readString(stamp).equals(sources()) : isNewerThanSources());
        } catch (IOException unreadable) {
            return false;
        }
    }

    /**
     * Builds without tests; the output goes to {@code build.log}.
     *
     * @throws StartFailure with the errors when Maven fails
     */
    void run() {
        String sources = sources();
        var command = new ArrayList<>(List.of(
                System.getenv().getOrDefault("CMAS_MAVEN", "mvn"),
                "-B",
                "-ntp",
                "-T2",
                "-Dmaven.test.skip=true",
                "-Djacoco.skip=true",
                "-Dspotless.check.skip=true",
                "-pl",
                String.join(",", Server.services().stream().map(Server::module).toList()),
                "-am",
                "package"));
        try {
            Files.deleteIfExists(stamp);
            var builder = new ProcessBuilder(command).directory(root.toFile()).redirectErrorStream(true);
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            builder.environment().putIfAbsent("MAVEN_OPTS", "-XX:+UseSerialGC -XX:TieredStopAtLevel=1");
            Process maven = builder.start();
            running = maven;
            follow(maven);
            if (maven.waitFor() != 0) {
                throw new StartFailure(
                        "The build failed; all of it is in " + log + ":\n    " + String.join("\n    ", errors()));
            }
            Files.writeString(stamp, sources);
        } catch (IOException e) {
            throw new StartFailure("Maven could not be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("Interrupted while building.", e);
        }
    }

    /** Ends a build that is under way. */
    void abandon() {
        Process maven = running;
        if (maven != null) {
            maven.destroy();
        }
    }

    /** Returns the program that a service is started with. */
    static Path jarOf(Path root, Server service) {
        return root.resolve(service.module()).resolve("target/quarkus-app/quarkus-run.jar");
    }

    private void follow(Process maven) throws IOException {
        try (var lines = new BufferedReader(new InputStreamReader(maven.getInputStream(), StandardCharsets.UTF_8));
                var file = Files.newBufferedWriter(log)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                file.write(line);
                file.newLine();
                Matcher module = MODULE.matcher(line);
                if (module.find()) {
                    progress.say("Maven: " + module.group(1) + " (" + module.group(2) + " of " + module.group(3) + ")");
                }
            }
        }
    }

    private List<String> errors() throws IOException {
        try (Stream<String> lines = Files.lines(log)) {
            List<String> errors = lines.filter(line -> line.startsWith("[ERROR]"))
                    .filter(line -> line.strip().length() > "[ERROR]".length())
                    .limit(12)
                    .toList();
            return errors.isEmpty() ? ServerProcess.lastLines(log, 12) : errors;
        }
    }

    private String sources() {
        return Folders.fingerprint(inputs());
    }

    private List<Path> inputs() {
        var inputs = new ArrayList<Path>(List.of(root.resolve("pom.xml"), root.resolve(".mvn")));
        for (Server service : Server.services()) {
            addModule(inputs, root.resolve(service.module()));
        }
        addModule(inputs, root.resolve("cmas-terms"));
        addModule(inputs, root.resolve("order-body"));
        try (Stream<Path> platform = Files.list(root.resolve("platform"))) {
            platform.sorted().forEach(module -> addModule(inputs, module));
        } catch (IOException e) {
            throw new StartFailure("The sources under " + root + " could not be read: " + e.getMessage(), e);
        }
        return inputs;
    }

    /** Serves when another Maven run, such as that of the tests, has built the services. */
    private boolean isNewerThanSources() throws IOException {
        long newestSource = Folders.newestMillis(inputs());
        for (Server service : Server.services()) {
            if (Files.getLastModifiedTime(jarOf(root, service)).toMillis() <= newestSource) {
                return false;
            }
        }
        return true;
    }

    private static void addModule(List<Path> inputs, Path module) {
        inputs.add(module.resolve("pom.xml"));
        inputs.add(module.resolve("src/main"));
    }
}
