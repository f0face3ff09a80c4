package org.opencmas.order.orderimport.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencmas.csv.CsvLimits;
import org.opencmas.csv.CsvRow;
import org.opencmas.csv.CsvRows;
import org.opencmas.csv.CsvUnreadable;
import org.opencmas.terms.Identifier;

/**
 * Orders as comma-separated rows in UTF-8 under a header; each row is one line of an order, and rows with the same order number one after
 * the other are one order. What a flat row cannot tell, such as attestations, is sent as JSON lines.
 */
public final class CsvOrders {
    private static final CsvLimits LIMITS = new CsvLimits(20_000, 120_000);

    private final FileLimits limits;
    private final SentOrder.Sink sink;
    private int orders;
    private @Nullable CsvOrder open;
    private String openKey = "";

    private CsvOrders(FileLimits limits, SentOrder.Sink sink) {
        this.limits = limits;
        this.sink = sink;
    }

    /**
     * Cuts the file into its orders.
     *
     * @throws FileRefused (422) for a file in another encoding, one that is empty, an unknown column, too many orders, and rows that cannot
     *     be told from each other
     */
    public static void read(InputStream file, FileLimits limits, SentOrder.Sink sink) throws IOException {
        new CsvOrders(limits, sink).readAll(file);
    }

    private void readAll(InputStream file) throws IOException {
        try (CsvRows rows = CsvRows.strict(TextFile.utf8(file), LIMITS)) {
            CsvRow first = rows.next();
            if (first == null) {
                throw new FileRefused("the file is empty", "Send a header and one row for each line of an order.");
            }
            Header header = Header.read(withoutEmptyEnd(first.cells()));
            for (CsvRow row = rows.next(); row != null; row = rows.next()) {
                take((int) row.line(), header, withoutEmptyEnd(row.cells()));
            }
        } catch (CsvUnreadable e) {
            throw notReadable(e);
        }
        close();
        if (orders == 0) {
            throw new FileRefused("the file has a header and no orders", "Send one row for each line of an order.");
        }
    }

    private static FileRefused notReadable(CsvUnreadable e) {
        return switch (e.trouble()) {
            case FORM ->
                FileRefused.atLine(
                        e.line(),
                        "cannot be read: a double quote is not closed, a cell is longer than %,d characters, or a row longer than %,d"
                                .formatted(LIMITS.cell(), LIMITS.row()),
                        "Close the quote; write a double quote inside a text twice.");
            case ENCODING ->
                FileRefused.atLine(
                        e.line(), "or a row soon after it, is no text in UTF-8", "Save the file as \"CSV UTF-8\".");
        };
    }

    private void take(int line, Header header, List<String> cells) {
        if (cells.isEmpty()) {
            return;
        }
        requireOneLine(line, cells);
        String key = Identifier.keyOf(header.cell(cells, Column.AGENCY_ORDER_NUMBER));
        // A row that lost its number is no part of the order above it: it would be a line that nobody ordered there.
        if (open == null || key.isEmpty() || !key.equals(openKey)) {
            close();
            if (++orders > limits.orders()) {
                throw FileRefused.tooMany(limits);
            }
            open = new CsvOrder(line, limits.lineBytes());
            openKey = key;
        }
        open.add(line, header, cells);
    }

    /** A quote that was opened by mistake takes in the rows below it, up to the next quote: orders would be lost without a word. */
    private static void requireOneLine(int line, List<String> cells) {
        if (cells.stream().anyMatch(cell -> cell.indexOf('\n') >= 0 || cell.indexOf('\r') >= 0)) {
            throw FileRefused.atLine(
                    line,
                    "has a line break within a cell; perhaps a double quote is not closed",
                    "Close the quote; write each text on one line, or send JSON lines.");
        }
    }

    private void close() {
        if (open != null) {
            sink.take(open.sent());
            open = null;
        }
    }

    private static List<String> withoutEmptyEnd(List<String> cells) {
        int count = cells.size();
        while (count > 0 && cells.get(count - 1).isBlank()) {
            count--;
        }
        return cells.subList(0, count);
    }
}
