package org.opencmas.registry.search;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencmas.csv.SpreadsheetText;

/** What was found as CSV, for a spreadsheet: a cell that would be a formula there begins with an apostrophe. */
final class FoundCsv {
    private FoundCsv() {}

    static String of(List<FoundAgreement> found) {
        var text = new StringWriter();
        try (CsvWriter csv =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            write(csv, found);
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot fail to be written", e);
        }
        return text.toString();
    }

    private static void write(CsvWriter csv, List<FoundAgreement> found) {
        csv.writeRecord(
                "cmas_number",
                "kind",
                "contractor_name",
                "status",
                "active",
                "term_start",
                "term_end",
                "for_use_by",
                "nsp_provision",
                "accepts_cal_card",
                "product_codes",
                "matched_by",
                "item_ids");
        for (FoundAgreement each : found) {
            csv.writeRecord(
                    each.cmasNumber(),
                    each.kind().name(),
                    SpreadsheetText.safe(each.contractorName()),
                    each.status(),
                    Boolean.toString(each.active()),
                    each.termStart().toString(),
                    each.termEnd().toString(),
                    each.forUseBy(),
                    Boolean.toString(each.nspProvision()),
                    said(each.acceptsCalCard()),
                    SpreadsheetText.safe(String.join("; ", each.productCodes())),
                    String.join(
                            "; ",
                            each.matches().stream()
                                    .map(match -> match.by().name())
                                    .toList()),
                    SpreadsheetText.safe(String.join(
                            "; ",
                            each.items().stream()
                                    .map(FoundAgreement.Item::itemId)
                                    .toList())));
        }
    }

    private static String said(@Nullable Boolean value) {
        return value == null ? "" : value.toString();
    }
}
