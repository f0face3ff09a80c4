package org.opencmas.fees.upload;

import java.util.List;

/**
 * A row of a file before its meaning is looked at.
 *
 * @param number as the spreadsheet counts rows, the header being 1 where the file begins with it
 * @param cells as text; of a spreadsheet's dates as 2026-07-01, of its numbers with all their digits
 */
record SheetRow(long number, List<String> cells) {
    SheetRow {
        cells = List.copyOf(cells);
    }

    boolean isBlank() {
        for (String cell : cells) {
            if (!cell.isBlank()) {
                return false;
            }
        }
        return true;
    }

    String cell(int index) {
        return index < cells.size() ? cells.get(index).strip() : "";
    }
}
