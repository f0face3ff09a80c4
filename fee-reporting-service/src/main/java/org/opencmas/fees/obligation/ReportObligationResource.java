package org.opencmas.fees.obligation;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.opencmas.fees.http.Filters;
import org.opencmas.fees.http.Visibility;
import org.opencmas.fees.obligation.ReportObligationList.After;
import org.opencmas.fees.obligation.ReportObligationList.Filter;
import org.opencmas.fees.obligation.ReportObligationList.Listed;
import org.opencmas.http.Cursor;
import org.opencmas.http.Page;
import org.opencmas.http.Paging;
import org.opencmas.problem.body.FieldReader;
import org.opencmas.problem.parameter.CheckedBy;
import org.opencmas.problem.parameter.ParameterCheck;
import org.opencmas.problem.parameter.SentParameters;
import org.opencmas.terms.CalendarQuarter;
import org.opencmas.terms.Roles;

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
            String cmasNumber,
            CalendarQuarter quarter,
            @Nullable UUID contractorId,
            String contractorName,
            ObligationState state,
            LocalDate dueOn,
            int uncomputableOrders,
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

    /** Checks the states that are asked for. */
    static final class StateCheck implements ParameterCheck {
        @Override
        public void check(FieldReader fields, SentParameters sent) {
            new Filters("", fields).choices("state", sent.queries("state"), ObligationState.class);
        }
    }

    @GET
    @RolesAllowed({Roles.CONTRACTOR, Roles.DGS_ANALYST, Roles.DGS_APPROVER, Roles.COMPLIANCE_REVIEWER, Roles.AUDITOR})
    @CheckedBy({Filters.Check.class, ReportObligationResource.StateCheck.class})
    @Operation(
            operationId = "listReportObligations",
            summary = "The reports that are expected, by quarter, then by agreement")
    public Page<ObligationView> list(
            @Parameter(schema = @Schema(format = "uuid")) @QueryParam("contractorId") @Nullable String contractorId,
            @QueryParam("cmasNumber") @Nullable String cmasNumber,
            @QueryParam("quarter") @Nullable String quarter,
            @QueryParam("state") List<String> states,
            @BeanParam Paging paging)
            throws SQLException {
        Optional<UUID> own = visibility.onlyContractor();
        var filters = new Filters();
        UUID asked = filters.id("contractorId", contractorId);
        var filter = new Filter(
                own.orElse(asked),
                filters.cmasNumber("cmasNumber", cmasNumber),
                filters.quarter("quarter", quarter),
                filters.choices("state", states, ObligationState.class));
        filters.requireNoFaults();
        int count = paging.count();
        if (own.isPresent() && asked != null && !asked.equals(own.get())) {
            return new Page<>(List.of(), null);
        }
        LocalDate today = LocalDate.now(clock);
        try (Connection connection = dataSource.getConnection()) {
            List<ObligationView> read = list.read(connection, filter, after(paging), today, count).stream()
                    .map(listed -> ObligationView.of(listed, today))
                    .toList();
            return paging.page(read, last -> Cursor.of(last.quarter.toString(), last.cmasNumber));
        }
    }

    private static @Nullable After after(Paging paging) {
        return paging.after(2)
                .map(last -> new After(last.keys().get(0), last.keys().get(1)))
                .orElse(null);
    }
}
