package org.opencmas.local.server;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;
import org.opencmas.embedded.StartFailure;

/**
 * Held by the one thread that starts or stops the stack; across programs by a file lock, which the operating system gives
 * up when the program ends.
 */
public final class StackLock implements AutoCloseable {
    private final ReentrantLock here;
    private final FileChannel channel;
    private final FileLock held;

    private StackLock(ReentrantLock here, FileChannel channel, FileLock held) {
        this.here = here;
        this.channel = channel;
        this.held = held;
    }

    /**
     * Waits for the other threads of this program, not for other programs.
     *
     * @param here one for each stack of this program
     * @throws StartFailure when another program starts or stops the stack, or the folder cannot be written to
     */
    public static StackLock take(ReentrantLock here, Home home) {
        here.lock();
        try {
            return take(here, home.folder());
        } catch (IOException e) {
            here.unlock();
            throw new StartFailure("The folder " + home.folder() + " cannot be used: " + e.getMessage(), e);
        } catch (RuntimeException e) {
            here.unlock();
            throw e;
        }
    }

    private static StackLock take(ReentrantLock here, Path folder) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve("launcher.lock");
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock held = channel.tryLock();
            if (held != null) {
                return new StackLock(here, channel, held);
            }
            throw new StartFailure("Another ./cmas is starting or stopping the suite in " + folder + ": wait for it.");
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    public void requireHeld() {
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
