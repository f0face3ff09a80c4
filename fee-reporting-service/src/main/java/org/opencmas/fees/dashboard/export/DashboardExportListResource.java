package org.opencmas.fees.dashboard.export;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.opencmas.fees.dashboard.export.DashboardExportResource.ExportView;
import org.opencmas.http.Caller;
import org.opencmas.http.Cursor;
import org.opencmas.http.Page;
import org.opencmas.http.Paging;
import org.opencmas.terms.Roles;

/** The exports that were asked for, so that a file is found again whose address nobody kept. */
@Path("/v1/dashboard-exports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Dashboards")
class DashboardExportListResource {
    private final ListedExports exports;
    private final Caller caller;
    private final DataSource dataSource;

    DashboardExportListResource(ListedExports exports, Caller caller, DataSource dataSource) {
        this.exports = exports;
        this.caller = caller;
        this.dataSource = dataSource;
    }

    @GET
    @RolesAllowed({Roles.DGS_ANALYST, Roles.DGS_APPROVER, Roles.COMPLIANCE_REVIEWER, Roles.AUDITOR})
    @Operation(operationId = "listDashboardExports", summary = "The exports that were asked for, newest first")
    public Page<ExportView> list(@QueryParam("mine") @DefaultValue("false") boolean mine, @BeanParam Paging paging)
            throws SQLException {
        UUID before = paging.after(1).map(cursor -> cursor.id(0)).orElse(ListedExports.LAST_OF_ALL);
        try (Connection connection = dataSource.getConnection()) {
            List<DashboardExport> found = mine
                    ? exports.of(connection, caller.name(), before, paging.count())
                    : exports.all(connection, before, paging.count());
            return paging.page(
                    found.stream().map(ExportView::of).toList(),
                    one -> Cursor.of(one.exportId().toString()));
        }
    }
}
