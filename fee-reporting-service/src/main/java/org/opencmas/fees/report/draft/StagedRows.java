package org.opencmas.fees.report.draft;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.fees.obligation.AgreementQuarter;
import org.opencmas.fees.upload.ReportReading;
import org.opencmas.fees.upload.ReportedRow;
import org.opencmas.terms.Identifier;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * The rows of a file that is being uploaded, in a table of the transaction that no other sees: they are written with COPY while later ones
 * are still being read, before it is known which of them answer a pre-filled line and before anybody has to wait for the ledger. The
 * table ends with the transaction. To be closed, since a COPY left open would block the connection.
 */
public final class StagedRows implements ReportReading.Rows, AutoCloseable {
    private static final int BATCH_ROWS = 25_000;
    private static final int CHUNK_CHARACTERS = 1 << 15;
    private static final int FETCHED = 1_000;

    private static final String TABLE = """
            create temporary table staged_row (
                place int not null, name_key text not null, agency_name text not null, agency_class text not null,
                agency_billing_code text, purchase_order_number text not null, amendment_number int not null,
                purchase_order_date date not null, total numeric not null, tax numeric, freight numeric, fee numeric, reseller text,
                agency_contact text, agency_address text, agency_phone text) on commit drop
            """;
    private static final String COPY = "copy staged_row (place, name_key, " + ReportDraftRows.COLUMNS + ") from stdin";
    private static final String NAMED = "select place, " + ReportDraftRows.COLUMNS
            + " from staged_row where name_key in (select unnest(?::text[])) order by place";
    private static final String REST = "select place, " + ReportDraftRows.COLUMNS
            + " from staged_row where place not in (select unnest(?::int[])) order by place";
    private static final String KEEP =
            "insert into report_draft_row (cmas_number, quarter, version, contractor_id, place, "
                    + ReportDraftRows.COLUMNS + ") select ?, ?, ?, ?, place, " + ReportDraftRows.COLUMNS
                    + " from staged_row where place not in (select unnest(?::int[])) order by place";

    private final Connection connection;
    private final StringBuilder chunk = new StringBuilder(CHUNK_CHARACTERS * 2);
    private @Nullable CopyIn copy;
    private int count;

    private StagedRows(Connection connection) {
        this.connection = connection;
    }

    /** Takes a row with its place in the file, from 1. */
    public interface Placed {
        void take(int place, ReportedRow row) throws SQLException;
    }

    /** Begins with none, in the connection's transaction. */
    public static StagedRows open(Connection connection) throws SQLException {
        try (Statement create = connection.createStatement()) {
            create.execute(TABLE);
        }
        return new StagedRows(connection);
    }

    /** By what a row names a document: the order number, however it is written, and the amendment. */
    public static String nameKey(String orderNumber, int amendmentNumber) {
        return Identifier.keyOf(orderNumber) + '\n' + amendmentNumber;
    }

    /** How many there are. */
    public int count() {
        return count;
    }

    @Override
    public void take(ReportedRow row) throws SQLException {
        chunk.append(++count);
        value(nameKey(row.purchaseOrderNumber(), row.amendmentNumber()));
        value(row.agencyName());
        value(row.agencyClass());
        value(row.agencyBillingCode());
        value(row.purchaseOrderNumber());
        value(row.amendmentNumber());
        value(row.purchaseOrderDate());
        value(row.total());
        value(row.tax());
        value(row.freight());
        value(row.fee());
        value(row.reseller());
        value(row.agencyContact());
        value(row.agencyAddress());
        value(row.agencyPhone());
        chunk.append('\n');
        if (chunk.length() >= CHUNK_CHARACTERS) {
            send();
        }
        if (count % BATCH_ROWS == 0) {
            end();
        }
    }

    /** In COPY's text format, in which these four signs are written otherwise. */
    private void value(@Nullable Object value) {
        chunk.append('\t');
        if (value == null) {
            chunk.append("\\N");
            return;
        }
        String text = value.toString();
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            switch (sign) {
                case '\\' -> chunk.append("\\\\");
                case '\n' -> chunk.append("\\n");
                case '\r' -> chunk.append("\\r");
                case '\t' -> chunk.append("\\t");
                default -> chunk.append(sign);
            }
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
        chunk.setLength(0);
    }

    /** Has all of them written; before this none is read. */
    public void end() throws SQLException {
        if (!chunk.isEmpty()) {
            send();
        }
        if (copy != null) {
            copy.endCopy();
            copy = null;
        }
    }

    /** The rows that name one of these documents, in their order. */
    public void named(Collection<String> nameKeys, Placed each) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(NAMED)) {
            select.setArray(1, connection.createArrayOf("text", nameKeys.toArray()));
            read(select, each);
        }
    }

    /** All but these, in their order. */
    public List<ReportedRow> without(Collection<Integer> places) throws SQLException {
        List<ReportedRow> rows = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(REST)) {
            select.setArray(1, connection.createArrayOf("int4", places.toArray()));
            read(select, (place, row) -> rows.add(row));
        }
        return rows;
    }

    private static void read(PreparedStatement select, Placed each) throws SQLException {
        select.setFetchSize(FETCHED);
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                each.take(rows.getInt(1), ReportDraftRows.row(rows, 2));
            }
        }
    }

    /** Keeps all but these as what the draft adds. */
    public void keepWithout(Collection<Integer> places, AgreementQuarter report, UUID contractorId, int version)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(KEEP)) {
            insert.setString(1, report.agreement().canonical());
            insert.setString(2, report.quarter().toString());
            insert.setInt(3, version);
            insert.setObject(4, contractorId);
            insert.setArray(5, connection.createArrayOf("int4", places.toArray()));
            insert.executeUpdate();
        }
    }

    @Override
    public void close() throws SQLException {
        if (copy != null && copy.isActive()) {
            copy.cancelCopy();
        }
    }
}
