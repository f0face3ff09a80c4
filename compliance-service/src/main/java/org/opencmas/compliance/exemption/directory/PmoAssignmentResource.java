package org.opencmas.compliance.exemption.directory;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.exemption.directory.PmoAssignment.PmoRole;
import org.opencmas.http.Caller;
import org.opencmas.http.idempotency.Idempotent;
import org.opencmas.journal.TimeOrderedId;
import org.opencmas.problem.body.CheckedBody;
import org.opencmas.problem.body.FieldReader;
import org.opencmas.problem.parameter.CheckedBy;
import org.opencmas.problem.parameter.ParameterCheck;
import org.opencmas.problem.parameter.SentParameters;
import org.opencmas.tenant.Tenant;
import org.opencmas.terms.ProgramCalendar;
import org.opencmas.terms.Roles;

@Path("/v1/pmo-assignments")
@Tag(
        name = "Exemption directory",
        description = "To which Principal or Manager of the Program Management Office a department's questions go.")
@Produces(MediaType.APPLICATION_JSON)
class PmoAssignmentResource {
    private final PmoAssignments assignments;
    private final Caller caller;
    private final DataSource dataSource;
    private final Clock clock;

    PmoAssignmentResource(PmoAssignments assignments, Caller caller, DataSource dataSource, Clock clock) {
        this.assignments = assignments;
        this.caller = caller;
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /** The body that records an assignment. */
    @Schema(description = "An assignment as the Technology Agency's list has it.")
    record NewPmoAssignment(
            @Schema(required = true, format = "uuid", description = "The department.") @Nullable
            String agencyId,

            @Schema(
                    required = true,
                    enumeration = {"PRINCIPAL", "MANAGER"},
                    description = "The person's office.")
            @Nullable
            String role,

            @Schema(required = true, maxLength = 200, description = "The person.") @Nullable
            String person,

            @Schema(required = true, maxLength = 300, description = "How to reach the person.") @Nullable
            String contact,

            @Schema(required = true, format = "date", description = "First day on which it counts; not in the future.")
            @Nullable
            String validFrom,

            @Schema(required = true, maxLength = 300, description = "Where it is written.") @Nullable
            String source)
            implements CheckedBody {
        @Override
        public void check(FieldReader fields, LocalDate today) {
            read(today, fields);
        }

        private PmoAssignment.Told read(LocalDate today, FieldReader fields) {
            return new PmoAssignment.Told(
                    fields.id("/agencyId", agencyId),
                    fields.requiredChoice("/role", role, PmoRole.MANAGER),
                    fields.identifier("/person", person, 200),
                    fields.text("/contact", contact, 300),
                    fields.pastDate("/validFrom", validFrom, today),
                    fields.text("/source", source, 300));
        }
    }

    /** Who is asked. */
    @Schema(name = "PmoAssignmentList", description = "To whom a department's questions go on a day.")
    record AssignmentsView(
            @Schema(description = "The Principal and the Manager, as far as they are recorded.")
            List<PmoAssignment> items,

            @Schema(description = "What the Technology Letter says of the directory.")
            String note) {}

    @POST
    @Idempotent
    @RolesAllowed(Roles.EXEMPTION_REVIEWER)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "recordPmoAssignment", summary = "Record to whom a department's questions go")
    @APIResponseSchema(value = PmoAssignment.class, responseCode = "201", responseDescription = "Recorded")
    public Response record(@NotNull @Valid NewPmoAssignment body) throws SQLException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var fields = new FieldReader();
        PmoAssignment.Told told = body.read(ProgramCalendar.dateOf(now), fields);
        fields.requireNoFaults();
        PmoAssignment made = told.recorded(TimeOrderedId.next(), caller.name(), now);
        Tenant.seeingAll(() -> {
            try (Connection connection = dataSource.getConnection()) {
                assignments.store(connection, made, caller.subject());
            }
            return made;
        });
        return Response.created(URI.create("/v1/pmo-assignments?agencyId=" + made.agencyId()))
                .entity(made)
                .build();
    }

    /** Checks of whom, and of when, is asked. Whether a caller must name a department depends on its token. */
    static final class FilterCheck implements ParameterCheck {
        @Override
        public void check(FieldReader fields, SentParameters sent) {
            fields.optionalDate("on", sent.query("on"));
            if (sent.query("agencyId") != null) {
                fields.id("agencyId", sent.query("agencyId"));
            }
        }
    }

    @GET
    @RolesAllowed({
        Roles.AGENCY_BUYER,
        Roles.AGENCY_APPROVER,
        Roles.EXEMPTION_REVIEWER,
        Roles.DGS_ANALYST,
        Roles.DGS_APPROVER,
        Roles.COMPLIANCE_REVIEWER,
        Roles.AUDITOR
    })
    @CheckedBy(FilterCheck.class)
    @Operation(
            operationId = "listPmoAssignments",
            summary = "To whom a department's questions go on a day",
            description = "An agency sees its own department's; it is the token's own when agencyId is absent.")
    public AssignmentsView list(
            @Parameter(description = "The department", schema = @Schema(type = SchemaType.STRING, format = "uuid"))
                    @QueryParam("agencyId")
                    @Nullable
                    String agencyId,
            @Parameter(
                            description = "The day in California; today when absent",
                            schema = @Schema(type = SchemaType.STRING, format = "date"))
                    @QueryParam("on")
                    @Nullable
                    String on)
            throws SQLException {
        var fields = new FieldReader();
        LocalDate day = fields.optionalDate("on", on);
        UUID own = caller.agencyId().orElse(null);
        UUID asked = agencyId == null && own != null ? own : fields.id("agencyId", agencyId);
        fields.requireNoFaults();
        LocalDate onDay = day == null ? ProgramCalendar.dateOf(clock.instant()) : day;
        List<PmoAssignment> found;
        try (Connection connection = dataSource.getConnection()) {
            found = assignments.on(connection, asked, onDay);
        }
        return new AssignmentsView(
                found,
                "Questions go to the department's Principal or Manager of the Technology Agency's Program Management Office. The Letter"
                        + " names a list of assignments on the agency's web site and gives no address; what is recorded here was copied by"
                        + " hand.");
    }
}
