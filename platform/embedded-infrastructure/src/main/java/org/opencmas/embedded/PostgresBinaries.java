package org.opencmas.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The PostgreSQL binaries for this machine, unpacked once per version and platform into the user's cache folder and
 * shared by every server started from it.
 */
final class PostgresBinaries {
    private final Path folder;

    private PostgresBinaries(Path folder) {
        this.folder = folder;
    }

    /** Returns the binaries, unpacking them when this machine has not seen them yet (about two seconds). */
    static PostgresBinaries unpacked() {
        String archive = archiveName(System.getProperty("os.name"), System.getProperty("os.arch"));
        Path folder =
                cacheFolder().resolve("postgres-" + EmbeddedVersions.load().postgres() + "-" + archive);
        if (!Files.isExecutable(folder.resolve("bin/postgres"))) {
            unpack("/postgres-" + archive + ".txz", folder);
        }
        return new PostgresBinaries(folder);
    }

    Path program(String name) {
        return folder.resolve("bin").resolve(name);
    }

    /**
     * Maps the names that Java gives to system and processor to the name of an archive.
     *
     * @throws StartFailure when no binaries are known for the machine
     */
    static String archiveName(String system, String processor) {
        String os = system.toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : system.toLowerCase(Locale.ROOT);
        String arch = switch (processor) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> processor;
        };
        String name = os + "-" + arch;
        if (!Set.of("linux-x86_64", "linux-arm_64", "darwin-x86_64", "darwin-arm_64")
                .contains(name)) {
            throw new StartFailure("There are no PostgreSQL binaries for " + system + " on " + processor
                    + ": Linux and macOS on x86-64 and arm64 are supported.");
        }
        return name;
    }

    private static Path cacheFolder() {
        String configured = System.getenv().getOrDefault("XDG_CACHE_HOME", "");
        Path home = configured.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(configured);
        return home.resolve("opencmas");
    }

    /** Unpacks beside the target and renames, so that a half-unpacked folder is never taken for a whole one. */
    private static void unpack(String resource, Path target) {
        Path beside = target.resolveSibling(
                target.getFileName() + "." + ProcessHandle.current().pid());
        try (InputStream in = PostgresBinaries.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new StartFailure("The PostgreSQL binaries " + resource + " are not on the class path.");
            }
            Files.createDirectories(beside);
            extract(in, beside);
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            deleteTree(beside);
            // Another process may have been faster; then its folder serves.
            if (!Files.isExecutable(target.resolve("bin/postgres"))) {
                throw new StartFailure("PostgreSQL could not be unpacked to " + target + ": " + e.getMessage(), e);
            }
        }
    }

    private static void extract(InputStream archive, Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path file = target.resolve(entry.getName()).normalize();
                if (!file.startsWith(target)) {
                    throw new IOException("The archive names a file outside its folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                    continue;
                }
                Files.createDirectories(file.resolve("..").normalize());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(tar, file);
                    Files.setPosixFilePermissions(file, permissions(entry.getMode()));
                }
            }
        }
    }

    private static Set<PosixFilePermission> permissions(int mode) {
        Set<PosixFilePermission> permissions = EnumSet.of(
                PosixFilePermission.OWNER_READ,
                PosixFilePermission.OWNER_WRITE,
                PosixFilePermission.GROUP_READ,
                PosixFilePermission.OTHERS_READ);
        if ((mode & 0100) != 0) {
            permissions.addAll(List.of(
                    PosixFilePermission.OWNER_EXECUTE,
                    PosixFilePermission.GROUP_EXECUTE,
                    PosixFilePermission.OTHERS_EXECUTE));
        }
        return permissions;
    }

    static void deleteTree(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new StartFailure("The folder " + folder + " could not be removed: " + e.getMessage(), e);
        }
    }
}
