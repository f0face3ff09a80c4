package org.opencmas.registry.pricelist;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;

/** A file on its way in: its bytes are counted and hashed as they pass. How large it may be is bounded before. */
final class MeasuredStream extends FilterInputStream {
    private static final int DRAIN = 1 << 16;

    private final MessageDigest digest = Sha256.digest();
    private long count;

    MeasuredStream(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = in.read(target, offset, length);
        if (read > 0) {
            count += read;
            digest.update(target, offset, read);
        }
        return read;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** Reads what is left, for its hash only. */
    void drain() throws IOException {
        byte[] bin = new byte[DRAIN];
        int read = read(bin, 0, bin.length);
        while (read >= 0) {
            read = read(bin, 0, bin.length);
        }
    }

    long count() {
        return count;
    }

    /** The hash of all bytes so far; to be asked once, at the end. */
    byte[] sha256() {
        return digest.digest();
    }
}
