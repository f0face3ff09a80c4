package org.opencmas.fees.upload;

import org.opencmas.problem.Fault;

/**
 * What is wrong with a row.
 *
 * @param row as the spreadsheet counts rows; 0 for the file as a whole
 * @param column the column's title; empty for the row as a whole
 * @param detail a phrase that can follow the place
 */
public record RowFault(long row, String column, String detail, String remedy) {
    /** For the answer, with a pointer such as {@code /rows/3/Agency Billing Code}. */
    public Fault fault() {
        String place = row == 0 ? "" : "/rows/" + row + (column.isEmpty() ? "" : "/" + column);
        return new Fault(place, detail, remedy.isEmpty() ? null : remedy);
    }
}
