package org.opencmas.fees.report.correction;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.opencmas.fees.obligation.AgreementQuarter;
import org.opencmas.fees.report.draft.Reported;
import org.opencmas.fees.report.filed.ReportVersions;
import org.opencmas.journal.NewEvent;
import org.opencmas.journal.NewEvents;
import org.opencmas.terms.CalendarQuarter;
import org.opencmas.terms.Usd;

/** The events {@code report.corrected.v1} and {@code report.returned.v1}: what becomes of a report after it was filed. */
@ApplicationScoped
class ReportCorrected {
    private static final String TOPIC = "cmas.reports";

    private final NewEvents events;

    ReportCorrected(NewEvents events) {
        this.events = events;
    }

    /** The contractor filed a further version. */
    private record Corrected(
            String cmasNumber,
            CalendarQuarter quarter,
            UUID contractorId,
            int version,
            String receiptNumber,
            String corrects,
            ReportVersions.Reason reason,
            int lineCount,
            Usd localTotal,
            Usd fee,
            Instant filedAt,
            String filedBy) {}

    /** DGS sent a version back as incomplete. */
    private record Returned(
            String cmasNumber,
            CalendarQuarter quarter,
            UUID contractorId,
            int version,
            String receiptNumber,
            List<String> reasons,
            Instant returnedAt) {}

    /** @param number counts the report's events; the first filing is 1 */
    NewEvent corrected(CorrectReport.Correction correction, int number) {
        Reported.Totals totals = correction.reported().totals();
        var payload = new Corrected(
                correction.cmasNumber(),
                correction.quarter(),
                correction.contractorId(),
                correction.version(),
                correction.receiptNumber(),
                correction.corrects(),
                correction.reason(),
                totals.lineCount(),
                totals.localTotal(),
                totals.fee(),
                correction.filedAt(),
                correction.filedBy());
        return events.of(
                TOPIC, correction.cmasNumber() + ":" + correction.quarter(), number, "report.corrected.v1", payload);
    }

    /** @param number counts the report's events; the first filing is 1 */
    NewEvent returned(
            AgreementQuarter report,
            UUID contractorId,
            int version,
            String receiptNumber,
            List<String> reasons,
            Instant returnedAt,
            int number) {
        var payload = new Returned(
                report.agreement().canonical(),
                report.quarter(),
                contractorId,
                version,
                receiptNumber,
                reasons,
                returnedAt);
        return events.of(TOPIC, report.agreement() + ":" + report.quarter(), number, "report.returned.v1", payload);
    }
}
