package org.opencmas.order.oversight;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencmas.csv.SpreadsheetText;
import org.opencmas.terms.Usd;

/** The report of overrides as CSV, for a spreadsheet. */
final class OverrideCsv {
    private OverrideCsv() {}

    static String of(List<NotedOverride> overrides) {
        var text = new StringWriter();
        try (CsvWriter csv =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            csv.writeRecord(
                    "decided_at",
                    "decided_by",
                    "role",
                    "agency_id",
                    "kind",
                    "rule",
                    "reference",
                    "place",
                    "amount_usd",
                    "reason",
                    "subject_id",
                    "request_id");
            overrides.forEach(override -> write(csv, override));
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot fail to be written", e);
        }
        return text.toString();
    }

    private static void write(CsvWriter csv, NotedOverride override) {
        Usd amount = override.about().amount();
        csv.writeRecord(
                override.by().decidedAt().toString(),
                SpreadsheetText.safe(override.by().decidedBy()),
                said(override.by().role()),
                override.about().agencyId().toString(),
                override.kind().name(),
                override.rule(),
                SpreadsheetText.safe(override.about().reference()),
                said(override.place()),
                amount == null ? "" : amount.toString(),
                SpreadsheetText.safe(override.reason()),
                override.about().subjectId().toString(),
                said(override.by().requestId()));
    }

    private static String said(@Nullable String value) {
        return value == null ? "" : SpreadsheetText.safe(value);
    }
}
