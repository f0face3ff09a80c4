package org.opencmas.order.orderimport.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opencmas.problem.Fault;
import org.opencmas.problem.value.Pointers;

/** Which cell of a row belongs to which column. */
final class Header {
    private final Map<Column, Integer> positions = new HashMap<>();
    private final List<Fault> faults = new ArrayList<>();
    private final int size;

    private Header(int size) {
        this.size = size;
    }

    /** @throws FileRefused (422) that names every column that is unknown, there twice, or missing */
    static Header read(List<String> cells) {
        var header = new Header(cells.size());
        for (int position = 0;
                position < cells.size() && header.faults.size() < Column.all().size();
                position++) {
            header.take(cells.get(position), position);
        }
        if (!header.positions.containsKey(Column.AGENCY_ORDER_NUMBER)) {
            header.fault(
                    Column.AGENCY_ORDER_NUMBER.title(),
                    "the column is missing",
                    "Rows with one order number after the other are the lines of one order.");
        }
        if (!header.faults.isEmpty()) {
            throw new FileRefused(header.faults);
        }
        return header;
    }

    private void take(String cell, int position) {
        Optional<Column> named = Column.titled(cell);
        if (named.isEmpty()) {
            boolean isOtherSeparator = cell.indexOf(';') >= 0 || cell.indexOf('\t') >= 0;
            fault(
                    cell.strip(),
                    "is not a column of a file of orders",
                    isOtherSeparator
                            ? "Separate the columns with commas."
                            : "The columns are " + Column.titles() + ".");
        } else if (positions.putIfAbsent(named.get(), position) != null) {
            fault(named.get().title(), "the column is there twice", "Keep one of them.");
        }
    }

    private void fault(String name, String detail, String remedy) {
        String shown = name.length() > 60 ? name.substring(0, 60) : name;
        faults.add(new Fault("/rows/1/" + Pointers.escaped(shown.replaceAll("\\p{Cntrl}", "?")), detail, remedy));
    }

    /** How many cells a row has at most. */
    int size() {
        return size;
    }

    /** The stripped cell of the row in that column; empty where it has none. */
    String cell(List<String> row, Column column) {
        Integer position = positions.get(column);
        return position == null || position >= row.size()
                ? ""
                : row.get(position).strip();
    }
}
