package org.opencmas.order.oversight;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.opencmas.http.Cursor;
import org.opencmas.http.Page;
import org.opencmas.http.Paging;
import org.opencmas.order.purchaseorder.store.Database;
import org.opencmas.problem.RefusedByRule;
import org.opencmas.problem.body.FieldReader;
import org.opencmas.problem.parameter.CheckedBy;
import org.opencmas.problem.parameter.ParameterCheck;
import org.opencmas.problem.parameter.SentParameters;
import org.opencmas.terms.Roles;

/** Where persons went on in spite of a rule or a doubt. */
@Path("/v1/overrides")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Oversight", description = "What persons decided by themselves: overrides and attestations.")
@RolesAllowed({
    Roles.AGENCY_BUYER,
    Roles.AGENCY_APPROVER,
    Roles.DGS_ANALYST,
    Roles.DGS_APPROVER,
    Roles.COMPLIANCE_REVIEWER,
    Roles.AUDITOR
})
class OverrideResource {
    private static final String CSV = "text/csv";
    /** Of a report, inclusive. */
    private static final int MOST_ROWS = 10_000;

    private static final int MOST_COUNTS = 1_000;

    private final Overrides overrides;
    private final OversightAccess access;
    private final Database database;

    OverrideResource(Overrides overrides, OversightAccess access, Database database) {
        this.overrides = overrides;
        this.access = access;
        this.database = database;
    }

    /** Which ones; each null for any. */
    @CheckedBy(Filters.Check.class)
    public static class Filters {
        /** What the types of the parameters do not say. */
        static final class Check implements ParameterCheck {
            @Override
            public void check(FieldReader fields, SentParameters sent) {
                LocalDate from = sent.day("from");
                LocalDate through = sent.day("through");
                if (from != null && through != null && through.isBefore(from)) {
                    fields.fault("through", "is before from");
                }
            }
        }

        @QueryParam("agencyId")
        @Nullable
        UUID agencyId;

        @QueryParam("decidedBy")
        @Size(min = 1, max = 200)
        @Nullable
        String decidedBy;

        @QueryParam("rule")
        @Size(min = 1, max = 60)
        @Nullable
        String rule;

        @QueryParam("from")
        @Nullable
        LocalDate from;

        @QueryParam("through")
        @Nullable
        LocalDate through;

        /** For the framework, which fills it from the request. */
        public Filters() {}
    }

    @GET
    @Operation(operationId = "listOverrides", summary = "List the overrides, the latest first")
    public Page<NotedOverride> list(@BeanParam Filters filters, @BeanParam Paging paging) {
        OverrideSearch search =
                search(filters, paging.after(2).map(OverrideResource::place).orElse(null));
        List<NotedOverride> found = database.with(connection -> overrides.find(connection, search, paging.count()));
        return paging.page(
                found,
                last -> Cursor.of(
                        last.by().decidedAt().toString(), last.overrideId().toString()));
    }

    @GET
    @Path("/counts")
    @Operation(operationId = "getOverrideCounts", summary = "Count the overrides by person, agency and rule")
    public OverrideCounts counts(@BeanParam Filters filters) {
        OverrideSearch search = search(filters, null);
        List<OverrideCount> found = database.with(connection -> overrides.count(connection, search, MOST_COUNTS + 1));
        return new OverrideCounts(found.stream().limit(MOST_COUNTS).toList(), found.size() > MOST_COUNTS);
    }

    /** @param isCutOff whether there are more than are told */
    record OverrideCounts(List<OverrideCount> counts, boolean isCutOff) {}

    @GET
    @Path("/report")
    @Produces(CSV)
    @Operation(operationId = "getOverrideReport", summary = "The overrides as a CSV file")
    @APIResponse(
            responseCode = "200",
            description = "One row for each override, the latest first",
            content = @Content(mediaType = CSV, schema = @Schema(implementation = String.class)))
    @APIResponse(responseCode = "422")
    public Response report(@BeanParam Filters filters) {
        OverrideSearch search = search(filters, null);
        List<NotedOverride> found = database.with(connection -> overrides.find(connection, search, MOST_ROWS + 1));
        if (found.size() > MOST_ROWS) {
            throw new RefusedByRule(
                    "override-report-too-large",
                    "There are more than " + MOST_ROWS
                            + " overrides, the most that one report takes: ask for fewer days"
                            + " with from and through, or for one agency, person or rule.",
                    Map.of("mostRows", MOST_ROWS));
        }
        return Response.ok(OverrideCsv.of(found), CSV + ";charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"cmas-overrides.csv\"")
                .build();
    }

    private OverrideSearch search(Filters filters, OverrideSearch.@Nullable Place after) {
        return new OverrideSearch(
                access.agency(filters.agencyId), filters.decidedBy, filters.rule, filters.from, filters.through, after);
    }

    private static OverrideSearch.Place place(Cursor cursor) {
        return new OverrideSearch.Place(cursor.instant(0), cursor.id(1));
    }
}
