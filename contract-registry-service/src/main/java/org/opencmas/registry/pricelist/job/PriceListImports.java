package org.opencmas.registry.pricelist.job;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.opencmas.journal.Actor;
import org.opencmas.registry.pricelist.ImportPriceList.Target;
import org.opencmas.registry.pricelist.file.WorkbookFile;
import org.opencmas.registry.pricelist.job.PriceListImport.Course;
import org.opencmas.registry.pricelist.job.PriceListImport.End;
import org.opencmas.registry.pricelist.job.PriceListImport.Format;
import org.opencmas.registry.pricelist.job.PriceListImport.Progress;
import org.opencmas.registry.pricelist.job.PriceListImport.Sender;
import org.opencmas.registry.pricelist.job.PriceListImport.SentFile;
import org.opencmas.registry.pricelist.job.PriceListImport.State;
import org.opencmas.terms.CmasNumber;

/** The stored imports. Each call is for the current JTA transaction if there is one. */
@ApplicationScoped
class PriceListImports {
    private static final String INSERT = """
            insert into price_list_import (import_id, source_import_id, correction_of, cmas_number, supplement_number, effective_from, dry_run,
                format, file_sha256, file_bytes, sent_at, sent_by, subject, request_id, state, rows_read, rows_wrong, starts, correctable)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'WAITING', 0, 0, 0, false)
            """;
    /** With what became of the bytes it reads, which may be those of the import it corrects. */
    private static final String SELECT = """
            select i.*, source.file_removed_at as source_removed_at
            from price_list_import i join price_list_import source on source.import_id = i.source_import_id
            """;

    private static final String FIND = SELECT + "where i.import_id = ?";
    private static final String KEEPS_FILE = """
            select file_removed_at is null from price_list_import where import_id = ? for share
            """;
    private static final String LIST = SELECT + """
            where (?::text is null or i.cmas_number = ?) and (?::uuid is null or i.import_id < ?)
            order by i.import_id desc limit ?
            """;
    // The one that was not worked on for the longest, so that one that has to wait for its agreement lets others go on.
    private static final String NEXT = SELECT + """
            where i.state in ('WAITING', 'RUNNING') and i.import_id <> all (?::uuid[])
            order by i.worked_at nulls first, i.import_id limit 1
            """;
    private static final String BEGIN = """
            update price_list_import set state = 'RUNNING', starts = starts + 1, worked_at = ?, started_at = coalesce(started_at, ?)
            where import_id = ? and state in ('WAITING', 'RUNNING')
            """;
    private static final String PUT_OFF = """
            update price_list_import set state = 'WAITING', starts = starts - 1 where import_id = ? and state = 'RUNNING'
            """;
    private static final String ADVANCE = """
            update price_list_import set rows_read = ?, rows_wrong = ? where import_id = ? and state = 'RUNNING'
            """;
    private static final String END = """
            update price_list_import set state = ?, ended_at = ?, price_list_id = ?, passed_over = ?::jsonb, problem = ?::jsonb,
                correctable = ? where import_id = ? and state = 'RUNNING'
            """;
    private static final String LEAVE = """
            update price_list_import set state = ?, ended_at = ?, cancelled_by = ?, failure = ?
            where import_id = ? and state in ('WAITING', 'RUNNING')
            """;
    private static final TypeReference<List<WorkbookFile.PassedOver>> PASSED_OVER = new TypeReference<>() {};

    private final DataSource dataSource;

