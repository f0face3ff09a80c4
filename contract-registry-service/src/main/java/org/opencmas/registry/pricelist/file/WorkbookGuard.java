package org.opencmas.registry.pricelist.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Looks at a workbook before it is read: a small file may unpack to more than memory holds. Every part is unpacked once and counted, since
 * what a file says of its own sizes need not be true.
 */
final class WorkbookGuard {
    /** Most bytes of all parts together, unpacked, inclusive. */
    static final long MAX_BYTES = 1_500_000_000;
    /** Most bytes of the texts that all cells share, which are held in memory, inclusive. */
    static final long MAX_TEXT_BYTES = 64_000_000;

    private static final int MAX_PARTS = 2_000;
    private static final int BUFFER = 1 << 16;

    private WorkbookGuard() {}

    static boolean isSound(Path file, RowFaults faults) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            if (zip.size() > MAX_PARTS) {
                faults.ofFile("the workbook has " + zip.size() + " parts", "Send the sheet of the list alone.");
                return false;
            }
            if (zip.getEntry("xl/workbook.xml") == null) {
                faults.ofFile("the file is not a workbook (.xlsx)", "Save the list as .xlsx or as \"CSV UTF-8\".");
                return false;
            }
            return fits(zip, faults);
        } catch (ZipException e) {
            faults.ofFile("the file is not a workbook (.xlsx)", "Save the list as .xlsx or as \"CSV UTF-8\".");
            return false;
        }
    }

    private static boolean fits(ZipFile zip, RowFaults faults) throws IOException {
        long all = 0;
        Enumeration<? extends ZipEntry> entries = zip.entries();
        while (entries.hasMoreElements()) {
            ZipEntry entry = entries.nextElement();
            if (entry.getName().toLowerCase(Locale.ROOT).contains("vbaproject")) {
                faults.ofFile("the workbook holds macros", "Save it as .xlsx, which has none.");
                return false;
            }
            long most = isHeldInMemory(entry) ? MAX_TEXT_BYTES : MAX_BYTES - all;
            long bytes = unpacked(zip, entry, most);
            if (bytes > most) {
                faults.ofFile(
                        "the workbook unpacks to more than is read of one, at " + entry.getName(),
                        "Send the sheet of the list alone, or as \"CSV UTF-8\".");
                return false;
            }
            all += bytes;
        }
        return true;
    }

    private static boolean isHeldInMemory(ZipEntry entry) {
        return !entry.getName().startsWith("xl/worksheets/");
    }

    /** Counts no further than one byte past the most. */
    private static long unpacked(ZipFile zip, ZipEntry entry, long most) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long count = 0;
        try (InputStream part = zip.getInputStream(entry)) {
            for (int read = part.read(buffer); read >= 0 && count <= most; read = part.read(buffer)) {
                count += read;
            }
        }
        return count;
    }
}
