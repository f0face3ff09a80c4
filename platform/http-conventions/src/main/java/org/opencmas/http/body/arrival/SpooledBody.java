package org.opencmas.http.body.arrival;

import io.vertx.core.buffer.Buffer;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A body on disk. The file loses its name as soon as it is open, so that nothing of it remains after the request, nor after a
 * process that was killed.
 */
public final class SpooledBody extends KeptBody {
    private static final Logger LOG = Logger.getLogger(SpooledBody.class);
    /** So much is written at once. */
    private static final int PART_BYTES = 64 * 1024;
    /** A part may outgrow its size by what arrives together. */
    private static final int MEMORY_BYTES = 2 * PART_BYTES;

    private final Budget.Share memory;
    private final Budget.Share disk;
    private ByteArrayOutputStream part = new ByteArrayOutputStream();
    private @Nullable FileChannel file;
    private boolean begun;
    private boolean closed;

    public SpooledBody(Budget.Share memory, Budget.Share disk) {
        super(memory);
        this.memory = memory;
        this.disk = disk;
    }

    @Override
    public boolean add(Buffer arrived) {
        if (!begun && !memory.grow(MEMORY_BYTES) || !disk.grow(arrived.length())) {
            return false;
        }
        begun = true;
        part.writeBytes(arrived.getBytes());
        return true;
    }

    @Override
    boolean isHeavy() {
        return part.size() >= PART_BYTES;
    }

    @Override
    synchronized void putAway() throws IOException {
        if (closed) {
            throw new IOException("the request is over");
        }
        ByteBuffer rest = ByteBuffer.wrap(part.toByteArray());
        part = new ByteArrayOutputStream();
        FileChannel channel = file();
        while (rest.hasRemaining()) {
            channel.write(rest);
        }
    }

    private FileChannel file() throws IOException {
        FileChannel channel = file;
        if (channel == null) {
            Path named = Files.createTempFile("cmas-body-", ".part");
            channel = FileChannel.open(named, StandardOpenOption.READ, StandardOpenOption.WRITE);
            file = channel;
            Files.delete(named);
        }
        return channel;
    }

    @Override
    public synchronized InputStream whole() throws IOException {
        putAway();
        return new BufferedInputStream(Channels.newInputStream(file().position(0)), PART_BYTES);
    }

    @Override
    public synchronized void close() {
        closed = true;
        super.close();
        disk.release();
        FileChannel channel = file;
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                LOG.warnf("a body's file could not be closed: %s", e.getMessage());
            }
        }
    }
}
