package org.opencmas.fees.obligation;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.opencmas.fees.rate.FeeRate.Confidence;
import org.opencmas.terms.CalendarQuarter;

@Path("/v1/report-due-rules")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Report obligations")
class ReportDueRuleResource {
    private final ReportDueRules rules;
    private final DataSource dataSource;

    ReportDueRuleResource(ReportDueRules rules, DataSource dataSource) {
        this.rules = rules;
        this.dataSource = dataSource;
    }

    record DueRuleView(
            @Schema(description = "IN_FORCE is applied; COMPARISON is only shown beside it.")
            ReportDueRule.Name name,

            @Schema(implementation = String.class, examples = "1990-Q1")
            CalendarQuarter firstQuarter,

            @Schema(
                    description =
                            "The day of the month after the quarter's end, that day included; the month's last where it is shorter.")
            int dayOfNextMonth,

            @Schema(description = "Where the figure is from.")
            String source,

            @Schema(description = "UNCONFIRMED: found in no official text.")
            Confidence confidence) {
        static DueRuleView of(ReportDueRule rule) {
            return new DueRuleView(
                    rule.name(), rule.firstQuarter(), rule.dayOfNextMonth(), rule.source(), rule.confidence());
        }
    }

    record DueRulesView(List<DueRuleView> items) {}

    @GET
    @PermitAll
    @Operation(operationId = "listReportDueRules", summary = "By when quarterly reports are due; public")
    public DueRulesView list() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return new DueRulesView(
                    rules.load(connection).stream().map(DueRuleView::of).toList());
        }
    }
}
