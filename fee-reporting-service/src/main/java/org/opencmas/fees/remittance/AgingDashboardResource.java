package org.opencmas.fees.remittance;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.opencmas.fees.remittance.OpenFees.Open;
import org.opencmas.http.Cursor;
import org.opencmas.http.Page;
import org.opencmas.http.Paging;
import org.opencmas.terms.Roles;

@Path("/v1/dashboards/aging")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Dashboards")
class AgingDashboardResource {
    private static final Map<String, String> DEFINITIONS = Map.of(
            "notPastDue", "Fees of filed reports that are not paid and not past due: the due date itself is in time.",
            "days1To30", "Not paid, past due by 1 to 30 days, both included; and so on.",
            "total",
                    "Fees of filed reports less what is allocated to them and what was settled; payments not yet applied are not"
                            + " taken off.");

    private final OpenFees fees;
    private final DataSource dataSource;
    private final Clock clock;

    AgingDashboardResource(OpenFees fees, DataSource dataSource, Clock clock) {
        this.fees = fees;
        this.dataSource = dataSource;
        this.clock = clock;
    }

    @Schema(name = "AgingRowView")
    record RowView(String contractorId, String contractorName, Aging aging) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "AgingDashboardView")
    record AgingDashboardView(
            LocalDate asOfDay,
            List<RowView> rows,
            Aging total,
            Map<String, String> definitions,
            @Nullable String next) {}

    @GET
    @RolesAllowed({Roles.DGS_ANALYST, Roles.DGS_APPROVER, Roles.COMPLIANCE_REVIEWER, Roles.AUDITOR})
    @Operation(operationId = "getAgingDashboard", summary = "How old the fees are that are not paid, by contractor")
    public AgingDashboardView get(@BeanParam Paging paging) throws SQLException {
        LocalDate today = LocalDate.now(clock);
        String after = paging.after(1).map(key -> key.keys().getFirst()).orElse(null);
        Map<String, Open> open;
        try (Connection connection = dataSource.getConnection()) {
            open = fees.read(connection, after, paging.count());
        }
        Open all = Objects.requireNonNull(open.remove(""));
        Page<Open> page = paging.page(List.copyOf(open.values()), each -> Cursor.of(each.contractorId()));
        return new AgingDashboardView(
                today,
                page.items().stream()
                        .map(each -> new RowView(each.contractorId(), each.name(), Aging.of(each.byDueDay(), today)))
                        .toList(),
                Aging.of(all.byDueDay(), today),
                DEFINITIONS,
                page.next());
    }
}
