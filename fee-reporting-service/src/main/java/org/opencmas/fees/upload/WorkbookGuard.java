package org.opencmas.fees.upload;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Looks at a workbook before it is read, since a small file may unpack to more than memory holds, and what it says of its own sizes need
 * not be true. Sheets are read row by row, so they may be large and their rows not; every other part is held while the sheet is read.
 */
final class WorkbookGuard {
    /** Most bytes of all sheets together, unpacked, inclusive: 250,000 rows with all columns take some 170 MB. */
    static final long MAX_SHEET_BYTES = 300_000_000;
    /** Most bytes of all other parts together, unpacked, inclusive: texts that cells share take up to three times as much memory. */
    static final long MAX_HELD_BYTES = 32_000_000;
    /** Most bytes from the start of one row, or one text that cells share, to the next, inclusive. */
    static final int MAX_PIECE_BYTES = 4_000_000;

    private static final int BUFFER = 1 << 16;

    private WorkbookGuard() {}

    static ReportFile.Unreadable noWorkbook() {
        return new ReportFile.Unreadable(
                "the file is no workbook that can be read", "Save it as .xlsx anew, or as CSV.");
    }

    static void refuseUnsound(Path file) throws ReportFile.Unreadable {
        byte[] buffer = new byte[BUFFER];
        long sheets = 0;
        long held = 0;
        try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                String name = entry.getName().toLowerCase(Locale.ROOT);
                boolean isSheet = name.startsWith("xl/worksheets/sheet");
                var pieces = new Pieces(name.equals("xl/sharedstrings.xml"));
                try (InputStream part = zip.getInputStream(entry)) {
                    for (int read = part.read(buffer); read >= 0; read = part.read(buffer)) {
                        sheets += isSheet ? read : 0;
                        held += isSheet ? 0 : read;
                        pieces.take(buffer, read);
                        refuse(sheets, held);
                        refuse(pieces, entry.getName());
                    }
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw noWorkbook();
        }
    }

    private static void refuse(long sheets, long held) throws ReportFile.Unreadable {
        if (sheets > MAX_SHEET_BYTES) {
            throw new ReportFile.Unreadable(
                    "the sheets of the workbook unpack to more than 300 MB", "Send only the report.");
        }
        if (held > MAX_HELD_BYTES) {
            throw new ReportFile.Unreadable(
                    "the workbook without its sheets unpacks to more than 32 MB",
                    "Send only the report, or save it as \"CSV UTF-8\".");
        }
    }

    private static void refuse(Pieces pieces, String part) throws ReportFile.Unreadable {
        if (pieces.hasForeign()) {
            throw noWorkbook();
        }
        if (pieces.longest() > MAX_PIECE_BYTES) {
            throw new ReportFile.Unreadable(
                    "a row or a text of the workbook has more than 4 MB, at " + ReportRowRules.shown(part),
                    "Take the template.");
        }
    }

    /**
     * How long the rows of a part are, or the texts of the part that cells share: what stands between the starts of two of them is held at
     * once. In a text the bracket that starts an element is written otherwise; behind a comment, a definition or a piece that is not parsed,
     * which no spreadsheet program writes, all is taken for one row.
     */
    private static final class Pieces {
        private static final String ROW = "row";
        private static final String TEXT = "si";
        private static final int LONGEST_NAME = 3;

        private final boolean isOfTexts;
        private final StringBuilder name = new StringBuilder(LONGEST_NAME + 1);
        private boolean isInName;
        private boolean isUnparsed;
        private boolean hasForeign;
        private long sinceLast;
        private long longest;

        Pieces(boolean isOfTexts) {
            this.isOfTexts = isOfTexts;
        }

        /** A part of texts with rows in it would be read as a sheet whose rows were not looked at. */
        boolean hasForeign() {
            return hasForeign;
        }

        long longest() {
            return Math.max(longest, sinceLast);
        }

        void take(byte[] buffer, int length) {
            for (int i = 0; i < length; i++) {
                byte sign = buffer[i];
                sinceLast++;
                if (sign == '<' || isInName && sign == ':') {
                    name.setLength(0);
                    isInName = true;
                } else if (isInName && (sign == '>' || sign == '/' || sign <= ' ')) {
                    isInName = name.isEmpty() && sign == '/';
                    started();
                } else if (isInName && name.length() <= LONGEST_NAME) {
                    name.append((char) sign);
                    isUnparsed |= name.charAt(0) == '!';
                }
            }
        }

        private void started() {
            hasForeign |= isOfTexts && ROW.contentEquals(name);
            if (!isUnparsed && (isOfTexts ? TEXT : ROW).contentEquals(name)) {
                longest = Math.max(longest, sinceLast);
                sinceLast = 0;
            }
        }
    }
}
