package org.opencmas.fees.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.fees.obligation.ObligationState;
import org.opencmas.terms.CalendarQuarter;

/** A report as it is read: pre-filled, or as it was filed and stays for ever. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record QuarterlyReportView(
        @Schema(examples = "4-20-56-0006B") String cmasNumber,

        @Schema(implementation = String.class, examples = "2026-Q3")
        CalendarQuarter quarter,

        @Schema(description = "Absent where the agreement is not known and its orders do not agree on a contractor.")
        @Nullable
        UUID contractorId,

        String contractorName,

        @Schema(
                description =
                        "OPEN until the quarter is over, then DUE, OVERDUE after the due date, FILED once it was submitted.")
        ObligationState state,

        @Schema(
                description =
                        "The last day on which the report is in time; an unconfirmed figure, see report-due-rules.")
        LocalDate dueOn,

        @Schema(
                description =
                        "One for each order, amendment, rejection and termination that the ledger has in the quarter.")
        List<StatementLine> lines,

        Statement.Totals totals,

        @Schema(
                description =
                        "Orders whose fee cannot be worked out yet; the report cannot be filed until there are none.")
        List<Statement.UncomputableFee> uncomputable,

        @Schema(description = "Present once filed.") @Nullable
        Filing filing,

        @Schema(description = "By service, the position of its journal up to which this report knows its events.")
        Map<String, Long> asOf) {

    /** Who filed it and when. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Filing(
            @Schema(examples = "4-20-56-0006B/2026-Q3/9F86D081884C")
            String receiptNumber,

            Instant filedAt,

            @Schema(description = "The name in the token that filed it.")
            String filedBy,

            @Nullable String contactName,
            @Nullable String contactEmail,
            @Nullable String contactPhone,
            @Nullable String remarks) {}

    static QuarterlyReportView of(Statement statement, ObligationState state, Map<String, Long> asOf) {
        return of(statement, state, null, asOf);
    }

    static QuarterlyReportView of(
            Statement statement, ObligationState state, @Nullable Filing filing, Map<String, Long> asOf) {
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
                filing,
                asOf);
    }
}
