package org.opencmas.registry.pricelist;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.opencmas.journal.Actor;
import org.opencmas.journal.Journal;
import org.opencmas.journal.TimeOrderedId;
import org.opencmas.problem.Conflict;
import org.opencmas.problem.Fault;
import org.opencmas.problem.InvalidRequest;
import org.opencmas.problem.NotFound;
import org.opencmas.registry.event.RegistryEvents;
import org.opencmas.registry.pricelist.file.PriceListFile;
import org.opencmas.registry.pricelist.file.RowFaults;
import org.opencmas.registry.pricelist.file.WorkbookFile;
import org.opencmas.terms.CmasNumber;

/**
 * Publishes a price list from a file: all of it or nothing, with its events, in one transaction, without holding the file.
 *
 * <p>Refuses an unknown agreement or supplement (404), a terminated agreement, another list for the same supplement and an
 * import while another one of the same agreement runs (409), and a file with faults, all of them at once (422,
 * price-list-refused). The same lines for the same supplement are answered as they were the first time.
 */
@ApplicationScoped
class ImportPriceList {
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final DataSource dataSource;
    private final Journal journal;
    private final RegistryEvents events;
    private final Clock clock;

    ImportPriceList(DataSource dataSource, Journal journal, RegistryEvents events, Clock clock) {
        this.dataSource = dataSource;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Which list a file is to become.
     *
     * @param supplement 0 for the original
     * @param effectiveFrom null for the day the supplement takes effect
     */
    record Target(
            CmasNumber number, int supplement, @Nullable LocalDate effectiveFrom) {}

    /**
     * A file as it came.
     *
     * @param isWorkbook whether it is read as .xlsx and not as CSV
     */
    record SentFile(InputStream bytes, boolean isWorkbook) {}

    /**
     * @param created false when the same lines were published before
     * @param passedOver rows of a workbook that were not taken for items
     */
    record Outcome(PublishedList list, boolean created, List<WorkbookFile.PassedOver> passedOver) {}

    /** Does all that publishing does, with all that it refuses, and takes it back. */
    Outcome check(Target target, SentFile file) {
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                throw new TakenBack(publish(target, file));
            });
        } catch (TakenBack rolledBack) {
            return rolledBack.outcome;
        }
        throw new IllegalStateException("a dry run always rolls back");
    }

    /** Rolls back and carries the outcome out of the transaction. */
    private static final class TakenBack extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient Outcome outcome;

        TakenBack(Outcome outcome) {
            super("rolled back", null, false, false);
            this.outcome = outcome;
        }
    }

    @Transactional
    Outcome publish(Target target, SentFile file) {
        try (Connection connection = dataSource.getConnection()) {
            return publish(connection, events.actor(), target, file);
        } catch (SQLException e) {
            throw new IllegalStateException("the price list could not be stored", e);
        } catch (IOException e) {
            throw new UncheckedIOException("the file could not be read to its end", e);
        }
    }

    private Outcome publish(Connection connection, Actor actor, Target target, SentFile file)
            throws SQLException, IOException {
        long version = lockAgreement(connection, target.number());
        requireNotTerminated(connection, target.number());
        PriceListDraft draft = draft(connection, target);
        Optional<PublishedList> published =
                PriceLists.ofSupplement(connection, draft.cmasNumber(), draft.supplementNumber());
        if (published.isPresent()) {
            var hash = new LinesHash();
            List<WorkbookFile.PassedOver> passedOver = requireSound(file, hash::add);
            return new Outcome(requireSame(published.get(), hash.hex()), false, passedOver);
        }
        try (var writer = new PriceListWriter(connection, draft, version, journal, actor)) {
            List<WorkbookFile.PassedOver> passedOver = requireSound(file, writer);
            return new Outcome(close(connection, actor, draft, writer.finish()), true, passedOver);
        }
    }

    private static List<WorkbookFile.PassedOver> requireSound(SentFile file, PriceListFile.Lines lines)
            throws SQLException, IOException {
        var faults = new RowFaults();
        WorkbookFile.Read read = file.isWorkbook()
                ? WorkbookFile.read(file.bytes(), faults, lines)
                : new WorkbookFile.Read(PriceListFile.read(file.bytes(), faults, lines), List.of());
        if (!faults.isEmpty()) {
            throw faults.refusal(read.rows());
        }
        return read.passedOver();
    }

    /** Locks the agreement against other imports and changes, and gives its version. */
    private static long lockAgreement(Connection connection, CmasNumber number) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select version from agreement where cmas_number = ? for update nowait")) {
            query.setString(1, number.canonical());
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    throw new NotFound("agreement", number);
                }
                return row.getLong(1);
            }
        } catch (SQLException e) {
            if (LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                throw new Conflict(
                        "agreement-being-changed",
                        "Agreement " + number + " is being changed, perhaps by another import. Try again after it.");
            }
            throw e;
        }
    }

    /** Called with the agreement locked, so that no termination can be recorded at the same time. */
    private void requireNotTerminated(Connection connection, CmasNumber number) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select status from agreement_status_on(?, ?)")) {
            query.setString(1, number.canonical());
            query.setObject(2, LocalDate.now(clock));
            try (ResultSet row = query.executeQuery()) {
                if (row.next() && row.getString(1).equals("TERMINATED")) {
                    throw new Conflict(
                            "agreement-terminated", "Agreement " + number + " is terminated and takes no price list.");
                }
            }
        }
    }

    private static PriceListDraft draft(Connection connection, Target target) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select effective_on from agreement_supplement" + " where cmas_number = ? and supplement_number = ?")) {
            query.setString(1, target.number().canonical());
            query.setInt(2, target.supplement());
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    throw new NotFound("supplement of agreement " + target.number() + " numbered", target.supplement());
                }
                LocalDate effectiveOn = row.getObject(1, LocalDate.class);
                LocalDate effectiveFrom = target.effectiveFrom() == null ? effectiveOn : target.effectiveFrom();
                if (effectiveFrom.isBefore(effectiveOn)) {
                    throw new InvalidRequest(new Fault(
                            "effectiveFrom",
                            "is before the supplement takes effect on " + effectiveOn,
                            "Choose that day or a later one."));
                }
                return new PriceListDraft(
                        TimeOrderedId.next(), target.number().canonical(), target.supplement(), effectiveFrom);
            }
        }
    }

    private static PublishedList requireSame(PublishedList published, String sha256) {
        if (published.sha256().equals(sha256)) {
            return published;
        }
        throw new Conflict(
                "price-list-exists",
                "Another list was published for supplement " + published.supplementNumber() + " of "
                        + published.cmasNumber() + ". A published list is never changed: add a supplement.",
                Map.of(
                        "location",
                        "/v1/price-list-imports/" + published.id(),
                        "publishedSha256",
                        published.sha256(),
                        "thisSha256",
                        sha256));
    }

    private PublishedList close(
            Connection connection, Actor actor, PriceListDraft draft, PriceListWriter.Written written)
            throws SQLException {
        Instant publishedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var list = new PublishedList(
                draft.id(),
                draft.cmasNumber(),
                draft.supplementNumber(),
                draft.effectiveFrom(),
                written.lineCount(),
                written.partCount(),
                written.sha256(),
                publishedAt);
        insert(connection, actor, list);
        long version = written.version() + 1;
        setVersion(connection, list.cmasNumber(), version);
        events.record(
                RegistryEvents.AGREEMENTS, list.cmasNumber(), version, "price-list.published.v1", Published.of(list));
        return list;
    }

    /** The payload of {@code price-list.published.v1}: closes a list's parts. */
    private record Published(
            String cmasNumber,
            UUID priceListId,
            int supplementNumber,
            LocalDate effectiveFrom,
            int lineCount,
            int partCount,
            String sha256) {
        static Published of(PublishedList list) {
            return new Published(
                    list.cmasNumber(),
                    list.id(),
                    list.supplementNumber(),
                    list.effectiveFrom(),
                    list.lineCount(),
                    list.partCount(),
                    list.sha256());
        }
    }

    private static void insert(Connection connection, Actor actor, PublishedList list) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into price_list (id, cmas_number,"
                + " supplement_number, effective_from, line_count, part_count, sha256,"
                + " published_at, published_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setObject(1, list.id());
            insert.setString(2, list.cmasNumber());
            insert.setInt(3, list.supplementNumber());
            insert.setObject(4, list.effectiveFrom());
            insert.setInt(5, list.lineCount());
            insert.setInt(6, list.partCount());
            insert.setString(7, list.sha256());
            insert.setObject(8, list.publishedAt().atOffset(ZoneOffset.UTC));
            insert.setString(9, actor.subject());
            insert.executeUpdate();
        }
    }

    private static void setVersion(Connection connection, String cmasNumber, long version) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update agreement set version = ? where cmas_number = ?")) {
            update.setLong(1, version);
            update.setString(2, cmasNumber);
            update.executeUpdate();
        }
    }
}
