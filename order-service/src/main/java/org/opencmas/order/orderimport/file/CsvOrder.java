package org.opencmas.order.orderimport.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.opencmas.orderbody.NewOrder;
import org.opencmas.problem.Fault;

/** The rows of one order, which become its body. What is wrong with the body is for its reader to say, as of one that comes alone. */
final class CsvOrder {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PLAIN_NUMBER = Pattern.compile("[+-]?[0-9]+(\\.[0-9]+)?");
    private static final List<Column> COLUMNS = Column.all();
    private static final int MOST_FAULTS = 50;

    private final int row;
    private final int mostBytes;
    private final ObjectNode body = JSON.createObjectNode();
    private final ArrayNode lines;
    private final List<Fault> faults = new ArrayList<>();

    private int bytes;

    /**
     * @param row the first of its rows
     * @param mostBytes most bytes of its body, inclusive
     */
    CsvOrder(int row, int mostBytes) {
        this.row = row;
        this.mostBytes = mostBytes;
        this.lines = body.putArray("lines");
    }

    /** Takes one more row of it, which is one more of its lines. */
    void add(int line, Header header, List<String> cells) {
        if (lines.size() > NewOrder.MAX_LINES || bytes > mostBytes) {
            return; // one more than may be is enough to have it refused, whatever follows
        }
        bytes += cells.stream().mapToInt(String::length).sum();
        if (bytes > mostBytes) {
            refuseAsTooLarge();
            return;
        }
        if (cells.size() > header.size()) {
            fault("", "row " + line + " has more cells than the header", "Put a text with a comma in double quotes.");
        }
        ObjectNode ordered = lines.addObject();
        for (Column column : COLUMNS) {
            String cell = header.cell(cells, column);
            if (!cell.isEmpty()) {
                put(line, column, cell, ordered);
            }
        }
    }

    private void put(int line, Column column, String cell, ObjectNode ordered) {
        if ("=+-@".indexOf(cell.charAt(0)) >= 0 && !PLAIN_NUMBER.matcher(cell).matches()) {
            fault(
                    pointer(column),
                    "row " + line + ": would be run as a formula by a spreadsheet",
                    "Begin it with a letter or digit.");
            return;
        }
        switch (column.part()) {
            case ORDER -> putOnce(line, column, cell, body);
            case VERIFICATION -> putOnce(line, column, cell, body.withObject("/certificationVerification"));
            case LINE -> set(ordered, column, cell);
        }
    }

    /** What is told of the order as a whole is told alike in each of its rows, or left out in the later ones. */
    private void putOnce(int line, Column column, String cell, ObjectNode into) {
        if (!into.has(column.title())) {
            set(into, column, cell);
            return;
        }
        ObjectNode again = JSON.createObjectNode();
        set(again, column, cell);
        boolean isSame = column.equals(Column.AGENCY_ORDER_NUMBER)
                || into.get(column.title()).equals(again.get(column.title()));
        if (!isSame) {
            fault(
                    pointer(column),
                    "row " + line + " says something else than row " + row + " of the same order",
                    "Say it alike in all rows of an order, or only in its first.");
        }
    }

    private static void set(ObjectNode into, Column column, String cell) {
        String lower = cell.toLowerCase(Locale.ROOT);
        if (column.isTruth() && (lower.equals("true") || lower.equals("false"))) {
            into.put(column.title(), lower.equals("true"));
        } else {
            into.put(column.title(), cell);
        }
    }

    private String pointer(Column column) {
        return switch (column.part()) {
            case ORDER -> "/" + column.title();
            case VERIFICATION -> "/certificationVerification/" + column.title();
            case LINE -> "/lines/" + (lines.size() - 1) + "/" + column.title();
        };
    }

    private void fault(String pointer, String detail, String remedy) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(new Fault(pointer, detail, remedy));
        }
    }

    /** Its rows are not kept: a file would fill the memory with one order. */
    private void refuseAsTooLarge() {
        lines.removeAll();
        fault("", "comes to more than %,d bytes".formatted(mostBytes), "Shorten the texts, or place two orders.");
    }

    SentOrder sent() {
        try {
            byte[] json = faults.isEmpty() ? JSON.writeValueAsBytes(body) : new byte[0];
            if (json.length > mostBytes) {
                refuseAsTooLarge();
                json = new byte[0];
            }
            return new SentOrder(row, json, faults);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree is always JSON", e);
        }
    }
}
