package org.opencmas.registry.pricelist.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.opencmas.registry.pricelist.row.RowFaults;

/**
 * Looks at a workbook before it is read: a small file may unpack to more than memory holds. Every part is unpacked once and counted, since
 * what a file says of its own sizes need not be true.
 */
final class WorkbookGuard {
    /** Most bytes of all parts together, unpacked, inclusive. */
    static final long MAX_BYTES = 1_500_000_000;
    /** Most bytes of the texts that all cells share, which are held in memory, inclusive. */
    static final long MAX_TEXT_BYTES = 64_000_000;

    /** Most texts that cells share, inclusive: each takes some 60 bytes of memory besides its signs. */
    static final int MAX_TEXTS = 1_000_000;

    /** Most cells of one row, inclusive: no spreadsheet program holds more. */
    static final int MAX_COLUMNS = 16_384;

    private static final int MAX_PARTS = 2_000;
    private static final int BUFFER = 1 << 16;

    private WorkbookGuard() {}

    static boolean isSound(Path file, RowFaults faults) throws IOException {
        return isSound(file, faults, new MergedCells());
    }

    /** @param merged is told which cells of the sheets were made one */
    static boolean isSound(Path file, RowFaults faults, MergedCells merged) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            if (zip.size() > MAX_PARTS) {
                faults.ofFile("the workbook has " + zip.size() + " parts", "Send the sheet of the list alone.");
                return false;
            }
            if (zip.getEntry("xl/workbook.xml") == null) {
                faults.ofFile("the file is not a workbook (.xlsx)", "Save the list as .xlsx or as \"CSV UTF-8\".");
                return false;
            }
            return fits(zip, faults, merged);
        } catch (ZipException e) {
            faults.ofFile("the file is not a workbook (.xlsx)", "Save the list as .xlsx or as \"CSV UTF-8\".");
            return false;
        }
    }

    private static boolean fits(ZipFile zip, RowFaults faults, MergedCells merged) throws IOException {
        long all = 0;
        var texts = new SharedTexts();
        Enumeration<? extends ZipEntry> entries = zip.entries();
        while (entries.hasMoreElements()) {
            ZipEntry entry = entries.nextElement();
            if (entry.getName().toLowerCase(Locale.ROOT).contains("vbaproject")) {
                faults.ofFile("the workbook holds macros", "Save it as .xlsx, which has none.");
                return false;
            }
            long most = isHeldInMemory(entry) ? MAX_TEXT_BYTES : MAX_BYTES - all;
            MergedCells.End end = isHeldInMemory(entry) ? null : merged.new End();
            var cells = new CellsOfRow();
            long bytes = unpacked(zip, entry, most, (buffer, length) -> {
                if (end == null) {
                    texts.count(buffer, length);
                } else {
                    end.take(buffer, length);
                    cells.count(buffer, length);
                }
            });
            if (cells.most() > MAX_COLUMNS) {
                faults.ofFile(
                        "a row has more than 16,384 columns, at " + entry.getName(),
                        "Send a sheet with a column for each title, and nothing beside them.");
                return false;
            }
            if (bytes > most) {
                faults.ofFile(
                        "the workbook unpacks to more than is read of one, at " + entry.getName(),
                        "Send the sheet of the list alone, or as \"CSV UTF-8\".");
                return false;
            }
            if (end != null) {
                end.note(entry.getName());
            }
            if (merged.areTooMany()) {
                faults.ofFile(
                        "more than " + MergedCells.MOST_AREAS + " areas of several rows are merged",
                        "Unmerge them and write the value in each row to which it belongs.");
                return false;
            }
            if (texts.count() > MAX_TEXTS) {
                faults.ofFile(
                        "the workbook has more than 1,000,000 different texts", "Send the list as \"CSV UTF-8\".");
                return false;
            }
            all += bytes;
        }
        return true;
    }

    /** Is shown each piece of a part. */
    private interface BytesTaker {
        void take(byte[] buffer, int length);
    }

    /** Counts the elements {@code si}, whatever part they stand in. */
    private static final class SharedTexts {
        private static final int NAME_LENGTH = 2;

        private int count;
        /** How much of the element's name was seen, from 0; -1 outside of a name. */
        private int seen = -1;

        int count() {
            return count;
        }

        void count(byte[] buffer, int length) {
            for (int i = 0; i < length; i++) {
                byte sign = buffer[i];
                if (sign == '<' || sign == ':') {
                    seen = 0;
                } else if (seen == NAME_LENGTH) {
                    count += sign == '>' || sign == ' ' || sign == '/' ? 1 : 0;
                    seen = -1;
                } else if (seen >= 0) {
                    seen = sign == "si".charAt(seen) ? seen + 1 : -1;
                }
            }
        }
    }

    /** Counts the elements {@code c} of each {@code row}: a row is held whole when it is read, however wide it is. */
    private static final class CellsOfRow {
        private static final int LONGEST_NAME = 3;

        private final StringBuilder name = new StringBuilder(LONGEST_NAME + 1);
        private boolean isInName;
        private int cells;
        private int most;

        int most() {
            return most;
        }

        void count(byte[] buffer, int length) {
            for (int i = 0; i < length; i++) {
                byte sign = buffer[i];
                if (sign == '<' || (isInName && sign == ':')) {
                    name.setLength(0);
                    isInName = true;
                } else if (isInName && (sign == '>' || sign == '/' || sign <= ' ')) {
                    isInName = false;
                    ended();
                } else if (isInName && name.length() <= LONGEST_NAME) {
                    name.append((char) sign);
                }
            }
        }

        private void ended() {
            if (name.length() == 1 && name.charAt(0) == 'c') {
                cells++;
                most = Math.max(most, cells);
            } else if ("row".contentEquals(name)) {
                cells = 0;
            }
        }
    }

    private static boolean isHeldInMemory(ZipEntry entry) {
        return !entry.getName().startsWith("xl/worksheets/");
    }

    /** Counts no further than one byte past the most. */
    private static long unpacked(ZipFile zip, ZipEntry entry, long most, BytesTaker taker) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long count = 0;
        try (InputStream part = zip.getInputStream(entry)) {
            for (int read = part.read(buffer); read >= 0 && count <= most; read = part.read(buffer)) {
                count += read;
                taker.take(buffer, read);
            }
        }
        return count;
    }
}
