package org.opencmas.order.orderimport.file;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencmas.terms.Identifier;

/**
 * Orders as comma-separated rows in UTF-8 under a header; each row is one line of an order, and rows with the same order number one after
 * the other are one order. What a flat row cannot tell, such as attestations, is sent as JSON lines.
 */
public final class CsvOrders {
    private static final int MAX_CELL = 20_000;
    private static final int MAX_RECORD = 120_000;

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
        long line = 1;
        try (CsvReader<CsvRecord> csv = csv(decoded(FileStart.utf8(file)));
                CloseableIterator<CsvRecord> records = csv.iterator()) {
            if (!records.hasNext()) {
                throw new FileRefused("the file is empty", "Send a header and one row for each line of an order.");
            }
            Header header = Header.read(withoutEmptyEnd(records.next().getFields()));
            while (records.hasNext()) {
                CsvRecord record = records.next();
                line = record.getStartingLineNumber();
                take((int) line, header, withoutEmptyEnd(record.getFields()));
            }
        } catch (CsvParseException e) {
            throw notReadable(e, line);
        } catch (java.io.UncheckedIOException e) {
            throw e.getCause() instanceof CharacterCodingException ? notText(line) : e;
        } catch (CharacterCodingException e) {
            throw notText(line);
        }
        close();
        if (orders == 0) {
            throw new FileRefused("the file has a header and no orders", "Send one row for each line of an order.");
        }
    }

    private static FileRefused notReadable(CsvParseException e, long line) {
        if (e.getCause() instanceof CharacterCodingException) {
            return notText(line);
        }
        return FileRefused.atLine(
                line,
                "cannot be read, or the row after it: a double quote is not closed, a cell is longer than %,d characters, or a row longer than %,d"
                        .formatted(MAX_CELL, MAX_RECORD),
                "Close the quote; write a double quote inside a text twice.");
    }

    private static FileRefused notText(long line) {
        return FileRefused.atLine(
                line, "or a row soon after it, is no text in UTF-8", "Save the file as \"CSV UTF-8\".");
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

    private static CsvReader<CsvRecord> csv(Reader reader) {
        return CsvReader.builder()
                .allowExtraFields(true)
                .allowMissingFields(true)
                .skipEmptyLines(false)
                .allowExtraCharsAfterClosingQuote(false)
                .maxBufferSize(MAX_RECORD * 2)
                .build(
                        CsvRecordHandler.of(
                                handler -> handler.maxFieldSize(MAX_CELL).maxRecordSize(MAX_RECORD)),
                        reader);
    }

    private static Reader decoded(InputStream bytes) {
        return new InputStreamReader(
                bytes,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }
}
