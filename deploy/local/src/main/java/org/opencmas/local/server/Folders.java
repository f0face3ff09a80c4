package org.opencmas.local.server;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.opencmas.embedded.StartFailure;

/** What the launcher does with whole folders. */
public final class Folders {
    private Folders() {}

    public static void delete(Path folder) {
        if (!Files.exists(folder, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
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

    public static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(to.resolve(from.relativize(folder)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Returns a text that changes when a file below one of the folders is added, removed or written. */
    public static String fingerprint(List<Path> filesOrFolders) {
        var state = State.of(filesOrFolders);
        return state.files + " files, " + state.bytes + " bytes, newest " + state.newestMillis;
    }

    /** Returns when the newest file below one of the folders was written, in milliseconds since 1970. */
    public static long newestMillis(List<Path> filesOrFolders) {
        return State.of(filesOrFolders).newestMillis;
    }

    /** What is counted of a set of files. */
    private static final class State {
        private long files;
        private long bytes;
        private long newestMillis;

        static State of(List<Path> filesOrFolders) {
            var state = new State();
            filesOrFolders.stream().filter(Files::exists).forEach(state::add);
            return state;
        }

        private void add(Path start) {
            try (Stream<Path> below = Files.walk(start)) {
                for (Path file : below.filter(Files::isRegularFile).toList()) {
                    files++;
                    bytes += Files.size(file);
                    newestMillis = Math.max(
                            newestMillis, Files.getLastModifiedTime(file).toMillis());
                }
            } catch (IOException e) {
                throw new StartFailure(start + " could not be read: " + e.getMessage(), e);
            }
        }
    }
}
