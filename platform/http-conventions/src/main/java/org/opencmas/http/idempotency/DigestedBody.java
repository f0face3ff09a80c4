package org.opencmas.http.idempotency;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import org.apache.commons.codec.digest.DigestUtils;

/** A body that is hashed while it is read. Closing is left to the server, so that the rest can still be hashed. */
public final class DigestedBody extends FilterInputStream {
    private final MessageDigest digest = DigestUtils.getSha256Digest();

    public DigestedBody(InputStream body) {
        super(body);
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        if (next >= 0) {
            digest.update((byte) next);
        }
        return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        if (count > 0) {
            digest.update(buffer, offset, count);
        }
        return count;
    }

    @Override
    public long skip(long count) throws IOException {
        byte[] skipped = readNBytes((int) Math.min(count, 8192));
        return skipped.length;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    @Override
    public void close() {
        // the server closes the connection's stream; here it would only lose the bytes that are still to be hashed
    }

    /** The hash of all bytes, those not yet read included. */
    byte[] hash() throws IOException {
        transferTo(OutputStream.nullOutputStream());
        return digest.digest();
    }
}
