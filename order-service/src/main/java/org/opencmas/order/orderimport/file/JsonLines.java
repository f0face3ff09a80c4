package org.opencmas.order.orderimport.file;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** A file with the body of one order on each line. Blank lines are passed over; whether a line is JSON is seen when it is read. */
public final class JsonLines {
    private final BufferedInputStream bytes;
    private final FileLimits limits;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private int row;

    private JsonLines(BufferedInputStream bytes, FileLimits limits) {
        this.bytes = bytes;
        this.limits = limits;
    }

    /**
     * Cuts the file into its orders.
     *
     * @throws FileRefused (422) for a file in another encoding, one that is empty, too many orders, and a line that is too long
     */
    public static void read(InputStream file, FileLimits limits, SentOrder.Sink sink) throws IOException {
        new JsonLines(TextFile.utf8(file), limits).readAll(sink);
    }

    private void readAll(SentOrder.Sink sink) throws IOException {
        int orders = 0;
        while (nextLine()) {
            byte[] json = line.toByteArray();
            if (!isBlank(json)) {
                if (++orders > limits.orders()) {
                    throw FileRefused.tooMany(limits);
                }
                sink.take(new SentOrder(row, json, List.of()));
            }
        }
        if (orders == 0) {
            throw new FileRefused("the file has no orders", "Send one order on each line.");
        }
    }

    private boolean nextLine() throws IOException {
        line.reset();
        row++;
        int next = bytes.read();
        if (next < 0) {
            return false;
        }
        while (next >= 0 && next != '\n') {
            if (line.size() == limits.lineBytes()) {
                throw FileRefused.atLine(
                        row,
                        "is longer than %,d bytes".formatted(limits.lineBytes()),
                        "Write each order on a line of its own.");
            }
            line.write(next);
            next = bytes.read();
        }
        return true;
    }

    private static boolean isBlank(byte[] json) {
        for (byte each : json) {
            if (each != ' ' && each != '\t' && each != '\r') {
                return false;
            }
        }
        return true;
    }
}
