package org.opencmas.journal.entry;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/**
 * A link of the chain that makes a later change of the journal visible: SHA-256 over the link before (32 bytes), the position (8
 * bytes, the highest first) and the digest of the entry (32 bytes). The database computes it when it gives the position.
 */
public final class ChainHash {

    /** What stands before position 1: 32 zero bytes. */
    public static final ChainHash START = new ChainHash(new byte[32]);

    private final byte[] bytes;

    private ChainHash(byte[] bytes) {
        this.bytes = bytes;
    }

    public static ChainHash of(byte[] bytes) {
        return new ChainHash(bytes.clone());
    }

    public static ChainHash parse(String hex) {
        return new ChainHash(HexFormat.of().parseHex(hex));
    }

    /** The hash of the entry that follows this one's. */
    public ChainHash next(long position, JournalEntry entry) {
        MessageDigest digest = DigestUtils.getSha256Digest();
        digest.update(bytes);
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(position).flip());
        digest.update(entry.digest());
        return new ChainHash(digest.digest());
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ChainHash that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Lower-case hexadecimal digits, as the feed shows them. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
