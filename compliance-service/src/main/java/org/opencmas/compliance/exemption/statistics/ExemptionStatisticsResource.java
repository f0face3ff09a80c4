package org.opencmas.compliance.exemption.statistics;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.opencmas.problem.body.FieldReader;
import org.opencmas.problem.parameter.CheckedBy;
import org.opencmas.problem.parameter.ParameterCheck;
import org.opencmas.problem.parameter.SentParameters;
import org.opencmas.tenant.Tenant;
import org.opencmas.terms.ProgramCalendar;
import org.opencmas.terms.Roles;

@Path("/v1/exemption-statistics")
@Tag(name = "Exemption determinations")
@Produces(MediaType.APPLICATION_JSON)
class ExemptionStatisticsResource {
    private final ExemptionStatistics statistics;
    private final DataSource dataSource;

    ExemptionStatisticsResource(ExemptionStatistics statistics, DataSource dataSource) {
        this.statistics = statistics;
        this.dataSource = dataSource;
    }

    /** The statistics of a period. */
    @Schema(name = "ExemptionStatistics", description = "Determinations by agreement, reason and decision.")
    record StatisticsView(
            @Schema(description = "First day of procurement, inclusive.")
            LocalDate from,

            @Schema(description = "Last day of procurement, inclusive.")
            LocalDate to,

            @Schema(description = "The most frequent first, at most 1,000.")
            List<ExemptionStatistics.Row> rows) {}

    /** Checks the days that are asked for. */
    static final class DaysCheck implements ParameterCheck {
        @Override
        public void check(FieldReader fields, SentParameters sent) {
            fields.optionalDays("from", sent.query("from"), "to", sent.query("to"));
        }
    }

    @GET
    @RolesAllowed({Roles.EXEMPTION_REVIEWER, Roles.DGS_ANALYST, Roles.DGS_APPROVER, Roles.AUDITOR})
    @CheckedBy(DaysCheck.class)
    @Operation(
            operationId = "getExemptionStatistics",
            summary = "Exemption determinations by agreement and reason",
            description = "A determination whose search found several agreements counts once for each.")
    public StatisticsView get(
            @Parameter(
                            description = "First day of procurement, inclusive; the first of the program when absent",
                            schema = @Schema(type = SchemaType.STRING, format = "date"))
                    @QueryParam("from")
                    @Nullable
                    String from,
            @Parameter(
                            description = "Last day of procurement, inclusive; the last of the program when absent",
                            schema = @Schema(type = SchemaType.STRING, format = "date"))
                    @QueryParam("to")
                    @Nullable
                    String to)
            throws SQLException {
        var fields = new FieldReader();
        FieldReader.Days days = fields.optionalDays("from", from, "to", to);
        fields.requireNoFaults();
        LocalDate first = Objects.requireNonNullElse(days.first(), ProgramCalendar.FIRST_DAY);
        LocalDate last = Objects.requireNonNullElse(days.last(), ProgramCalendar.LAST_DAY);
        return Tenant.seeingAll(() -> {
            try (Connection connection = dataSource.getConnection()) {
                return new StatisticsView(first, last, statistics.rows(connection, first, last));
            }
        });
    }
}
