package org.opencmas.fees.report.filing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.opencmas.fees.http.UrlValues;
import org.opencmas.fees.report.filed.QuarterlyReportView;
import org.opencmas.fees.report.filed.ReadReport;
import org.opencmas.fees.report.filed.ReportStanding;
import org.opencmas.paper.PaperPrinter;
import org.opencmas.terms.CalendarQuarter;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.ProgramCalendar;
import org.opencmas.terms.Roles;

@Path("/v1/quarterly-reports/{number}/{quarter}/paper")
@Tag(name = "Quarterly reports")
class ReportPaperResource {
    private static final String PDF = "application/pdf";

    private final ReadReport readReport;
    private final PaperPrinter printer;
    private final ObjectMapper json;
    private final DataSource dataSource;
    private final Clock clock;

    ReportPaperResource(
            ReadReport readReport, PaperPrinter printer, ObjectMapper json, DataSource dataSource, Clock clock) {
        this.readReport = readReport;
        this.printer = printer;
        this.json = json;
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /** @param datedAt when it was filed; the start of the day while it is not */
    private record Drawn(JsonNode report, Instant datedAt) {}

    @GET
    @Produces(PDF)
    @RolesAllowed({Roles.CONTRACTOR, Roles.DGS_ANALYST, Roles.DGS_APPROVER, Roles.COMPLIANCE_REVIEWER, Roles.AUDITOR})
    @Operation(operationId = "getQuarterlyReportPaper", summary = "The statement of a quarter as a paper (PDF)")
    @APIResponse(
            responseCode = "200",
            description = "The paper",
            content = @Content(mediaType = PDF, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response paper(@PathParam("number") String number, @PathParam("quarter") String quarter)
            throws SQLException {
        CmasNumber agreement = UrlValues.cmasNumber("number", number);
        CalendarQuarter period = UrlValues.quarter("quarter", quarter);
        Drawn drawn = read(agreement, period);
        return Response.ok(printer.print(ReportPaper.of(drawn.report()), drawn.datedAt()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "inline; filename=\"quarterly-report-" + agreement + "-" + period + ".pdf\"")
                .build();
    }

    private Drawn read(CmasNumber agreement, CalendarQuarter quarter) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            Optional<ReadReport.Filed> filed = readReport.filed(connection, agreement, quarter);
            if (filed.isPresent()) {
                return new Drawn(
                        tree(filed.get().statement().document()),
                        filed.get().statement().filedAt());
            }
            ReportStanding standing = readReport.standing(connection, agreement, quarter);
            LocalDate today = LocalDate.now(clock);
            return new Drawn(
                    json.valueToTree(QuarterlyReportView.of(
                            standing.statement(),
                            standing.obligation().stateOn(today),
                            standing.reported().orElse(null),
                            List.of(),
                            null,
                            Map.of())),
                    today.atStartOfDay(ProgramCalendar.ZONE).toInstant());
        }
    }

    private JsonNode tree(String document) {
        try {
            return json.readTree(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a filed report is always JSON", e);
        }
    }
}
