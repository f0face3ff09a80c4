package org.opencmas.fees.report.filed;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.fees.ledger.declared.LookAlike;
import org.opencmas.fees.obligation.ObligationState;
import org.opencmas.fees.report.draft.Reported;
import org.opencmas.fees.report.statement.Statement;
import org.opencmas.fees.report.statement.StatementLine;
import org.opencmas.terms.CalendarQuarter;

/** A report as it is read: pre-filled, or as it was filed and stays for ever. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record QuarterlyReportView(
        String cmasNumber,

        CalendarQuarter quarter,

        @Nullable UUID contractorId,

        String contractorName,

        ObligationState state,

        LocalDate dueOn,

        List<StatementLine> lines,

        Statement.Totals totals,

        List<Statement.UncomputableFee> uncomputable,

        @Nullable Reported reported,

        @Nullable List<LookAlike> typedDifferently,

        @Nullable Filing filing,

        Map<String, Long> asOf) {

    /** Who filed it and when. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "QuarterlyReportFiling")
    public record Filing(
            String receiptNumber,

            Instant filedAt,

            String filedBy,

            @Nullable String contactName,
            @Nullable String contactEmail,
            @Nullable String contactPhone,
            @Nullable String remarks) {}

    /** @param alike added orders that look like known ones typed otherwise */
    public static QuarterlyReportView of(
            Statement statement,
            ObligationState state,
            @Nullable Reported reported,
            List<LookAlike> alike,
            @Nullable Filing filing,
            Map<String, Long> asOf) {
        return new QuarterlyReportView(
                statement.agreement().canonical(),
                statement.quarter(),
                statement.contractorId().orElse(null),
                statement.contractorName(),
                state,
                statement.dueOn(),
                statement.lines(),
                statement.totals(),
                statement.uncomputable(),
                reported,
                alike.isEmpty() ? null : alike,
                filing,
                asOf);
    }
}
