package org.opencmas.testkit.hostile;

import java.util.ArrayList;
import java.util.List;

/**
 * A table as an upload wants it, into which something hostile is put.
 *
 * @param titles the first row
 * @param row a row that would be taken
 * @param amountColumn where the row holds an amount of money, from 0
 */
public record HostileTable(List<String> titles, List<String> row, int amountColumn) {
    public HostileTable {
        titles = List.copyOf(titles);
        row = List.copyOf(row);
    }

    List<String> rowWith(String amount) {
        List<String> cells = new ArrayList<>(row);
        cells.set(amountColumn, amount);
        return cells;
    }

    String text(List<String> cells) {
        return line(titles) + line(cells);
    }

    private static String line(List<String> cells) {
        return String.join(",", cells.stream().map(HostileTable::quoted).toList()) + "\r\n";
    }

    private static String quoted(String cell) {
        return '"' + cell.replace("\"", "\"\"") + '"';
    }
}
