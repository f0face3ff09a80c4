package org.opencmas.registry.pricelist.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.registry.pricelist.row.RowFaults;
import org.opencmas.testkit.cost.HangGuard;

@HangGuard
class MillionRowsTest {
    private static final int ROWS = PriceListFile.MAX_LINES;

    /** A list of so many rows that is never held. */
    private static final class Rows extends InputStream {
        private byte[] row = "item_id,description,unit,price,base_price\n".getBytes(StandardCharsets.UTF_8);
        private int next;
        private int number;

        private boolean isAtEnd() {
            if (next == row.length && number < ROWS) {
                number++;
                row = ("ITEM-" + number + ",Switch number " + number + " with 24 ports,each,1.50,2.00\n")
                        .getBytes(StandardCharsets.UTF_8);
                next = 0;
            }
            return next == row.length;
        }

        @Override
        public int read() {
            return isAtEnd() ? -1 : row[next++];
        }

        @Override
        public int read(byte[] into, int from, int most) {
            int count = 0;
            while (count < most && !isAtEnd()) {
                into[from + count++] = row[next++];
            }
            return count == 0 && most > 0 ? -1 : count;
        }
    }

    /** Reads the list; in a process of its own. */
    public static void main(String[] arguments) throws Exception {
        var faults = new RowFaults();
        int[] lines = new int[1];
        long rows = PriceListFile.read(new Rows(), faults, line -> lines[0]++);
        System.out.println(rows + " rows, " + lines[0] + " lines, " + faults.total() + " faults");
    }

    @Test
    @DisplayName("A list of a million rows is read with all its checks in 112 MiB of heap, of the service's 256")
    void areReadInLittleMemory() throws IOException, InterruptedException {
        Process reading = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx112m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        MillionRowsTest.class.getName()))
                .redirectErrorStream(true)
                .start();
        String said = new String(reading.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(reading.waitFor()).as(said).isZero();
        assertThat(said).contains(ROWS + " rows, " + ROWS + " lines, 0 faults");
    }
}
