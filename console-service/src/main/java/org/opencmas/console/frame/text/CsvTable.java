package org.opencmas.console.frame.text;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencmas.csv.SpreadsheetText;

/** A table as a CSV file (RFC 4180, UTF-8 with a mark, so that a spreadsheet reads it as such). Text that a spreadsheet would take for a formula gets an apostrophe in front. */
public final class CsvTable {
    private static final String MARK = "\uFEFF";

    private final StringWriter text = new StringWriter();
    private final CsvWriter writer;

    public CsvTable(String... titles) {
        text.write(MARK);
        writer = CsvWriter.builder().build(text);
        writer.writeRecord(titles);
    }

    /** Adds a row; null is an empty cell. Numbers and days are written as the API writes them. */
    public void add(@Nullable Object... cells) {
        List<String> row = new ArrayList<>();
        for (@Nullable Object cell : cells) {
            row.add(cell instanceof String said ? SpreadsheetText.safe(said) : cell == null ? "" : cell.toString());
        }
        writer.writeRecord(row);
    }

    @Override
    public String toString() {
        try {
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
