package org.opencmas.order.oversight;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.order.purchaseorder.document.OrderJson;
import org.opencmas.order.purchaseorder.document.RecordedAttestation;

/** The statements in stored orders. An index holds only the versions that have some. */
@ApplicationScoped
class Attestations {
    private static final String FIND = """
            select v.order_id, v.agency_id, v.document ->> 'agencyOrderNumber', v.document_version, said.ordinal, v.created_at, said.one
            from order_version v
            cross join lateral jsonb_array_elements(v.document -> 'attestations') with ordinality as said (one, ordinal)
            where (v.document -> 'attestations' -> 0) is not null
                and (?::uuid is null or v.agency_id = ?::uuid)
                and (?::uuid is null or v.order_id = ?::uuid)
                and (?::text is null or said.one ->> 'attestedBy' = ?::text)
                and (?::text is null or said.one ->> 'rule' = ?::text)
                and (?::timestamptz is null or v.created_at <= ?::timestamptz)
                and (?::timestamptz is null
                    or (v.created_at, v.order_id, v.document_version, said.ordinal) < (?::timestamptz, ?::uuid, ?::int, ?::bigint))
            order by v.created_at desc, v.order_id desc, v.document_version desc, said.ordinal desc
            limit ?
            """;

    /**
     * Which ones; a null is no condition.
     *
     * @param until the latest moment, inclusive
     */
    record Search(
            @Nullable UUID agencyId,
            @Nullable UUID orderId,
            @Nullable String attestedBy,
            @Nullable String rule,
            @Nullable Instant until,
            @Nullable Place after) {}

    /** Where one stands in the list. */
    record Place(Instant writtenAt, UUID orderId, int orderVersion, int ordinal) {}

    /** The latest first. */
    List<NotedAttestation> find(Connection connection, Search search, int most) throws SQLException {
        Place after = search.after();
        List<@Nullable Object> values = new ArrayList<>();
        twice(values, search.agencyId());
        twice(values, search.orderId());
        twice(values, search.attestedBy());
        twice(values, search.rule());
        twice(values, search.until() == null ? null : search.until().atOffset(ZoneOffset.UTC));
        twice(values, after == null ? null : after.writtenAt().atOffset(ZoneOffset.UTC));
        values.add(after == null ? null : after.orderId());
        values.add(after == null ? null : after.orderVersion());
        values.add(after == null ? null : after.ordinal());
        values.add(most);
        try (PreparedStatement select = connection.prepareStatement(FIND)) {
            for (int i = 0; i < values.size(); i++) {
                select.setObject(i + 1, values.get(i));
            }
            return read(select);
        }
    }

    private static void twice(List<@Nullable Object> values, @Nullable Object value) {
        values.add(value);
        values.add(value);
    }

    private static List<NotedAttestation> read(PreparedStatement select) throws SQLException {
        List<NotedAttestation> found = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                found.add(new NotedAttestation(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        row.getInt(4),
                        row.getInt(5),
                        row.getObject(6, OffsetDateTime.class).toInstant(),
                        OrderJson.read(row.getString(7), RecordedAttestation.class)));
            }
        }
        return found;
    }
}
