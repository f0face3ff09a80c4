package org.opencmas.order.orderimport.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.opencmas.csv.FileStart;

/** A file of orders is text in UTF-8, whatever its sender calls it. */
final class TextFile {
    private static final int BUFFER = 1 << 16;

    private TextFile() {}

    /**
     * Returns the text behind a mark of UTF-8, if there is one.
     *
     * @throws FileRefused (422) for UTF-16, UTF-32 and spreadsheets
     */
    static BufferedInputStream utf8(InputStream bytes) throws IOException {
        var buffered = new BufferedInputStream(bytes, BUFFER);
        return switch (FileStart.of(buffered)) {
            case TEXT -> buffered;
            case OTHER_ENCODING ->
                throw new FileRefused("the file is UTF-16 or UTF-32, or no text at all", "Send it in UTF-8.");
            case ARCHIVE ->
                throw new FileRefused(
                        "the file is a workbook or an archive", "Save it as \"CSV UTF-8\", or send JSON lines.");
        };
    }
}
