package org.opencmas.journal.entry;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/**
 * What the journal holds of one event; its components are the columns of the same name. The column beside them is their {@link
 * #digest()}.
 *
 * @param occurredAt in whole microseconds
 * @param payload exactly the characters that were recorded
 */
public record JournalEntry(
        UUID eventId,
        String topic,
        String aggregateId,
        long aggregateVersion,
        String eventType,
        Instant occurredAt,
        String actor,
        @Nullable String onBehalfOf,
        @Nullable String requestId,
        @Nullable String traceParent,
        String payload) {

    /** The columns in the order in which {@link #read} expects them to begin. */
    public static final String COLUMNS = """
            event_id, topic, aggregate_id, aggregate_version, event_type, occurred_at, actor, on_behalf_of, request_id, \
            trace_parent, payload\
            """;

    /**
     * SHA-256 over the components in their order, each written as the number of its bytes in UTF-8, a colon, and those bytes; an
     * absent one as a hyphen. No two entries are written alike.
     */
    public byte[] digest() {
        MessageDigest digest = DigestUtils.getSha256Digest();
        add(digest, eventId.toString());
        add(digest, topic);
        add(digest, aggregateId);
        add(digest, Long.toString(aggregateVersion));
        add(digest, eventType);
        add(digest, occurredAt.toString());
        add(digest, actor);
        add(digest, onBehalfOf);
        add(digest, requestId);
        add(digest, traceParent);
        add(digest, payload);
        return digest.digest();
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

    public static JournalEntry read(ResultSet row) throws SQLException {
        return new JournalEntry(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getLong(4),
                row.getString(5),
                row.getObject(6, OffsetDateTime.class).toInstant(),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                row.getString(11));
    }
}
