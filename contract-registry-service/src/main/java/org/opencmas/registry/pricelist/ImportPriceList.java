package org.opencmas.registry.pricelist;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.opencmas.journal.Actor;
import org.opencmas.journal.Journal;
import org.opencmas.journal.TimeOrderedId;
import org.opencmas.registry.event.RegistryEvents;
import org.opencmas.registry.pricelist.file.PriceListFile;
import org.opencmas.registry.pricelist.file.WorkbookFile;
import org.opencmas.registry.pricelist.row.RowFaults;
import org.opencmas.registry.pricelist.row.RowWatch;
import org.opencmas.terms.CmasNumber;

/**
 * Publishes a price list from a file: all of it or nothing, with its events, in one transaction, without holding the file.
 *
 * <p>Refuses an unknown agreement or supplement (404), a terminated agreement, another list for the same supplement and an
 * import while another one of the same agreement runs (409), and a file with faults, all of them at once (422,
 * price-list-refused). The same lines for the same supplement are answered as they were the first time.
 */
@ApplicationScoped
public class ImportPriceList {
    /** The slug of the refusal that passes by itself. */
    public static final String BEING_CHANGED = "agreement-being-changed";

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
    public record Target(
            CmasNumber number, int supplement, @Nullable LocalDate effectiveFrom) {}

    /**
     * A file as it came.
     *
     * @param isWorkbook whether it is read as .xlsx and not as CSV
     */
    public record SentFile(InputStream bytes, boolean isWorkbook) {
        /** Reads it to its end, with all that is wrong with it. */
        public WorkbookFile.Read read(RowFaults faults, PriceListFile.Lines lines) throws SQLException, IOException {
            return isWorkbook
                    ? WorkbookFile.read(bytes, faults, lines)
                    : new WorkbookFile.Read(PriceListFile.read(bytes, faults, lines), List.of());
        }
    }

    /**
     * What is to be done, and for whom.
     *
     * @param listId the id that the list gets
     * @param actor in whose name it is published
     */
    public record Order(UUID listId, Target target, Actor actor, RowWatch watch) {}

    /**
     * @param created false when the same lines were published before
     * @param passedOver rows of a workbook that were not taken for items
     */
    public record Outcome(PublishedList list, boolean created, List<WorkbookFile.PassedOver> passedOver) {}

    /** Does all that publishing does, with all that it refuses, and takes it back. */
    public Outcome check(Target target, SentFile file) {
        return check(own(target), file);
    }

    /** The same for work that goes on after its request. */
    public Outcome check(Order order, SentFile file) {
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                throw new TakenBack(publish(order, file));
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
    public Outcome publish(Target target, SentFile file) {
        return publish(own(target), file);
    }

    private Order own(Target target) {
        return new Order(TimeOrderedId.next(), target, events.actor(), RowWatch.NONE);
    }

    /** Publishes in the current transaction, for work that goes on after its request. */
    @Transactional
    public Outcome publish(Order order, SentFile file) {
        try (Connection connection = dataSource.getConnection()) {
            return publish(connection, order, file);
        } catch (SQLException e) {
            throw new IllegalStateException("the price list could not be stored", e);
        } catch (IOException e) {
            throw new UncheckedIOException("the file could not be read to its end", e);
        }
    }

    private Outcome publish(Connection connection, Order order, SentFile file) throws SQLException, IOException {
        Target target = order.target();
        long version = TargetCheck.lock(connection, target.number());
        TargetCheck.requireNotTerminated(connection, target.number(), LocalDate.now(clock));
        PriceListDraft draft = TargetCheck.draft(connection, order.listId(), target);
        Optional<PublishedList> published =
                PriceLists.ofSupplement(connection, draft.cmasNumber(), draft.supplementNumber());
        if (published.isPresent()) {
            var lines = new LinesPublishedBefore(connection, published.get());
            List<WorkbookFile.PassedOver> passedOver = requireSound(order.watch(), file, lines);
            return new Outcome(lines.requireSame(), false, passedOver);
        }
        try (var writer = new PriceListWriter(connection, draft, version, journal, order.actor())) {
            List<WorkbookFile.PassedOver> passedOver = requireSound(order.watch(), file, writer);
            return new Outcome(close(connection, order.actor(), draft, writer.finish()), true, passedOver);
        }
    }

    private static List<WorkbookFile.PassedOver> requireSound(RowWatch watch, SentFile file, PriceListFile.Lines lines)
            throws SQLException, IOException {
        var faults = new RowFaults(watch);
        WorkbookFile.Read read = file.read(faults, lines);
        if (!faults.isEmpty()) {
            throw faults.refusal(read.rows());
        }
        return read.passedOver();
    }

    /** Refuses what no file could change: no such agreement or supplement, or a first day that cannot be. */
    public void requirePossible(Target target) {
        try (Connection connection = dataSource.getConnection()) {
            TargetCheck.requirePossible(connection, target, LocalDate.now(clock));
        } catch (SQLException e) {
            throw new IllegalStateException("the agreement could not be read", e);
        }
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
        events.recordFor(actor, list.cmasNumber(), version, "price-list.published.v1", Published.of(list));
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
