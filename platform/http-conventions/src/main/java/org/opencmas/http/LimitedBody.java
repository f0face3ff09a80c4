package org.opencmas.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.opencmas.problem.PayloadTooLarge;

/** A body that may not be longer than its limit, however its length was announced. */
final class LimitedBody extends FilterInputStream {
    /** So much of a body that is too long is still read, so that its sender gets to see the answer. */
    private static final long PATIENCE_BYTES = 64L << 20;

    private final long maxBytes;
    private long readBytes;

    /** @param maxBytes the longest body, inclusive */
    LimitedBody(InputStream body, long maxBytes) {
        super(body);
        this.maxBytes = maxBytes;
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        count(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        count(Math.max(0, count));
        return count;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(int bytes) throws IOException {
        readBytes += bytes;
        if (readBytes > maxBytes) {
            throw refuse();
        }
    }

    /** Reads on without keeping anything, up to a bound, and gives the refusal to throw. */
    PayloadTooLarge refuse() throws IOException {
        byte[] dropped = new byte[8192];
        long left = PATIENCE_BYTES;
        for (int count = 0; count >= 0 && left > 0; left -= count) {
            count = in.read(dropped);
        }
        return new PayloadTooLarge(maxBytes);
    }
}
