package org.opencmas.fees.ledger.declared;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
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
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.opencmas.fees.http.Filters;
import org.opencmas.fees.http.Visibility;
import org.opencmas.fees.ledger.Treatment;
import org.opencmas.fees.rate.Rate;
import org.opencmas.http.Cursor;
import org.opencmas.http.Page;
import org.opencmas.http.Paging;
import org.opencmas.problem.parameter.CheckedBy;
import org.opencmas.terms.CalendarQuarter;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.Roles;
import org.opencmas.terms.Usd;

@Path("/v1/declared-fees")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Ledger")
class DeclaredFeeResource {
    private static final String SELECT = """
            select cmas_number, posting_id, declared_order_id, contractor_id, agency_name, purchase_order_number, amendment_number,
                order_date, cause, order_id, quarter, belongs_to_quarter, base, rate, treatment, fee_due, fee_waived, posted_at
            from declared_posting
            where (?::text is null or cmas_number = ?) and (?::text is null or quarter = ?) and (?::uuid is null or contractor_id = ?)
                and (?::text is null or (cmas_number, posting_id) > (?, ?))
            order by cmas_number, posting_id limit ?
            """;

    private final Visibility visibility;
    private final DataSource dataSource;

    DeclaredFeeResource(Visibility visibility, DataSource dataSource) {
        this.visibility = visibility;
        this.dataSource = dataSource;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "DeclaredFee")
    record DeclaredFeeView(
            UUID postingId,
            UUID declaredOrderId,
            String cmasNumber,
            UUID contractorId,
            String agencyName,
            String purchaseOrderNumber,
            int amendmentNumber,
            LocalDate purchaseOrderDate,
            DeclaredCause cause,
            @Nullable UUID orderId,
            CalendarQuarter quarter,
            CalendarQuarter belongsToQuarter,
            Usd base,
            Rate rate,
            Treatment treatment,
            Usd fee,
            Usd feeWaived,
            Instant postedAt) {}

    @GET
    @RolesAllowed({Roles.CONTRACTOR, Roles.DGS_ANALYST, Roles.DGS_APPROVER, Roles.AUDITOR})
    @CheckedBy(Filters.Check.class)
    @Operation(
            operationId = "listDeclaredFees",
            summary = "What was posted for orders that reports add, by agreement, then in the order of posting")
    public Page<DeclaredFeeView> list(
            @QueryParam("cmasNumber") @Nullable String cmasNumber,
            @QueryParam("quarter") @Nullable String quarter,
            @BeanParam Paging paging)
            throws SQLException {
        var filters = new Filters();
        CmasNumber agreement = filters.cmasNumber("cmasNumber", cmasNumber);
        CalendarQuarter period = filters.quarter("quarter", quarter);
        filters.requireNoFaults();
        UUID contractor = visibility.onlyContractor().orElse(null);
        int count = paging.count();
        Cursor after = paging.after(2).orElse(null);
        UUID afterPosting = after == null ? null : after.id(1);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(SELECT)) {
            String number = agreement == null ? null : agreement.canonical();
            String shown = period == null ? null : period.toString();
            String afterNumber = after == null ? null : after.keys().getFirst();
            select.setString(1, number);
            select.setString(2, number);
            select.setString(3, shown);
            select.setString(4, shown);
            select.setObject(5, contractor);
            select.setObject(6, contractor);
            select.setString(7, afterNumber);
            select.setString(8, afterNumber);
            select.setObject(9, afterPosting);
            select.setInt(10, count);
            return paging.page(read(select), posting -> Cursor.of(posting.cmasNumber, posting.postingId.toString()));
        }
    }

    private static List<DeclaredFeeView> read(PreparedStatement select) throws SQLException {
        List<DeclaredFeeView> read = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                read.add(view(row));
            }
        }
        return read;
    }

    /** Each component from the column of its name: two of one type are not confused by their places. */
    private static DeclaredFeeView view(ResultSet row) throws SQLException {
        return new DeclaredFeeView(
                row.getObject("posting_id", UUID.class),
                row.getObject("declared_order_id", UUID.class),
                row.getString("cmas_number"),
                row.getObject("contractor_id", UUID.class),
                row.getString("agency_name"),
                row.getString("purchase_order_number"),
                row.getInt("amendment_number"),
                row.getObject("order_date", LocalDate.class),
                DeclaredCause.valueOf(row.getString("cause")),
                row.getObject("order_id", UUID.class),
                CalendarQuarter.parse(row.getString("quarter")),
                CalendarQuarter.parse(row.getString("belongs_to_quarter")),
                Usd.of(row.getBigDecimal("base")),
                new Rate(row.getBigDecimal("rate")),
                Treatment.valueOf(row.getString("treatment")),
                Usd.of(row.getBigDecimal("fee_due")),
                Usd.of(row.getBigDecimal("fee_waived")),
                row.getObject("posted_at", OffsetDateTime.class).toInstant());
    }
}
