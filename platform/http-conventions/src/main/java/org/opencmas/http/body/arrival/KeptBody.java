package org.opencmas.http.body.arrival;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A body in memory while it arrives and until it is answered. Its bytes are copied together: as they come, a byte at a
 * time, they could take a hundred times their number.
 */
public class KeptBody {
    /** What any body costs besides its bytes. */
    private static final int OVERHEAD_BYTES = 1024;

    private final Budget.Share memory;
    private final Bytes bytes = new Bytes();
    private boolean begun;

    public KeptBody(Budget.Share memory) {
        this.memory = memory;
    }

    /** Bytes that can be read again without another copy. */
    private static final class Bytes extends ByteArrayOutputStream {
        InputStream stream() {
            return new ByteArrayInputStream(buf, 0, count);
        }
    }

    /** Keeps what arrived; false when there is no room for it. */
    public boolean add(Buffer arrived) {
        int more = arrived.length() + (begun ? 0 : OVERHEAD_BYTES);
        if (!memory.grow(more)) {
            return false;
        }
        begun = true;
        bytes.writeBytes(arrived.getBytes());
        return true;
    }

    /** Whether what arrived should be put away before more is taken. */
    boolean isHeavy() {
        return false;
    }

    /** Puts away what arrived; may block. */
    void putAway() throws IOException {
        // Memory is where it stays.
    }

    /** The whole body from its start. */
    public InputStream whole() throws IOException {
        return bytes.stream();
    }

    /** Lets go of everything; may be called again and at any time. */
    public void close() {
        memory.release();
    }
}
