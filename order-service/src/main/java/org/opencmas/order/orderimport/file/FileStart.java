package org.opencmas.order.orderimport.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Looks at the first bytes of a file: skips a mark of UTF-8, refuses what is no text in UTF-8. */
final class FileStart {
    private static final int BUFFER = 1 << 16;
    private static final int MARK = 4;

    private FileStart() {}

    /** @throws FileRefused (422) for UTF-16, UTF-32 and spreadsheets */
    static BufferedInputStream utf8(InputStream bytes) throws IOException {
        var buffered = new BufferedInputStream(bytes, BUFFER);
        buffered.mark(MARK);
        byte[] first = buffered.readNBytes(MARK);
        buffered.reset();
        if (startsWith(first, 0xEF, 0xBB, 0xBF)) {
            buffered.skipNBytes(3);
        } else if (startsWith(first, 0xFF, 0xFE) || startsWith(first, 0xFE, 0xFF) || holdsZero(first)) {
            throw new FileRefused("the file is UTF-16 or UTF-32, or no text at all", "Send it in UTF-8.");
        } else if (startsWith(first, 'P', 'K', 3, 4)) {
            throw new FileRefused(
                    "the file is a workbook or an archive", "Save it as \"CSV UTF-8\", or send JSON lines.");
        }
        return buffered;
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