    PriceListImports(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    void insert(PriceListImport made) {
        Actor actor = made.by().actor();
        SentFile file = made.file();
        Target target = made.target();
        update(
                INSERT,
                made.importId(),
                file.sourceId(),
                file.correctionOf(),
                target.number().canonical(),
                target.supplement(),
                target.effectiveFrom(),
                made.dryRun(),
                file.format().name(),
                file.sha256(),
                file.byteCount(),
                utc(made.by().at()),
                made.by().name(),
                actor.subject(),
                actor.requestId());
    }

    Optional<PriceListImport> find(UUID importId) {
        return query(FIND, importId).stream().findFirst();
    }

    /** Whether the file is kept; if it is, it stays until the current transaction ends. */
    boolean keepsFile(UUID importId) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = prepare(connection, KEEPS_FILE, importId);
                ResultSet row = query.executeQuery()) {
            return row.next() && row.getBoolean(1);
        } catch (SQLException e) {
            throw new IllegalStateException("the imports could not be read", e);
        }
    }

    /** Newest first. @param number null for those of all agreements */
    List<PriceListImport> list(@Nullable CmasNumber number, @Nullable UUID after, int most) {
        String canonical = number == null ? null : number.canonical();
        return query(LIST, canonical, canonical, after, after, most);
    }

    /** The one to go on with, but for those that wait; empty when none is open. */
    static Optional<PriceListImport> next(Connection connection, List<UUID> waiting) throws SQLException {
        return query(connection, NEXT, array(waiting)).stream().findFirst();
    }

    Optional<PriceListImport> next(List<UUID> waiting) {
        return query(NEXT, array(waiting)).stream().findFirst();
    }

    private static String array(List<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }

    void begin(UUID importId, Instant at) {
        update(BEGIN, utc(at), utc(at), importId);
    }

    /** It could not go on for a reason that is not its own: this start does not count. */
    void putOff(UUID importId) {
        update(PUT_OFF, importId);
    }

    /** Notes how far it is; false when it is no longer to go on. */
    boolean advance(UUID importId, long rows, long wrong) {
        return update(ADVANCE, rows, wrong, importId) == 1;
    }

    /** Ends it with what came of it; false when it was ended before. */
    boolean end(UUID importId, State state, Instant at, End end) {
        String passedOver = FaultyRows.write(end.passedOver());
        return update(END, state.name(), utc(at), end.listId(), passedOver, end.problem(), end.correctable(), importId)
                == 1;
    }

    /** Ends it without a result; false when it had ended. */
    boolean leave(UUID importId, State state, Instant at, @Nullable String cancelledBy, @Nullable String failure) {
        return update(LEAVE, state.name(), utc(at), cancelledBy, failure, importId) == 1;
    }

    private int update(String sql, @Nullable Object... values) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = prepare(connection, sql, values)) {
            return update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the import could not be stored", e);
        }
    }

    private List<PriceListImport> query(String sql, @Nullable Object... values) {
        try (Connection connection = dataSource.getConnection()) {
            return query(connection, sql, values);
        } catch (SQLException e) {
            throw new IllegalStateException("the imports could not be read", e);
        }
    }

    private static List<PriceListImport> query(Connection connection, String sql, @Nullable Object... values)
            throws SQLException {
        try (PreparedStatement select = prepare(connection, sql, values);
                ResultSet row = select.executeQuery()) {
            List<PriceListImport> found = new ArrayList<>();
            while (row.next()) {
                found.add(read(row));
            }
            return found;
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, @Nullable Object... values)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    private static PriceListImport read(ResultSet row) throws SQLException {
        String passedOver = row.getString("passed_over");
        return new PriceListImport(
                row.getObject("import_id", UUID.class),
                new Target(
                        CmasNumber.parse(row.getString("cmas_number")),
                        row.getInt("supplement_number"),
                        row.getObject("effective_from", LocalDate.class)),
                row.getBoolean("dry_run"),
                new SentFile(
                        row.getObject("source_import_id", UUID.class),
                        row.getObject("correction_of", UUID.class),
                        Format.valueOf(row.getString("format")),
                        row.getString("file_sha256"),
                        row.getLong("file_bytes"),
                        instant(row, "source_removed_at")),
                new Sender(
                        new Actor(row.getString("subject"), null, row.getString("request_id")),
                        row.getString("sent_by"),
                        row.getObject("sent_at", OffsetDateTime.class).toInstant()),
                new Progress(
                        State.valueOf(row.getString("state")),
                        row.getLong("rows_read"),
                        row.getLong("rows_wrong"),
                        row.getInt("starts")),
                new Course(
                        instant(row, "started_at"),
                        instant(row, "ended_at"),
                        row.getString("cancelled_by"),
                        row.getString("failure")),
                new End(
                        row.getObject("price_list_id", UUID.class),
                        passedOver == null ? List.of() : FaultyRows.read(passedOver, PASSED_OVER),
                        row.getString("problem"),
                        row.getBoolean("correctable")));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
