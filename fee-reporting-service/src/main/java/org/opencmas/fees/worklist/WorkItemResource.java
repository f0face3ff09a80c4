package org.opencmas.fees.worklist;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.opencmas.fees.http.Filters;
import org.opencmas.fees.worklist.WorkItem.Kind;
import org.opencmas.http.Cursor;
import org.opencmas.http.Page;
import org.opencmas.http.Paging;
import org.opencmas.problem.body.FieldReader;
import org.opencmas.problem.parameter.CheckedBy;
import org.opencmas.problem.parameter.ParameterCheck;
import org.opencmas.problem.parameter.SentParameters;
import org.opencmas.terms.Roles;

@Path("/v1/work-items")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Work items")
class WorkItemResource {
    private final WorkItems items;
    private final DataSource dataSource;
    private final Clock clock;

    WorkItemResource(WorkItems items, DataSource dataSource, Clock clock) {
        this.items = items;
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /** Checks the kinds that are asked for. */
    static final class KindCheck implements ParameterCheck {
        @Override
        public void check(FieldReader fields, SentParameters sent) {
            new Filters("", fields).choices("kind", sent.queries("kind"), Kind.class);
        }
    }

    @GET
    @RolesAllowed({Roles.DGS_ANALYST, Roles.DGS_APPROVER, Roles.COMPLIANCE_REVIEWER, Roles.AUDITOR})
    @CheckedBy({Filters.Check.class, WorkItemResource.KindCheck.class, Paging.Check.class})
    @Operation(operationId = "listWorkItems", summary = "What DGS has to see to, the oldest first")
    public Page<WorkItem> list(
            @QueryParam("kind") List<String> kinds,
            @Parameter(schema = @Schema(format = "uuid")) @QueryParam("contractorId") @Nullable String contractorId,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri)
            throws SQLException {
        int size = Page.limit(limit);
        var filters = new Filters();
        Set<Kind> asked = EnumSet.noneOf(Kind.class);
        asked.addAll(filters.choices("kind", kinds, Kind.class));
        UUID contractor = filters.id("contractorId", contractorId);
        filters.requireNoFaults();
        WorkItems.After after = after(cursor);
        try (Connection connection = dataSource.getConnection()) {
            List<WorkItem> fetched = items.read(
                    connection,
                    asked.isEmpty() ? EnumSet.allOf(Kind.class) : asked,
                    contractor,
                    after,
                    LocalDate.now(clock),
                    size + 1);
            return Page.of(
                    fetched,
                    size,
                    last -> Cursor.of(
                            last.since().toString(), last.kind().name(), last.cmasNumber(), last.quarter(), last.tie()),
                    uri);
        }
    }

    private static WorkItems.@Nullable After after(@Nullable String cursor) {
        return Cursor.parse(cursor, 5)
                .map(last -> new WorkItems.After(
                        last.day(0),
                        last.keys().get(1),
                        last.keys().get(2),
                        last.keys().get(3),
                        last.keys().get(4)))
                .orElse(null);
    }
}
