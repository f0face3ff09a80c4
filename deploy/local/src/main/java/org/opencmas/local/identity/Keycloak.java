package org.opencmas.local.identity;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.opencmas.embedded.Loopback;
import org.opencmas.embedded.MavenRepository;
import org.opencmas.embedded.ServerProcess;
import org.opencmas.embedded.StartFailure;
import org.opencmas.local.server.Addresses;
import org.opencmas.local.server.Folders;
import org.opencmas.local.server.Server;

/**
 * The local identity provider. Its distribution is unpacked and built once per project and shared by every stack of it;
 * the realm lives in the stack's own PostgreSQL.
 */
public final class Keycloak {
    private final Path distribution;
    private final Path zip;
    private final Path own;
    private volatile @Nullable Process building;

    /**
     * Names the folders; nothing is touched yet.
     *
     * @param sharedHome where the built distribution lies
     * @param home the stack's own folder
     */
    public Keycloak(Path sharedHome, Path home) {
        String version = version();
        this.distribution = sharedHome.resolve("keycloak-" + version);
        this.zip = MavenRepository.artifact("org.keycloak", "keycloak-quarkus-dist", version, "zip");
        this.own = home.resolve("identity");
    }

    public boolean isBuilt() {
        return Files.exists(builtMark());
    }

    /** Unpacks and builds the distribution when that was not finished before: half a minute, once. */
    public void build() {
        Path lock = distribution.resolveSibling("keycloak.lock");
        try {
            Files.createDirectories(lock.toAbsolutePath().getParent());
            try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var held = channel.lock()) {
                if (held.isValid() && !isBuilt()) {
                    Folders.delete(distribution);
                    unpack();
                    runBuild();
                    Files.writeString(builtMark(), "built\n");
                }
            }
        } catch (IOException e) {
            throw new StartFailure("Keycloak could not be unpacked: " + e.getMessage(), e);
        }
    }

    /** Ends a build that is under way. */
    public void abandon() {
        Process process = building;
        if (process != null) {
            // The script's own child is the one that works.
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
    }

    /**
     * Writes the realm where the server imports it from.
     *
     * @return whether it differs from the one imported before, so that the database has to be made anew
     */
    public boolean writeRealm(String realm) {
        try {
            Files.createDirectories(own.resolve("data/import"));
            for (String part : List.of("bin", "conf", "lib", "providers")) {
                Path link = own.resolve(part);
                Files.deleteIfExists(link);
                Files.createSymbolicLink(link, distribution.toAbsolutePath().resolve(part));
            }
            Path file = own.resolve("data/import/" + Addresses.REALM + "-realm.json");
            boolean changed = !Files.exists(file) || !Files.readString(file).equals(realm);
            Files.writeString(file, realm);
            return changed;
        } catch (IOException e) {
            throw new StartFailure("The realm could not be written: " + e.getMessage(), e);
        }
    }

    /** Starts the server on the loopback address. */
    public ServerProcess start(int port, String jdbcUrl, Path log, Path pidFile) {
        String database = Server.IDENTITY.database();
        var command = new ArrayList<>(List.of(
                java(),
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                // It answers a request for a token now and then: what the second compiler would gain, others would pay.
                "-XX:TieredStopAtLevel=1",
                "-Xms96m",
                "-Xmx384m",
                "-Dfile.encoding=UTF-8",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "-Dkc.home.dir=" + own,
                "-Djboss.server.config.dir=" + own.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true",
                "-Dquarkus-log-max-startup-records=10000",
                "-cp",
                own.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
                "start",
                "--optimized",
                "--import-realm",
                "--cache=local",
                "--http-enabled=true",
                "--http-host=" + Loopback.ADDRESS,
                "--http-port=" + port,
                "--hostname=http://localhost:" + port));
        // Connections are looked at: otherwise the first request after a restart of the database fails.
        Map<String, String> environment = Map.ofEntries(
                Map.entry("KC_DB_URL", jdbcUrl),
                Map.entry("KC_DB_USERNAME", database),
                Map.entry("KC_DB_PASSWORD", database),
                Map.entry("KC_BOOTSTRAP_ADMIN_USERNAME", "admin"),
                Map.entry("KC_BOOTSTRAP_ADMIN_PASSWORD", "admin"),
                Map.entry("QUARKUS_DATASOURCE_JDBC_VALIDATE_ON_BORROW", "true"));
        return ServerProcess.start(Server.IDENTITY.label(), command, environment, log, pidFile);
    }

    private Path builtMark() {
        return distribution.resolve("built-for-cmas");
    }

    private void unpack() throws IOException {
        if (!Files.exists(zip)) {
            throw new StartFailure("Keycloak's distribution " + zip + " is missing: run the build once with network.");
        }
        try (ZipFile file = new ZipFile(zip.toFile())) {
            for (Enumeration<? extends ZipEntry> entries = file.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                Path target = distribution.resolveSibling(entry.getName()).normalize();
                if (!target.startsWith(distribution)) {
                    throw new IOException("The archive names a file outside its folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                    continue;
                }
                Files.createDirectories(Objects.requireNonNull(target.getParent()));
                try (InputStream in = file.getInputStream(entry);
                        OutputStream out = Files.newOutputStream(target)) {
                    in.transferTo(out);
                }
            }
        }
    }

    private void runBuild() throws IOException {
        Path log = distribution.resolve("build.log");
        var builder = new ProcessBuilder(
                        "sh",
                        distribution.resolve("bin/kc.sh").toString(),
                        "build",
                        "--db=postgres",
                        "--health-enabled=false",
                        "--metrics-enabled=false")
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1");
        Process process = builder.start();
        building = process;
        try {
            if (process.waitFor() != 0) {
                throw new StartFailure("Keycloak could not be built." + ServerProcess.logTail(log));
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new StartFailure("Interrupted while building Keycloak.", e);
        }
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static String version() {
        try (InputStream in = Keycloak.class.getResourceAsStream("/META-INF/local-run.properties")) {
            var properties = new Properties();
            properties.load(new java.io.InputStreamReader(
                    Objects.requireNonNull(in, "local-run.properties is on the class path"), StandardCharsets.UTF_8));
            return properties.getProperty("keycloak.version");
        } catch (IOException e) {
            throw new StartFailure("The version of Keycloak could not be read: " + e.getMessage(), e);
        }
    }
}
