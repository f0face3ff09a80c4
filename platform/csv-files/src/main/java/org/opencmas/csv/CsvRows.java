package org.opencmas.csv;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a file in UTF-8, separated by commas (RFC 4180) or by another sign, one after the other. Rows may have more or fewer cells than others; a line
 * that is empty is a row, so that no line is left out of the count. To be closed, and its bytes with it.
 */
public final class CsvRows implements Closeable {
    /** What the reader takes in at once, whatever the limits are. */
    private static final int LEAST_BUFFER = 1 << 16;

    private static final char COMMA = ',';

    private final CsvReader<CsvRecord> csv;
    private final CloseableIterator<CsvRecord> records;
    private long nextLine = 1;

    private CsvRows(InputStream text, CsvLimits limits, CharsetDecoder decoder, char separator) {
        csv = csv(new InputStreamReader(text, decoder), limits, separator);
        records = csv.iterator();
    }

    /**
     * Rows of which each byte must be text: what is none ends the reading.
     *
     * @param text behind its {@linkplain FileStart beginning}
     */
    public static CsvRows strict(InputStream text, CsvLimits limits) {
        return strict(text, limits, COMMA);
    }

    /**
     * Rows of which each byte must be text, as spreadsheets write them where the comma stands in numbers.
     *
     * @param text behind its {@linkplain FileStart beginning}
     * @param separator between the cells of a row
     */
    public static CsvRows strict(InputStream text, CsvLimits limits, char separator) {
        return new CsvRows(
                text,
                limits,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT),
                separator);
    }

    /**
     * Rows in which what is no text stands as a sign, so that its cell can be named.
     *
     * @param text behind its {@linkplain FileStart beginning}
     * @param sign for each piece that is no text; one that no text holds
     */
    public static CsvRows marking(InputStream text, CsvLimits limits, char sign) {
        return new CsvRows(
                text,
                limits,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE)
                        .replaceWith(String.valueOf(sign)),
                COMMA);
    }

    /** Returns the next row, null behind the last. */
    public @Nullable CsvRow next() throws CsvUnreadable, IOException {
        try {
            if (!records.hasNext()) {
                return null;
            }
            CsvRecord record = records.next();
            var row = new CsvRow(record.getStartingLineNumber(), record.getFields());
            nextLine = row.lineBelow();
            return row;
        } catch (CsvParseException e) {
            throw new CsvUnreadable(
                    e.getCause() instanceof CharacterCodingException
                            ? CsvUnreadable.Cause.ENCODING
                            : CsvUnreadable.Cause.FORM,
                    nextLine,
                    e);
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CharacterCodingException) {
                throw new CsvUnreadable(CsvUnreadable.Cause.ENCODING, nextLine, e);
            }
            throw e.getCause();
        }
    }

    @Override
    public void close() throws IOException {
        records.close();
        csv.close();
    }

    private static CsvReader<CsvRecord> csv(Reader reader, CsvLimits limits, char separator) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .skipEmptyLines(false)
                .allowExtraCharsAfterClosingQuote(false)
                .maxBufferSize(Math.max(LEAST_BUFFER, limits.row() * 2))
                .build(
                        CsvRecordHandler.of(
                                handler -> handler.maxFieldSize(limits.cell()).maxRecordSize(limits.row())),
                        reader);
    }
}
