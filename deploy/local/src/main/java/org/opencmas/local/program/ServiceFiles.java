package org.opencmas.local.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.opencmas.embedded.StartFailure;
import org.opencmas.local.server.Folders;
import org.opencmas.local.server.Server;

/**
 * The stack's own copies of the built services, so that a later build does not pull the files from under a running
 * process.
 */
public final class ServiceFiles {
    private final Path root;
    private final Path folder;

    public ServiceFiles(Path root, Path home) {
        this.root = root;
        this.folder = home.resolve("services");
    }

    /**
     * Refuses a service that has not been built.
     *
     * @throws StartFailure naming the file that is missing
     */
    public void requireBuilt(Server service) {
        Path built = Build.jarOf(root, service);
        if (!Files.exists(built)) {
            throw new StartFailure(
                    service.module() + " is not built (" + built + " is missing): run ./cmas up, or mvn package.");
        }
    }

    /** Tells whether the copy is what was built last. */
    public boolean isCurrent(Server service) {
        requireBuilt(service);
        try {
            return Files.exists(mark(service))
                    && Files.readString(mark(service)).equals(state(service));
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** Copies the built service; nothing may run from the old copy. */
    public void refresh(Server service) {
        try {
            Files.deleteIfExists(mark(service));
            Folders.delete(copy(service));
            Folders.copy(Build.jarOf(root, service).resolveSibling(".").normalize(), copy(service));
            Files.writeString(mark(service), state(service));
        } catch (IOException e) {
            throw new StartFailure(service.module() + " could not be copied: " + e.getMessage(), e);
        }
    }

    public Path jar(Server service) {
        return copy(service).resolve("quarkus-run.jar");
    }

    private Path copy(Server service) {
        return folder.resolve(service.module());
    }

    private Path mark(Server service) {
        return folder.resolve(service.module() + ".copied");
    }

    private String state(Server service) {
        Path application = Build.jarOf(root, service).resolveSibling(".").normalize();
        return Folders.fingerprint(List.of(application));
    }
}
