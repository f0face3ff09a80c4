package org.opencmas.fees.dashboard.sales;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.fees.facts.Cause;
import org.opencmas.terms.AgencyType;
import org.opencmas.terms.CalendarQuarter;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.Usd;

/** Reads the entries behind a figure, in the order in which they were entered. */
@ApplicationScoped
public class SalesLines {
    /** An entry: a signed difference that an order's document, or a correction of what it counts as, brought. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "SalesLineView")
    public record Line(
            long position,
            CmasNumber cmasNumber,
            UUID orderId,
            String purchaseOrderNumber,
            int documentVersion,
            Cause cause,
            CalendarQuarter quarter,
            UUID agencyId,
            @Nullable String agencyName,
            @Nullable AgencyType agencyType,
            @Nullable UUID contractorId,
            @Nullable String contractorName,
            boolean smallBusiness,
            boolean dvbe,
            Usd sales,
            Usd nspSales,
            Usd calCardSales,
            Usd salesWithoutDetail,
            Usd feeDue,
            Usd feeWaived,
            int orders,
            Instant enteredAt) {}

    private static final String LINES = """
            select e.position, e.cmas_number, e.order_id, c.agency_order_number, e.document_version, e.cause, e.quarter, e.agency_id,
                a.name, e.agency_type, e.contractor_id, k.legal_name, e.small_business, e.dvbe, e.sales, e.nsp, e.cal_card,
                e.without_detail, e.fee_due, e.fee_waived, e.orders, e.entered_at
            from sale_entry e
            join order_change c using (order_id, document_version, cause)
            left join agency a on a.agency_id = e.agency_id
            left join contractor k on k.contractor_id = e.contractor_id
            where e.quarter between ? and ? and e.position > ? and e.position <= ? and %s
            order by e.position limit ?
            """;

    /**
     * The lines.
     *
     * @param after the position of the last line of the page before, 0 for the first
     */
    public List<Line> read(Connection connection, SalesFilter filter, long after, int count) throws SQLException {
        String member = filter.member();
        List<Line> lines = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(LINES.formatted(
                member == null ? "?::text is null" : filter.view().condition()))) {
            Long position = filter.position();
            select.setString(1, filter.from().toString());
            select.setString(2, filter.through().toString());
            select.setLong(3, after);
            select.setLong(4, position == null ? Long.MAX_VALUE : position);
            select.setString(5, member);
            select.setInt(6, count);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    lines.add(line(row));
                }
            }
        }
        return lines;
    }

    /** The position of the last entry there is. */
    public long last(Connection connection) throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement("select coalesce(max(position), 0) from sale_entry");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private static Line line(ResultSet row) throws SQLException {
        String type = row.getString(10);
        return new Line(
                row.getLong(1),
                CmasNumber.parse(row.getString(2)),
                row.getObject(3, UUID.class),
                row.getString(4),
                row.getInt(5),
                Cause.valueOf(row.getString(6)),
                CalendarQuarter.parse(row.getString(7)),
                row.getObject(8, UUID.class),
                row.getString(9),
                type == null ? null : AgencyType.valueOf(type),
                row.getObject(11, UUID.class),
                row.getString(12),
                row.getBoolean(13),
                row.getBoolean(14),
                Usd.of(row.getBigDecimal(15)),
                Usd.of(row.getBigDecimal(16)),
                Usd.of(row.getBigDecimal(17)),
                Usd.of(row.getBigDecimal(18)),
                Usd.of(row.getBigDecimal(19)),
                Usd.of(row.getBigDecimal(20)),
                row.getInt(21),
                row.getObject(22, OffsetDateTime.class).toInstant());
    }
}
