package org.opencmas.journal.checkpoint;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.opencmas.journal.entry.ChainHash;

/**
 * What a service says of its journal at one moment.
 *
 * @param source the service's name
 * @param entries how many entries there are up to the position, counted and not concluded from it
 * @param position of the last entry
 * @param hash the link of the chain at that position
 * @param signedAt in whole microseconds
 * @param keyId the key that signs
 */
record Checkpoint(String source, long entries, long position, ChainHash hash, Instant signedAt, String keyId) {
    /** The octets that are signed: seven lines, each ended by a line feed; docs/feed.md tells readers of them. */
    byte[] statement() {
        return """
                cmas journal checkpoint 1
                source /%s
                entries %d
                position %d
                hash %s
                at %s
                key %s
                """.formatted(source, entries, position, hash, signedAt, keyId).getBytes(StandardCharsets.UTF_8);
    }
}
