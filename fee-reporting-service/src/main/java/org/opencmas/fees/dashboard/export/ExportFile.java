package org.opencmas.fees.dashboard.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.opencmas.csv.SpreadsheetText;
import org.opencmas.fees.upload.CellText;
import org.opencmas.terms.Usd;

/**
 * A file of rows, written as they come. Text never runs as a formula; amounts are written as they are, exactly, and numbers and amounts
 * are numbers in a workbook. A workbook goes on with another sheet where one is full.
 */
interface ExportFile extends Closeable {
    /** @param cells texts, numbers, amounts or null, one for each column */
    void row(List<@Nullable Object> cells) throws IOException;

    /** A file of the format. */
    static ExportFile of(DashboardExport.Format format, List<String> columns, OutputStream to) throws IOException {
        return switch (format) {
            case CSV -> new Csv(columns, to);
            case XLSX -> new Sheets(columns, to);
            case JSON -> new Json(columns, to);
        };
    }

    /** Comma-separated, UTF-8. */
    final class Csv implements ExportFile {
        private final CsvWriter csv;

        Csv(List<String> columns, OutputStream to) {
            csv = CsvWriter.builder()
                    .lineDelimiter(LineDelimiter.CRLF)
                    .build(new OutputStreamWriter(to, StandardCharsets.UTF_8));
            csv.writeRecord(columns);
        }

        @Override
        public void row(List<@Nullable Object> cells) {
            csv.writeRecord(cells.stream()
                    .map(cell -> cell == null
                            ? ""
                            : cell instanceof String text ? SpreadsheetText.safe(text) : cell.toString())
                    .toList());
        }

        @Override
        public void close() throws IOException {
            csv.close();
        }
    }

    /** A workbook (.xlsx). */
    final class Sheets implements ExportFile {
        /** Fewer than the 1,048,576 that a sheet can have, its header included. */
        private static final int ROWS_ON_A_SHEET = 1_000_000;

        private static final int ROWS_IN_MEMORY = 500;

        private final Workbook workbook;
        private final List<String> columns;
        private Worksheet sheet;
        private int sheets;
        private int rows;

        Sheets(List<String> columns, OutputStream to) throws IOException {
            this.workbook = new Workbook(to, "CMAS", "1.0");
            this.columns = columns;
            this.sheet = next();
        }

        private Worksheet next() {
            Worksheet opened = workbook.newWorksheet("Rows " + ++sheets);
            for (int i = 0; i < columns.size(); i++) {
                opened.inlineString(0, i, columns.get(i));
            }
            rows = 0;
            return opened;
        }

        @Override
        public void row(List<@Nullable Object> cells) throws IOException {
            if (rows == ROWS_ON_A_SHEET) {
                sheet.finish();
                sheet = next();
            }
            rows++;
            for (int i = 0; i < cells.size(); i++) {
                Object cell = cells.get(i);
                if (cell instanceof Usd amount) {
                    sheet.value(rows, i, amount.amount());
                } else if (cell instanceof Number number) {
                    sheet.value(rows, i, number);
                } else if (cell != null) {
                    sheet.inlineString(rows, i, CellText.printable(cell.toString()));
                }
            }
            if (rows % ROWS_IN_MEMORY == 0) {
                sheet.flush();
            }
        }

        @Override
        public void close() throws IOException {
            workbook.close();
        }
    }

    /** An array of objects, named as the columns. */
    final class Json implements ExportFile {
        private final JsonGenerator json;
        private final List<String> columns;

        Json(List<String> columns, OutputStream to) throws IOException {
            this.json = new JsonFactory().createGenerator(to);
            this.columns = columns;
            json.writeStartArray();
        }

        @Override
        public void row(List<@Nullable Object> cells) throws IOException {
            json.writeStartObject();
            for (int i = 0; i < cells.size(); i++) {
                Object cell = cells.get(i);
                if (cell instanceof Long number) {
                    json.writeNumberField(columns.get(i), number);
                } else if (cell instanceof Integer number) {
                    json.writeNumberField(columns.get(i), number);
                } else if (cell instanceof Boolean truth) {
                    json.writeBooleanField(columns.get(i), truth);
                } else if (cell != null) {
                    json.writeStringField(columns.get(i), cell.toString());
                }
            }
            json.writeEndObject();
        }

        @Override
        public void close() throws IOException {
            json.writeEndArray();
            json.close();
        }
    }
}
