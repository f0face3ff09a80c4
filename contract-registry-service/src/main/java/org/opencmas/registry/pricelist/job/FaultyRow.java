package org.opencmas.registry.pricelist.job;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.opencmas.problem.Fault;

/**
 * A row of a file in which something is wrong.
 *
 * @param number counts the faulty rows of the file from 1
 * @param sheet of the workbook; empty for a CSV file
 * @param row its number in the sheet or, in a CSV file, its first line
 * @param cells as they were read, by the titles of the columns
 * @param faults all that is wrong with it
 */
@Schema(name = "PriceListFaultyRow")
record FaultyRow(int number, String sheet, long row, Map<String, String> cells, List<Fault> faults) {
    FaultyRow {
        cells = Map.copyOf(cells);
        faults = List.copyOf(faults);
    }

    FaultyRows.Place place() {
        return new FaultyRows.Place(sheet, row);
    }
}
