package org.opencmas.fees.obligation;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.opencmas.fees.datedfigure.Approval;
import org.opencmas.fees.datedfigure.Confidence;
import org.opencmas.fees.datedfigure.ProposeFigure;
import org.opencmas.fees.datedfigure.Proposed;
import org.opencmas.fees.http.UrlValues;
import org.opencmas.fees.proposal.ProposalState;
import org.opencmas.fees.proposal.Withdrawal;
import org.opencmas.fees.proposal.WithdrawalReason;
import org.opencmas.http.idempotency.Idempotent;
import org.opencmas.problem.body.CheckedBody;
import org.opencmas.problem.body.FieldReader;
import org.opencmas.terms.CalendarQuarter;
import org.opencmas.terms.Roles;

@Path("/v1/report-due-rules")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Report obligations")
class ReportDueRuleResource {
    private final ReportDueRules rules;
    private final ProposeFigure propose;
    private final DataSource dataSource;

    ReportDueRuleResource(ReportDueRules rules, ProposeFigure propose, DataSource dataSource) {
        this.rules = rules;
        this.propose = propose;
        this.dataSource = dataSource;
    }

    record DueRuleView(
            ReportDueRule.Name name,
            CalendarQuarter firstQuarter,
            int dayOfNextMonth,
            String source,
            Confidence confidence) {
        static DueRuleView of(ReportDueRule rule) {
            return new DueRuleView(
                    rule.name(), rule.firstQuarter(), rule.dayOfNextMonth(), rule.source(), rule.confidence());
        }
    }

    record DueRulesView(List<DueRuleView> items, List<ProposedRuleView> proposed) {}

    /** A due rule to propose. */
    record NewDueRule(
            @NotNull ReportDueRule.Name name,
            @NotNull CalendarQuarter firstQuarter,
            @NotNull @Min(1) @Max(31) Integer dayOfNextMonth,
            @NotBlank @Size(max = 500) String source,
            @NotNull Confidence confidence)
            implements CheckedBody {
        @Override
        public void check(FieldReader fields, LocalDate today) {
            UrlValues.checkProgramQuarter(fields, "/firstQuarter", firstQuarter);
        }

        ReportDueRule rule() {
            var fields = new FieldReader();
            UrlValues.checkProgramQuarter(fields, "/firstQuarter", firstQuarter);
            fields.requireNoFaults();
            return new ReportDueRule(name, firstQuarter, dayOfNextMonth, source, confidence);
        }
    }

    /** A due rule as it was proposed. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ProposedRuleView(
            UUID figureId,
            ReportDueRule.Name name,
            CalendarQuarter firstQuarter,
            int dayOfNextMonth,
            String source,
            Confidence confidence,
            ProposalState state,
            String proposedBy,
            Instant proposedAt,
            @Nullable String activatedBy,
            @Nullable Instant activatedAt,
            @Nullable Withdrawal withdrawal) {
        static ProposedRuleView of(Proposed<ReportDueRule> proposed) {
            ReportDueRule rule = proposed.figure();
            Approval approval = proposed.approval();
            return new ProposedRuleView(
                    proposed.figureId(),
                    rule.name(),
                    rule.firstQuarter(),
                    rule.dayOfNextMonth(),
                    rule.source(),
                    rule.confidence(),
                    approval.state(),
                    approval.proposedBy(),
                    approval.proposedAt(),
                    approval.activatedBy(),
                    approval.activatedAt(),
                    approval.withdrawal());
        }
    }

    @GET
    @PermitAll
    @Operation(operationId = "listReportDueRules", summary = "By when quarterly reports are due")
    public DueRulesView list() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return new DueRulesView(
                    rules.activated(connection).stream().map(DueRuleView::of).toList(),
                    rules.history(connection).stream().map(ProposedRuleView::of).toList());
        }
    }

    @GET
    @Path("/{figureId}")
    @PermitAll
    @Operation(operationId = "getReportDueRule", summary = "One due rule as it was proposed")
    public ProposedRuleView get(@PathParam("figureId") UUID figureId) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return ProposedRuleView.of(rules.get(connection, figureId));
        }
    }

    @POST
    @Idempotent
    @RolesAllowed(Roles.DGS_ANALYST)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "proposeReportDueRule", summary = "Proposes a due rule")
    @APIResponseSchema(value = ProposedRuleView.class, responseCode = "201", responseDescription = "Proposed")
    public Response propose(@NotNull @Valid NewDueRule body) throws SQLException {
        Proposed<ReportDueRule> proposed = propose.propose(rules, body.rule());
        return Response.created(URI.create("/v1/report-due-rules/" + proposed.figureId()))
                .entity(ProposedRuleView.of(proposed))
                .build();
    }

    @POST
    @Path("/{figureId}/withdrawal")
    @Idempotent
    @RolesAllowed({Roles.DGS_ANALYST, Roles.DGS_APPROVER})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "withdrawReportDueRule", summary = "Gives up a due rule that does not count")
    @APIResponseSchema(
            value = ProposedRuleView.class,
            responseCode = "200",
            responseDescription = "Withdrawn; it never counts")
    public Response withdraw(@PathParam("figureId") UUID figureId, @NotNull @Valid WithdrawalReason body)
            throws SQLException {
        return Response.ok(ProposedRuleView.of(propose.withdraw(rules, figureId, body.plain())))
                .build();
    }
}
