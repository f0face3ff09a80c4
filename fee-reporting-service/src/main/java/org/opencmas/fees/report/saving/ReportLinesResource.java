package org.opencmas.fees.report.saving;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.opencmas.fees.http.UrlValues;
import org.opencmas.fees.report.draft.LineAnswer;
import org.opencmas.fees.report.draft.ReportDraft;
import org.opencmas.fees.report.draft.Reported;
import org.opencmas.fees.report.filed.ReadReport;
import org.opencmas.fees.report.filed.ReportStanding;
import org.opencmas.fees.upload.ReportRowRules;
import org.opencmas.fees.upload.ReportedRow;
import org.opencmas.http.ETags;
import org.opencmas.problem.body.CheckedBody;
import org.opencmas.problem.body.FieldReader;
import org.opencmas.terms.CalendarQuarter;
import org.opencmas.terms.ProgramCalendar;
import org.opencmas.terms.Roles;

@Path("/v1/quarterly-reports/{number}/{quarter}/lines")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Quarterly reports")
class ReportLinesResource {
    private final SaveReportDraft saveDraft;
    private final ReadReport readReport;
    private final DataSource dataSource;

    ReportLinesResource(SaveReportDraft saveDraft, ReadReport readReport, DataSource dataSource) {
        this.saveDraft = saveDraft;
        this.readReport = readReport;
        this.dataSource = dataSource;
    }

    @Schema(name = "NewReportLines")
    record NewLines(
            @NotNull @Size(max = ReportDraft.MOST_IN_DOCUMENT)
            List<@NotNull @Valid LineAnswer> answers,

            @NotNull @Size(max = ReportDraft.MOST_IN_DOCUMENT)
            List<@NotNull @Valid ReportedRow> added)
            implements CheckedBody {
        /** Of which report it is, the path says: what only that decides is looked at when the lines are saved. */
        @Override
        public void check(FieldReader fields, LocalDate today) {
            LineFaults.check(
                    fields,
                    Objects.requireNonNullElse(answers, List.of()),
                    AnswerRules.ofAnyReport(),
                    Objects.requireNonNullElse(added, List.of()),
                    new ReportRowRules(CalendarQuarter.of(ProgramCalendar.LAST_DAY), today));
        }
    }

    /** What is reported, line by line, before it is filed. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ReportLinesView")
    record LinesView(
            String cmasNumber,
            CalendarQuarter quarter,
            @Nullable DraftView draft,
            @Nullable Reported reported) {
        static LinesView of(ReportStanding standing) {
            return new LinesView(
                    standing.obligation().agreement().canonical(),
                    standing.obligation().quarter(),
                    standing.draft().map(DraftView::of).orElse(null),
                    standing.reported().orElse(null));
        }
    }

    @Schema(name = "ReportDraftView")
    record DraftView(
            int version,
            ReportDraft.Origin origin,
            Instant savedAt,
            String savedBy,
            List<LineAnswer> answers,
            List<ReportedRow> added) {
        static DraftView of(ReportDraft draft) {
            return new DraftView(
                    draft.version(),
                    draft.origin(),
                    draft.savedAt(),
                    draft.savedBy(),
                    draft.content().answers(),
                    draft.content().added());
        }
    }

    static Response answer(Response.ResponseBuilder response, ReportStanding standing) {
        return response.entity(LinesView.of(standing))
                .header("ETag", ETags.of(standing.version()))
                .build();
    }

    @GET
    @RolesAllowed({Roles.CONTRACTOR, Roles.DGS_ANALYST, Roles.DGS_APPROVER, Roles.COMPLIANCE_REVIEWER, Roles.AUDITOR})
    @Operation(
            operationId = "getReportLines",
            summary = "What the contractor has saved about a report and not filed yet")
    @APIResponseSchema(value = LinesView.class, responseCode = "200", responseDescription = "The draft")
    public Response get(@PathParam("number") String number, @PathParam("quarter") String quarter) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return answer(
                    Response.ok(),
                    readReport.standing(
                            connection, UrlValues.cmasNumber("number", number), UrlValues.quarter("quarter", quarter)));
        }
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.CONTRACTOR)
    @Operation(
            operationId = "putReportLines",
            summary = "Confirms and disputes pre-filled lines and adds orders, saved and not filed")
    @APIResponseSchema(value = LinesView.class, responseCode = "200", responseDescription = "Saved")
    public Response put(
            @PathParam("number") String number,
            @PathParam("quarter") String quarter,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid NewLines lines)
            throws SQLException {
        return answer(
                Response.ok(),
                saveDraft.save(
                        UrlValues.cmasNumber("number", number),
                        UrlValues.quarter("quarter", quarter),
                        ifMatch,
                        new ReportDraft.Content(lines.answers(), lines.added())));
    }
}
