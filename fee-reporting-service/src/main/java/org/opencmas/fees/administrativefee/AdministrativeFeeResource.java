package org.opencmas.fees.administrativefee;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.opencmas.fees.administrativefee.AdministrativeFees.Figures;
import org.opencmas.fees.administrativefee.AdministrativeFees.Read;
import org.opencmas.fees.administrativefee.AdministrativeFees.Row;
import org.opencmas.fees.http.Filters;
import org.opencmas.fees.http.QuarterSpan;
import org.opencmas.http.Cursor;
import org.opencmas.http.Page;
import org.opencmas.http.Paging;
import org.opencmas.problem.parameter.CheckedBy;
import org.opencmas.terms.CalendarQuarter;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.Roles;

@Path("/v1/administrative-fees")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Dashboards")
class AdministrativeFeeResource {
    private final AdministrativeFees fees;
    private final DataSource dataSource;

    AdministrativeFeeResource(AdministrativeFees fees, DataSource dataSource) {
        this.fees = fees;
        this.dataSource = dataSource;
    }

    @Schema(name = "AdministrativeFeeRowView")
    record RowView(
            CalendarQuarter quarter,
            UUID agencyId,
            String agencyName,
            CmasNumber cmasNumber,
            @JsonUnwrapped Figures figures) {
        static RowView of(Row row) {
            return new RowView(row.quarter(), row.agencyId(), row.agencyName(), row.cmasNumber(), row.figures());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AdministrativeFeesView(
            CalendarQuarter from,
            CalendarQuarter through,
            List<RowView> rows,
            Figures total,
            @Nullable String next) {}

    @GET
    @RolesAllowed({Roles.DGS_ANALYST, Roles.DGS_APPROVER, Roles.COMPLIANCE_REVIEWER, Roles.AUDITOR})
    @CheckedBy({Filters.Check.class, Filters.QuartersCheck.class})
    @Operation(
            operationId = "getAdministrativeFees",
            summary = "State departments' administrative fee, by quarter, department and agreement")
    public AdministrativeFeesView get(
            @Parameter(required = true) @QueryParam("from") @Nullable String from,
            @QueryParam("through") @Nullable String through,
            @Parameter(schema = @Schema(format = "uuid")) @QueryParam("agencyId") @Nullable String agencyId,
            @BeanParam Paging paging)
            throws SQLException {
        var filters = new Filters();
        QuarterSpan quarters = filters.quarters(from, through);
        UUID agency = filters.id("agencyId", agencyId);
        filters.requireNoFaults();
        AdministrativeFees.After after = paging.after(3)
                .map(key -> new AdministrativeFees.After(
                        key.keys().get(0), key.keys().get(1), key.keys().get(2)))
                .orElse(null);
        Read read;
        try (Connection connection = dataSource.getConnection()) {
            read = fees.read(connection, quarters.first(), quarters.last(), agency, after, paging.count());
        }
        Page<Row> page = paging.page(
                read.rows(),
                row -> Cursor.of(
                        row.quarter().toString(),
                        row.agencyId().toString(),
                        row.cmasNumber().canonical()));
        return new AdministrativeFeesView(
                quarters.first(),
                quarters.last(),
                page.items().stream().map(RowView::of).toList(),
                read.total(),
                page.next());
    }
}
