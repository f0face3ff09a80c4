package org.opencmas.csv;

import java.io.BufferedInputStream;
import java.io.IOException;

/** What a file is by its first bytes, whatever its name and its sender say. */
public enum FileStart {
    /** Perhaps text in UTF-8, whose mark, if there was one, is passed over; every row is still to be decoded. */
    TEXT,
    /** UTF-16 or UTF-32, or no text at all. */
    OTHER_ENCODING,
    /** A ZIP archive, as every workbook (.xlsx) is. */
    ARCHIVE;

    private static final int LONGEST = 4;

    /** Looks at the beginning, and passes over nothing but a mark of UTF-8. */
    public static FileStart of(BufferedInputStream bytes) throws IOException {
        bytes.mark(LONGEST);
        byte[] first = bytes.readNBytes(LONGEST);
        bytes.reset();
        if (startsWith(first, 0xEF, 0xBB, 0xBF)) {
            bytes.skipNBytes(3);
            return TEXT;
        }
        if (startsWith(first, 0xFF, 0xFE) || startsWith(first, 0xFE, 0xFF) || holdsZero(first)) {
            return OTHER_ENCODING;
        }
        return startsWith(first, 'P', 'K', 3, 4) ? ARCHIVE : TEXT;
    }

    private static boolean startsWith(byte[] bytes, int... expected) {
        if (bytes.length < expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if ((bytes[i] & 0xFF) != expected[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean holdsZero(byte[] bytes) {
        for (byte each : bytes) {
            if (each == 0) {
                return true;
            }
        }
        return false;
    }
}
