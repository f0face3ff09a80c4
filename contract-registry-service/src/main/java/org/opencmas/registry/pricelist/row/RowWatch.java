package org.opencmas.registry.pricelist.row;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.opencmas.problem.Fault;

/** Follows a file row by row while it is read, and may put corrected rows in the place of faulty ones. */
public interface RowWatch {
    /** Looks on and changes nothing. */
    RowWatch NONE = new RowWatch() {
        @Override
        public @Nullable Map<String, String> corrected(String sheet, long row) {
            return null;
        }

        @Override
        public void read(String sheet, long row, Supplier<Map<String, String>> cells, List<Fault> faults) {
            // Nothing is to be done.
        }
    };

    /**
     * What is to be read in the place of a row: its cells by the titles of the columns; null for what the file has, none for nothing.
     *
     * @param sheet empty for a CSV file
     * @param row its number in the sheet or, in a CSV file, its first line
     */
    @Nullable
    Map<String, String> corrected(String sheet, long row);

    /**
     * A row for an item was read. What this throws ends the reading.
     *
     * @param cells as they were read, by the titles of the columns
     * @param faults all that is wrong with the row
     */
    void read(String sheet, long row, Supplier<Map<String, String>> cells, List<Fault> faults);
}
