package org.opencmas.fees.obligation;

import com.fasterxml.jackson.annotation.JsonInclude;
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
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.opencmas.fees.http.UrlValues;
import org.opencmas.fees.http.Visibility;
import org.opencmas.fees.obligation.ReportObligationList.After;
import org.opencmas.fees.obligation.ReportObligationList.Filter;
import org.opencmas.fees.obligation.ReportObligationList.Listed;
import org.opencmas.http.Cursor;
import org.opencmas.http.Page;
import org.opencmas.http.Roles;
import org.opencmas.problem.Fault;
import org.opencmas.problem.InvalidRequest;
import org.opencmas.terms.CalendarQuarter;

@Path("/v1/report-obligations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Report obligations")
class ReportObligationResource {
    private final ReportObligationList list;
    private final Visibility visibility;
    private final DataSource dataSource;
    private final Clock clock;

    ReportObligationResource(ReportObligationList list, Visibility visibility, DataSource dataSource, Clock clock) {
        this.list = list;
        this.visibility = visibility;
        this.dataSource = dataSource;
        this.clock = clock;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ObligationView(
            @Schema(examples = "4-20-56-0006B") String cmasNumber,

            @Schema(implementation = String.class, examples = "2026-Q3")
            CalendarQuarter quarter,

            @Schema(
                    description =
                            "Absent where the agreement is not known and its orders do not agree on a contractor.")
            @Nullable
            UUID contractorId,

            String contractorName,
            ObligationState state,

            @Schema(description = "The last day on which the report is in time.")
            LocalDate dueOn,

            @Schema(
                    examples = "0",
                    description =
                            "Orders whose fee cannot be worked out yet; the report cannot be filed until there are none. They are"
                                    + " listed at /v1/uncomputable-orders.")
            int uncomputableOrders,

            @Schema(
                    examples = "/v1/quarterly-reports/4-20-56-0006B/2026-Q3",
                    description = "Where the report is read; beneath it, /submission files it.")
            String report) {
        static ObligationView of(Listed listed, LocalDate today) {
            ReportObligation obligation = listed.obligation();
            return new ObligationView(
                    obligation.agreement().canonical(),
                    obligation.quarter(),
                    obligation.contractorId().orElse(null),
                    listed.contractorName(),
                    obligation.stateOn(today),
                    obligation.dueOn(),
                    listed.uncomputableOrders(),
                    "/v1/quarterly-reports/" + obligation.agreement() + "/" + obligation.quarter());
        }
    }

    @GET
    @RolesAllowed({Roles.CONTRACTOR, Roles.DGS_ANALYST, Roles.DGS_APPROVER, Roles.COMPLIANCE_REVIEWER, Roles.AUDITOR})
    @Operation(
            operationId = "listReportObligations",
            summary = "The reports that are expected, by quarter, then by agreement",
            description =
                    "One per agreement and calendar quarter touched by its term, also when nothing was sold, and one for"
                            + " any other quarter with an amount posted or with an order whose fee cannot be worked out, also under"
                            + " an agreement that the registry does not know. A contractor sees its own; with state=DUE&state=OVERDUE it"
                            + " is the contractor's list of what to do.")
    public Page<ObligationView> list(
            @Parameter(description = "Only of this contractor", schema = @Schema(format = "uuid"))
                    @QueryParam("contractorId")
                    @Nullable
                    String contractorId,
            @Parameter(description = "Only of this agreement; any printing of the number", example = "4-20-56-0006B")
                    @QueryParam("cmasNumber")
                    @Nullable
                    String cmasNumber,
            @Parameter(description = "Only for this quarter", example = "2026-Q3") @QueryParam("quarter") @Nullable
                    String quarter,
            @Parameter(description = "Only in one of these states: OPEN, DUE, OVERDUE, FILED") @QueryParam("state")
                    List<String> states,
            @Parameter(description = "Obligations on a page, 1 to 200; 50 when absent") @QueryParam("limit") @Nullable
                    Integer limit,
            @Parameter(description = "From the next link of the page before") @QueryParam("cursor") @Nullable
                    String cursor,
            @Context UriInfo uri)
            throws SQLException {
        Optional<UUID> own = visibility.onlyContractor();
        UUID asked = UrlValues.optionalId("contractorId", contractorId);
        int size = Page.limit(limit);
        if (own.isPresent() && asked != null && !asked.equals(own.get())) {
            return new Page<>(List.of(), null);
        }
        var filter = new Filter(
                own.orElse(asked),
                UrlValues.optionalCmasNumber("cmasNumber", cmasNumber),
                UrlValues.optionalQuarter("quarter", quarter),
                states.stream().map(ReportObligationResource::state).toList());
        LocalDate today = LocalDate.now(clock);
        try (Connection connection = dataSource.getConnection()) {
            List<ObligationView> fetched = list.read(connection, filter, after(cursor), today, size + 1).stream()
                    .map(listed -> ObligationView.of(listed, today))
                    .toList();
            return Page.of(fetched, size, last -> Cursor.of(last.quarter.toString(), last.cmasNumber), uri);
        }
    }

    private static ObligationState state(String raw) {
        return Arrays.stream(ObligationState.values())
                .filter(state -> state.name().equalsIgnoreCase(raw))
                .findFirst()
                .orElseThrow(() -> new InvalidRequest(
                        new Fault("state", "is not one of " + Arrays.toString(ObligationState.values()))));
    }

    private static @Nullable After after(@Nullable String cursor) {
        return Cursor.parse(cursor, 2)
                .map(last -> new After(last.keys().get(0), last.keys().get(1)))
                .orElse(null);
    }
}
