package org.opencmas.fees.worklist;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.opencmas.fees.facts.Contractors;
import org.opencmas.fees.http.Visibility;
import org.opencmas.fees.worklist.WorkItem.Kind;
import org.opencmas.problem.NotFound;
import org.opencmas.terms.Roles;

@Path("/v1/contractor-standings/{contractorId}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Work items")
class ContractorStandingResource {
    /** A report that says something else than the ledger is no default: neither side proves the other wrong (RPT-ALL-LOCAL). */
    private static final Set<Kind> IN_THE_WAY =
            Set.copyOf(EnumSet.of(Kind.OVERDUE_REPORT, Kind.INCOMPLETE_REPORT, Kind.UNPAID_FEE));

    /** More than one contractor can have: one has 81 reports since 2006. */
    private static final int MOST = 10_000;

    private final WorkItems items;
    private final Contractors contractors;
    private final Visibility visibility;
    private final DataSource dataSource;
    private final Clock clock;

    ContractorStandingResource(
            WorkItems items, Contractors contractors, Visibility visibility, DataSource dataSource, Clock clock) {
        this.items = items;
        this.contractors = contractors;
        this.visibility = visibility;
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /** Whether anything of any agreement of the contractor, current or past, is outstanding. */
    record ContractorStandingView(
            UUID contractorId,
            LocalDate asOfDay,
            boolean outstanding,
            int reportsOverdue,
            int reportsIncomplete,
            int feesUnpaid,
            List<WorkItem> items) {}

    @GET
    @RolesAllowed({Roles.CONTRACTOR, Roles.DGS_ANALYST, Roles.DGS_APPROVER, Roles.COMPLIANCE_REVIEWER, Roles.AUDITOR})
    @Operation(
            operationId = "getContractorStanding",
            summary = "Whether a contractor has filed and paid all, before a new, extended or renewed agreement")
    public ContractorStandingView get(@PathParam("contractorId") UUID contractorId) throws SQLException {
        LocalDate today = LocalDate.now(clock);
        boolean isVisible = visibility.includes(Optional.of(contractorId));
        try (Connection connection = dataSource.getConnection()) {
            if (!isVisible || contractors.find(connection, contractorId).isEmpty()) {
                throw new NotFound("contractor", contractorId);
            }
            List<WorkItem> found = items.read(connection, IN_THE_WAY, contractorId, null, today, MOST);
            return new ContractorStandingView(
                    contractorId,
                    today,
                    !found.isEmpty(),
                    count(found, Kind.OVERDUE_REPORT),
                    count(found, Kind.INCOMPLETE_REPORT),
                    count(found, Kind.UNPAID_FEE),
                    found);
        }
    }

    private static int count(List<WorkItem> items, Kind kind) {
        return (int) items.stream().filter(item -> item.kind() == kind).count();
    }
}
