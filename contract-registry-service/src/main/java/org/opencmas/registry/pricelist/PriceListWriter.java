package org.opencmas.registry.pricelist;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.opencmas.journal.Actor;
import org.opencmas.journal.Journal;
import org.opencmas.journal.NewEvent;
import org.opencmas.registry.event.RegistryEvents;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Writes a list's lines with COPY, and its parts to the journal, some thousand lines at a time, all in the transaction of
 * the given connection.
 */
final class PriceListWriter implements PriceListFile.Lines {
    private static final int BATCH = 5_000;
    private static final String COPY = "copy price_line (cmas_number, price_list_id, item_id, description, unit, price,"
            + " base_price, sin, kind, labor_education, labor_years) from stdin";

    private final Connection connection;
    private final PriceListDraft list;
    private final Journal journal;
    private final Actor actor;
    private final CopyText copy = new CopyText();
    private final LinesHash hash = new LinesHash();
    private final List<NewEvent> parts = new ArrayList<>();
    private PriceListPart part;
    private int partNumber = 1;
    private long version;
    private int lineCount;
    private int inBatch;

    /** @param version the agreement's version, on from which its parts are counted */
    PriceListWriter(Connection connection, PriceListDraft list, long version, Journal journal, Actor actor) {
        this.connection = connection;
        this.list = list;
        this.version = version;
        this.journal = journal;
        this.actor = actor;
        this.part = new PriceListPart(list, partNumber);
    }

    /** What was written, once all is. */
    record Written(int lineCount, int partCount, String sha256, long version) {}

    @Override
    public void take(PriceLine line) throws SQLException {
        copy.value(list.cmasNumber())
                .value(list.id())
                .value(line.itemId())
                .value(line.description())
                .value(line.unit())
                .value(line.price())
                .value(line.basePrice())
                .value(line.sin())
                .value(line.kind())
                .value(line.laborEducation())
                .value(line.laborYears())
                .endRow();
        hash.add(line);
        part.add(line);
        lineCount++;
        if (part.isFull()) {
            endPart();
            part = new PriceListPart(list, ++partNumber);
        }
        if (++inBatch == BATCH) {
            write();
        }
    }

    private void endPart() {
        parts.add(new NewEvent(
                RegistryEvents.AGREEMENTS, list.cmasNumber(), ++version, "price-list.part.v1", part.payload()));
    }

    private void write() throws SQLException {
        CopyIn rows = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
        try {
            rows.writeToCopy(copy.bytes(), 0, copy.length());
            rows.endCopy();
        } finally {
            if (rows.isActive()) {
                rows.cancelCopy();
            }
        }
        copy.clear();
        inBatch = 0;
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
        write();
        return new Written(lineCount, partNumber, hash.hex(), version);
    }
}
