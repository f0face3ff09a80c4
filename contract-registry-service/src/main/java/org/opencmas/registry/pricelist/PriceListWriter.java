package org.opencmas.registry.pricelist;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencmas.journal.Actor;
import org.opencmas.journal.Journal;
import org.opencmas.journal.NewEvent;
import org.opencmas.registry.event.RegistryEvents;
import org.opencmas.registry.pricelist.file.PriceListFile;
import org.opencmas.registry.pricelist.row.PriceLine;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Writes a list's lines with COPY, and its parts to the journal, all in the transaction of the given connection. The database
 * takes the lines in while later ones are still being read. To be closed, since a COPY left open would block the connection.
 */
final class PriceListWriter implements PriceListFile.Lines, AutoCloseable {
    private static final int MAX_BATCH_LINES = 25_000;
    private static final int MAX_BATCH_CHARACTERS = 8_000_000;
    private static final int CHUNK_CHARACTERS = 1 << 15;
    private static final String COPY = "copy price_line (cmas_number, price_list_id, item_id, description, unit, price,"
            + " base_price, sin, kind, labor_education, labor_years) from stdin";

    private final Connection connection;
    private final PriceListDraft list;
    private final Journal journal;
    private final Actor actor;
    private final String keys;
    private final StringBuilder chunk = new StringBuilder(CHUNK_CHARACTERS * 2);
    private final LinesHash hash = new LinesHash();
    private final List<NewEvent> parts = new ArrayList<>();
    private @Nullable CopyIn copy;
    private PriceListPart part;
    private int partNumber = 1;
    private long version;
    private int lineCount;
    private int batchLines;
    private int batchCharacters;

    /** @param version the agreement's version, on from which its parts are counted */
    PriceListWriter(Connection connection, PriceListDraft list, long version, Journal journal, Actor actor) {
        this.connection = connection;
        this.list = list;
        this.version = version;
        this.journal = journal;
        this.actor = actor;
        this.keys = list.cmasNumber() + '\t' + list.id();
        this.part = new PriceListPart(list, partNumber);
    }

    /** What was written, once all is. */
    record Written(int lineCount, int partCount, String sha256, long version) {}

    @Override
    public void take(PriceLine line) throws SQLException {
        chunk.append(keys);
        value(line.itemId());
        value(line.description());
        value(line.unit());
        value(line.price());
        value(line.basePrice());
        value(line.sin());
        value(line.kind());
        value(line.laborEducation());
        value(line.laborYears());
        chunk.append('\n');
        if (chunk.length() >= CHUNK_CHARACTERS) {
            send();
        }
        hash.add(line);
        part.add(line);
        lineCount++;
        if (part.isFull()) {
            endPart();
            part = new PriceListPart(list, ++partNumber);
        }
        if (++batchLines == MAX_BATCH_LINES || batchCharacters >= MAX_BATCH_CHARACTERS) {
            endBatch();
        }
    }

    /** In COPY's text format; values hold no line breaks or tabs, so that only backslashes are escaped. */
    private void value(@Nullable Object value) {
        chunk.append('\t');
        if (value == null) {
            chunk.append("\\N");
        } else {
            String text = value.toString();
            chunk.append(text.indexOf('\\') < 0 ? text : text.replace("\\", "\\\\"));
        }
    }

    private void send() throws SQLException {
        CopyIn open = copy;
        if (open == null) {
            open = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
            copy = open;
        }
        byte[] bytes = chunk.toString().getBytes(StandardCharsets.UTF_8);
        open.writeToCopy(bytes, 0, bytes.length);
        batchCharacters += chunk.length();
        chunk.setLength(0);
    }

    private void endPart() {
        parts.add(new NewEvent(
                RegistryEvents.AGREEMENTS, list.cmasNumber(), ++version, "price-list.part.v1", part.payload()));
    }

    private void endBatch() throws SQLException {
        send();
        if (copy != null) {
            copy.endCopy();
            copy = null;
        }
        batchLines = 0;
        batchCharacters = 0;
        journal.append(connection, actor, parts);
        parts.clear();
    }

    /** Writes what is left. */
    Written finish() throws SQLException {
        if (part.isEmpty()) {
            partNumber--;
        } else {
            endPart();
        }
        endBatch();
        return new Written(lineCount, partNumber, hash.hex(), version);
    }

    @Override
    public void close() throws SQLException {
        if (copy != null && copy.isActive()) {
            copy.cancelCopy();
        }
    }
}
