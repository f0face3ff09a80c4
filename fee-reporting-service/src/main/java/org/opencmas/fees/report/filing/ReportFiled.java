package org.opencmas.fees.report.filing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.opencmas.fees.report.filed.QuarterlyReportView;
import org.opencmas.fees.report.statement.Statement;
import org.opencmas.journal.NewEvent;
import org.opencmas.journal.NewEvents;
import org.opencmas.terms.CalendarQuarter;
import org.opencmas.terms.Usd;

/** The event {@code report.filed.v1}: a contractor filed its report of an agreement's quarter. */
@ApplicationScoped
class ReportFiled {
    private final NewEvents events;

    ReportFiled(NewEvents events) {
        this.events = events;
    }

    /**
     * The payload.
     *
     * @param totalExcludingTaxAndFreight the sum of the lines, of either sign
     * @param feeDue what is to be paid, in whole cents, at least zero
     */
    private record Payload(
            String cmasNumber,
            CalendarQuarter quarter,
            UUID contractorId,
            int lineCount,
            Usd totalExcludingTaxAndFreight,
            Usd feeDue,
            Instant filedAt,
            String filedBy,
            String receiptNumber,
            String proofSha256) {}

    /** @param proofSha256 the digest of the fee proof */
    NewEvent of(Statement statement, QuarterlyReportView.Filing filing, String proofSha256) {
        var payload = new Payload(
                statement.agreement().canonical(),
                statement.quarter(),
                statement.contractorId().orElseThrow(),
                statement.totals().lineCount(),
                statement.totals().totalExcludingTaxAndFreight(),
                statement.totals().feeDue(),
                filing.filedAt(),
                filing.filedBy(),
                filing.receiptNumber(),
                proofSha256);
        String aggregateId = statement.agreement() + ":" + statement.quarter();
        return events.of("cmas.reports", aggregateId, 1, "report.filed.v1", payload);
    }
}
