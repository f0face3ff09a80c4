package org.opencmas.local.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.opencmas.embedded.StartFailure;

/**
 * The folder in which one stack keeps its data, logs and pids.
 *
 * @param folder absolute; made when it is first needed
 */
public record Home(Path folder) {
    private static final long LEAST_FREE_MEGABYTES = 1_024;
    private static final long LOG_LIMIT_BYTES = 20_000_000;

    public static Home in(Path folder) {
        return new Home(folder.toAbsolutePath().normalize());
    }

    /** Returns what belongs to a server alone. */
    public Path directory(Server server) {
        return folder.resolve(server.label());
    }

    public Path pidFile(Server server) {
        return folder.resolve("run").resolve(server.label() + ".pid");
    }

    public Path log(Server server) {
        return folder.resolve("logs").resolve(server.label() + ".log");
    }

    /** Returns a server's log; one that has grown large is put aside, and the one before it dropped. */
    public Path freshLog(Server server) {
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

    /** Shows the log that a server keeps in its own directory beside the others. */
    public void showLog(Server server) {
        Path log = log(server);
        try {
            Files.createDirectories(log.resolveSibling("."));
            Files.deleteIfExists(log);
            Files.createSymbolicLink(log, directory(server).resolve(server.label() + ".log"));
        } catch (IOException e) {
            throw new StartFailure("The log " + log + " could not be linked: " + e.getMessage(), e);
        }
    }

    /**
     * Refuses a disk that is nearly full.
     *
     * @throws StartFailure saying how much is free and how much is needed
     */
    public void requireFreeSpace() {
        try {
            long megabytes = Files.getFileStore(folder).getUsableSpace() / 1_048_576;
            if (megabytes < LEAST_FREE_MEGABYTES) {
                throw new StartFailure("The disk under " + folder + " is full: " + megabytes + " MB are free, "
                        + LEAST_FREE_MEGABYTES + " MB are needed. Free some, or set CMAS_HOME to a folder elsewhere.");
            }
        } catch (IOException e) {
            throw new StartFailure("The disk under " + folder + " cannot be read: " + e.getMessage(), e);
        }
    }
}
