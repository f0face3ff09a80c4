package org.opencmas.registry.pricelist.file;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;

/**
 * A price list as a comma-separated file in UTF-8, with or without a byte order mark, read row by row and never held as
 * a whole.
 */
public final class PriceListFile {
    /** Most lines of a list, inclusive. */
    static final int MAX_LINES = 500_000;

    private static final int MAX_CELL = 20_000;
    private static final int MAX_RECORD = 60_000;
    private static final int BYTE_BUFFER = 1 << 16;
    private static final int MARK = 4;

    private PriceListFile() {}

    /** Takes the sound lines of a file, in its order, until the first fault of the file. */
    public interface Lines {
        void take(PriceLine line) throws SQLException;
    }

    /**
     * Reads to the end, whatever is found, so that all faults are known at once; only a wrong header or encoding, or a
     * row that cannot be told from the next, ends it early.
     *
     * @return how many rows were read, the header not counted
     */
    public static long read(InputStream bytes, RowFaults faults, Lines lines) throws IOException, SQLException {
        var buffered = new BufferedInputStream(bytes, BYTE_BUFFER);
        if (!isUtf8(buffered, faults)) {
            return 0;
        }
        try (CsvReader<CsvRecord> csv = csv(decoded(buffered));
                CloseableIterator<CsvRecord> records = csv.iterator()) {
            return readRecords(records, faults, lines);
        }
    }

    private static long readRecords(CloseableIterator<CsvRecord> records, RowFaults faults, Lines lines)
            throws SQLException {
        long rows = 0;
        long nextLine = 1;
        try {
            if (!records.hasNext()) {
                faults.ofFile("the file is empty", "Send a header row and one row per item.");
                return 0;
            }
            CsvRecord first = records.next();
            Header header = Header.read(first.getFields(), faults);
            if (!faults.isEmpty()) {
                return 0;
            }
            nextLine = lineAfter(first);
            var check = new RowCheck(header, faults);
            while (records.hasNext()) {
                CsvRecord record = records.next();
                nextLine = lineAfter(record);
                List<String> cells = record.getFields();
                if (isBlank(cells)) {
                    continue;
                }
                if (++rows > MAX_LINES) {
                    faults.ofFile("the list has more than 500,000 lines", "Split it over supplements.");
                    return rows;
                }
                PriceLine line = check.check(record.getStartingLineNumber(), cells);
                if (line != null && faults.isEmpty()) {
                    lines.take(line);
                }
            }
        } catch (CsvParseException e) {
            faults.ofRow(
                    nextLine,
                    "cannot be read from here on: a double quote is not closed, or a cell is longer than " + MAX_CELL
                            + " characters",
                    "Close the quote; write a double quote inside a text twice.");
            return rows;
        }
        if (rows == 0) {
            faults.ofFile("the file has a header and no items", "Send one row per item.");
        }
        return rows;
    }

    /** The number of the line below a record; a cell may take several lines. */
    private static long lineAfter(CsvRecord record) {
        long lines = 1;
        for (String cell : record.getFields()) {
            lines += UnclosedQuote.lineBreaks(cell);
        }
        return record.getStartingLineNumber() + lines;
    }

    private static boolean isBlank(List<String> cells) {
        for (String cell : cells) {
            if (!cell.isBlank()) {
                return false;
            }
        }
        return true;
    }

    private static CsvReader<CsvRecord> csv(Reader reader) {
        return CsvReader.builder()
                .allowExtraFields(true)
                .allowMissingFields(true)
                // Blank lines come as rows of one empty cell, so that no line is left out of the count.
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
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE)
                        .replaceWith(String.valueOf(RowCheck.UNDECODABLE)));
    }

    /** Looks at the first bytes: skips a UTF-8 mark, refuses what is UTF-16, UTF-32 or a spreadsheet file. */
    private static boolean isUtf8(BufferedInputStream bytes, RowFaults faults) throws IOException {
        bytes.mark(MARK);
        byte[] first = bytes.readNBytes(MARK);
        bytes.reset();
        if (startsWith(first, 0xEF, 0xBB, 0xBF)) {
            bytes.skipNBytes(3);
        } else if (startsWith(first, 0xFF, 0xFE) || startsWith(first, 0xFE, 0xFF) || holdsZero(first)) {
            faults.ofFile("the file is UTF-16 or UTF-32, not UTF-8", "Save it as \"CSV UTF-8\".");
            return false;
        } else if (startsWith(first, 'P', 'K', 3, 4)) {
            faults.ofFile("the file is a spreadsheet (.xlsx), not CSV", "Save it as \"CSV UTF-8\".");
            return false;
        }
        return true;
    }

    private static boolean startsWith(byte[] bytes, int... expected) {
        if (bytes.length < expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if ((bytes[i] & 0xFF) != expected[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean holdsZero(byte[] bytes) {
        for (byte b : bytes) {
            if (b == 0) {
                return true;
            }
        }
        return false;
    }
}
