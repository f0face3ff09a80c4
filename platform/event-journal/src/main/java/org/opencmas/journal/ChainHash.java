package org.opencmas.journal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A link of the chain that makes a later change of the journal visible: SHA-256 over the link before and the canonical form
 * of the entry.
 *
 * <p>The canonical form is the position and the entry's components in the order of {@link JournalEntry}, each written as the
 * number of its bytes in UTF-8, a colon, and those bytes; an absent one as a hyphen. No two entries have the same form.
 */
final class ChainHash {

    /** What stands before position 1: 32 zero bytes. */
    static final ChainHash START = new ChainHash(new byte[32]);

    private final byte[] bytes;

    private ChainHash(byte[] bytes) {
        this.bytes = bytes;
    }

    static ChainHash of(byte[] bytes) {
        return new ChainHash(bytes.clone());
    }

    static ChainHash parse(String hex) {
        return new ChainHash(HexFormat.of().parseHex(hex));
    }

    /** The hash of the entry that follows this one's. */
    ChainHash next(long position, JournalEntry entry) {
        MessageDigest digest = sha256();
        digest.update(bytes);
        add(digest, Long.toString(position));
        add(digest, entry.eventId().toString());
        add(digest, entry.topic());
        add(digest, entry.aggregateId());
        add(digest, Long.toString(entry.aggregateVersion()));
        add(digest, entry.eventType());
        add(digest, entry.occurredAt().toString());
        add(digest, entry.actor());
        add(digest, entry.onBehalfOf());
        add(digest, entry.requestId());
        add(digest, entry.traceParent());
        add(digest, entry.payload());
        return new ChainHash(digest.digest());
    }

    private static void add(MessageDigest digest, @Nullable String component) {
        if (component == null) {
            digest.update((byte) '-');
            return;
        }
        byte[] text = component.getBytes(StandardCharsets.UTF_8);
        digest.update((text.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(text);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    byte[] bytes() {
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
