package org.opencmas.order.dealing;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.order.dealing.Dealing.Kind;
import org.opencmas.order.purchaseorder.document.OrderJson;

/** The recorded dealings of orders, appended only. */
@ApplicationScoped
class Dealings {
    private static final String INSERT = """
            insert into order_dealing (dealing_id, order_id, agency_id, kind, happened_on, recorded_at, recorded_by, part)
            values (?, ?, ?, ?, ?, ?, ?, ?::jsonb)
            """;
    private static final String OF_ORDER = """
            select dealing_id, order_id, agency_id, kind, happened_on, recorded_at, recorded_by, part
            from order_dealing
            where order_id = ? and (?::uuid is null or dealing_id > ?::uuid) and (kind <> 'CONTACT' or ?)
            order by dealing_id
            limit ?
            """;
    private static final String FIRST_DISPATCH = """
            select min(happened_on) from order_dealing where order_id = ? and kind = 'DISPATCH' and happened_on >= ?
            """;

    void insert(Connection connection, Dealing dealing) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, dealing.dealingId());
            insert.setObject(2, dealing.orderId());
            insert.setObject(3, dealing.agencyId());
            insert.setString(4, dealing.kind().name());
            insert.setObject(5, dealing.happenedOn());
            insert.setObject(6, OffsetDateTime.ofInstant(dealing.recordedAt(), ZoneOffset.UTC));
            insert.setString(7, dealing.recordedBy());
            insert.setString(8, OrderJson.write(dealing.part()));
            insert.executeUpdate();
        }
    }

    /** Oldest first, after the one of that id. */
    List<Dealing> of(Connection connection, UUID orderId, @Nullable UUID after, boolean contactsToo, int most)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(OF_ORDER)) {
            select.setObject(1, orderId);
            select.setObject(2, after);
            select.setObject(3, after);
            select.setBoolean(4, contactsToo);
            select.setInt(5, most);
            List<Dealing> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(dealing(row));
                }
            }
            return found;
        }
    }

    /** The day of the first dispatch that was not before that day. */
    Optional<LocalDate> firstDispatch(Connection connection, UUID orderId, LocalDate notBefore) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(FIRST_DISPATCH)) {
            select.setObject(1, orderId);
            select.setObject(2, notBefore);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.ofNullable(row.getObject(1, LocalDate.class)) : Optional.empty();
            }
        }
    }

    private static Dealing dealing(ResultSet row) throws SQLException {
        Kind kind = Kind.valueOf(row.getString("kind"));
        String part = row.getString("part");
        return new Dealing(
                row.getObject("dealing_id", UUID.class),
                row.getObject("order_id", UUID.class),
                row.getObject("agency_id", UUID.class),
                kind,
                row.getObject("happened_on", LocalDate.class),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("recorded_by"),
                kind == Kind.DISPATCH ? OrderJson.read(part, Dealing.Dispatch.class) : null,
                kind == Kind.CONTACT ? OrderJson.read(part, Dealing.Contact.class) : null,
                kind == Kind.NEGOTIATED_PROVISION ? OrderJson.read(part, Dealing.NegotiatedProvision.class) : null);
    }
}
