package org.opencmas.fees.dashboard.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.apache.commons.codec.digest.DigestUtils;

/** Cuts what is written into pieces of some 256 kB, so that a file of any length is never in memory as a whole. */
final class ExportParts extends OutputStream {
    private static final int PART = 1 << 18;

    /** Takes a piece. */
    interface Keep {
        void part(int number, byte[] content) throws IOException;
    }

    private final Keep keep;
    private final MessageDigest digest = DigestUtils.getSha256Digest();
    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(PART);
    private int parts;
    private long bytes;

    ExportParts(Keep keep) {
        this.keep = keep;
    }

    @Override
    public void write(int single) throws IOException {
        write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] from, int offset, int length) throws IOException {
        buffer.write(from, offset, length);
        if (buffer.size() >= PART) {
            cut();
        }
    }

    private void cut() throws IOException {
        byte[] content = buffer.toByteArray();
        buffer.reset();
        digest.update(content);
        bytes += content.length;
        keep.part(++parts, content);
    }

    /** The last piece; may be called again. */
    @Override
    public void close() throws IOException {
        if (buffer.size() > 0) {
            cut();
        }
    }

    long bytes() {
        return bytes;
    }

    /** To be asked once, at the end. */
    String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
