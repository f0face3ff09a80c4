package org.opencmas.fees.uncomputable;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.terms.CalendarQuarter;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.Usd;

/** Reads the orders whose fee cannot be worked out page by page, by agreement and then by order. */
@ApplicationScoped
class UncomputableOrders {
    /** What to read; null where it does not matter. */
    record Filter(@Nullable UUID contractorId, @Nullable CmasNumber agreement) {}

    /** The last one of the page before. */
    record After(String cmasNumber, UUID orderId) {}

    /**
     * An order under one agreement.
     *
     * @param quarter the one in which it first named the agreement
     * @param base what it comes to now, dollars before tax and freight
     * @param missing each a word for what is missing and its id
     */
    record Listed(
            UUID orderId,
            String agencyOrderNumber,
            CmasNumber agreement,
            Buyer buyer,
            Owner owner,
            When when,
            Usd base,
            List<String> missing) {}

    /** @param name null while the agency has not been heard of */
    record Buyer(UUID agencyId, @Nullable String name) {}

    /** Who would owe the fee; null where neither the agreement nor the order says it, the name also while it was not heard of. */
    record Owner(@Nullable UUID contractorId, @Nullable String name) {}

    /** @param since when it was first found uncomputable */
    record When(LocalDate orderDate, CalendarQuarter quarter, Instant since) {}

    List<Listed> read(Connection connection, Filter filter, @Nullable After after, int count) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select f.order_id, f.agency_order_number, f.cmas_number, f.agency_id, a.name, f.contractor_id, k.legal_name,
                    f.order_date, f.quarters[1], f.since, f.base, f.missing
                from pending_fee f left join agency a using (agency_id) left join contractor k on k.contractor_id = f.contractor_id
                where (?::uuid is null or f.contractor_id = ?)
                    and (?::text is null or f.cmas_number = ?)
                    and (?::text is null or (f.cmas_number, f.order_id) > (?, ?))
                order by f.cmas_number, f.order_id limit ?
                """)) {
            String agreement = filter.agreement == null ? null : filter.agreement.canonical();
            Object[] values = {
                filter.contractorId,
                filter.contractorId,
                agreement,
                agreement,
                after == null ? null : after.cmasNumber,
                after == null ? null : after.cmasNumber,
                after == null ? null : after.orderId,
                count
            };
            for (int i = 0; i < values.length; i++) {
                select.setObject(i + 1, values[i]);
            }
            List<Listed> listed = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    listed.add(listed(row));
                }
            }
            return listed;
        }
    }

    private static Listed listed(ResultSet row) throws SQLException {
        return new Listed(
                row.getObject(1, UUID.class),
                row.getString(2),
                CmasNumber.parse(row.getString(3)),
                new Buyer(row.getObject(4, UUID.class), row.getString(5)),
                new Owner(row.getObject(6, UUID.class), row.getString(7)),
                new When(
                        row.getObject(8, LocalDate.class),
                        CalendarQuarter.parse(row.getString(9)),
                        row.getObject(10, OffsetDateTime.class).toInstant()),
                Usd.of(row.getBigDecimal(11)),
                List.of((String[]) row.getArray(12).getArray()));
    }
}
