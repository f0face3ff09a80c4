package org.opencmas.console.frame.field;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/**
 * A file that came with a form; it is gone once the page is answered.
 *
 * @param isWorkbook whether it is an .xlsx workbook; a CSV file else
 */
public record SentFile(Path content, boolean isWorkbook) {
    public static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public static final String CSV = "text/csv";

    /** Returns the file of a field; empty, with a fault at the field, when none was chosen or it is of another kind by its name. */
    public static Optional<SentFile> of(Inputs inputs, String field, @Nullable FileUpload sent) {
        if (sent == null || sent.fileName() == null || sent.fileName().isEmpty()) {
            inputs.wrong(field, "must be chosen.");
            return Optional.empty();
        }
        String name = sent.fileName().toLowerCase(Locale.ROOT);
        if (!name.endsWith(".csv") && !name.endsWith(".xlsx")) {
            inputs.wrong(field, "must be a .csv file or an .xlsx workbook.");
            return Optional.empty();
        }
        return Optional.of(new SentFile(sent.uploadedFile(), name.endsWith(".xlsx")));
    }
}
