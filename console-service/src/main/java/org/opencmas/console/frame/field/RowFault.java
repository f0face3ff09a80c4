package org.opencmas.console.frame.field;

import java.util.List;
import org.opencmas.console.frame.fault.ServiceProblem;

/**
 * What is wrong with a row of a file.
 *
 * @param row as a spreadsheet counts rows, with its sheet where the file has several; empty for the file as a whole
 * @param column its title; empty for the row as a whole
 * @param detail what is wrong, without the place
 * @param remedy what would put it right; empty when the service does not say
 */
public record RowFault(String row, String column, String detail, String remedy) {
    private static final String ROWS = "/rows/";

    /** Returns what a service found in a file, in its order. */
    public static List<RowFault> of(ServiceProblem problem) {
        return problem.faults().stream()
                .map(fault -> of(fault.pointer(), fault.detail(), fault.remedy()))
                .toList();
    }

    /**
     * Reads the place of a fault.
     *
     * @param pointer such as {@code /rows/3/Agency Billing Code}, {@code /sheets/Prices/rows/3/price} or {@code /rows/3}
     */
    public static RowFault of(String pointer, String detail, String remedy) {
        int at = pointer.indexOf(ROWS);
        if (at < 0) {
            return new RowFault("", pointer.replaceFirst("^/", "").replace("/", ", "), detail, remedy);
        }
        String sheet = pointer.substring(0, at).replaceFirst("^/(sheets/)?", "");
        String[] place = pointer.substring(at + ROWS.length()).split("/", 2);
        String column = place.length == 1 ? "" : place[1].replace("~1", "/").replace("~0", "~");
        return new RowFault(sheet.isEmpty() ? place[0] : sheet + ", " + place[0], column, detail, remedy);
    }
}
