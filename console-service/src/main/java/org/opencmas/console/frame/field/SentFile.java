package org.opencmas.console.frame.field;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/**
 * A file that came with a form; it is gone once the page is answered.
 *
 * @param type media type, by the file's name
 */
public record SentFile(Path content, String type) {
    public static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public static final String CSV = "text/csv";
    public static final String JSON_LINES = "application/x-ndjson";

    private static final Map<String, String> TABLES = Map.of(".csv", CSV, ".xlsx", WORKBOOK);
    private static final Map<String, String> ORDERS = Map.of(".csv", CSV, ".jsonl", JSON_LINES, ".ndjson", JSON_LINES);

    public boolean isWorkbook() {
        return type.equals(WORKBOOK);
    }

    /** Returns the table of a field; empty, with a fault at the field, when none was chosen or it is of another kind by its name. */
    public static Optional<SentFile> of(Inputs inputs, String field, @Nullable FileUpload sent) {
        return of(inputs, field, sent, TABLES, "must be a .csv file or an .xlsx workbook.");
    }

    /** Returns the file of orders of a field, a table or JSON lines; empty, with a fault at the field, as of a table. */
    public static Optional<SentFile> ofOrders(Inputs inputs, String field, @Nullable FileUpload sent) {
        return of(inputs, field, sent, ORDERS, "must be a .csv file, or a .jsonl or .ndjson file of JSON lines.");
    }

    private static Optional<SentFile> of(
            Inputs inputs, String field, @Nullable FileUpload sent, Map<String, String> kinds, String expected) {
        if (sent == null || sent.fileName() == null || sent.fileName().isEmpty()) {
            inputs.wrong(field, "must be chosen.");
            return Optional.empty();
        }
        String name = sent.fileName().toLowerCase(Locale.ROOT);
        String type = kinds.get(name.substring(Math.max(0, name.lastIndexOf('.'))));
        if (type == null) {
            inputs.wrong(field, expected);
            return Optional.empty();
        }
        return Optional.of(new SentFile(sent.uploadedFile(), type));
    }
}
