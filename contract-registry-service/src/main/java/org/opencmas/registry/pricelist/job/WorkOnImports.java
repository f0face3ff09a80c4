package org.opencmas.registry.pricelist.job;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.opencmas.longwork.LongWork;
import org.opencmas.longwork.Stopping;
import org.opencmas.problem.Refusal;
import org.opencmas.problem.answer.Problem;
import org.opencmas.registry.pricelist.ImportPriceList;
import org.opencmas.registry.pricelist.job.ImportWatch.LeftOff;
import org.opencmas.registry.pricelist.job.PriceListImport.End;
import org.opencmas.registry.pricelist.job.PriceListImport.State;
import org.opencmas.registry.pricelist.row.RowFaults;

/**
 * Works on the files, one after the other. A list is published in one transaction together with the note that its import has ended, so that
 * after a crash it is there whole or not at all, and whoever goes on reads the file from its beginning. A start counts only when it broke
 * off in a way that may come from the file itself; after five of them in a row the import is given up. What passes by itself is waited out
 * with {@link Patience}.
 */
@ApplicationScoped
class WorkOnImports implements LongWork {
    static final int MOST_STARTS = 5;

    private static final int TRANSACTION_SECONDS = 3_600;

    private final PriceListImports imports;
    private final FilePieces pieces;
    private final FaultyRows faultyRows;
    private final ImportPriceList lists;
    private final Clock clock;
    private final Patience patience = new Patience();

    WorkOnImports(
            PriceListImports imports, FilePieces pieces, FaultyRows faultyRows, ImportPriceList lists, Clock clock) {
        this.imports = imports;
        this.pieces = pieces;
        this.faultyRows = faultyRows;
        this.lists = lists;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "price-list-import";
    }

    @Override
    public boolean isWaiting(Connection connection) throws SQLException {
        return PriceListImports.next(connection, patience.waiting(now())).isPresent();
    }

    @Override
    public void goOn(Stopping stopping) {
        boolean goesOn = true;
        while (goesOn && !stopping.isAsked()) {
            Optional<PriceListImport> open = QuarkusTransaction.requiringNew().call(this::begin);
            goesOn = open.isPresent() && work(open.get(), stopping);
        }
    }

    /** Counts the start; one that was begun too often is given up, and the next is begun. */
    private Optional<PriceListImport> begin() {
        Optional<PriceListImport> open = imports.next(patience.waiting(now()));
        while (open.isPresent() && open.get().progress().starts() >= MOST_STARTS) {
            imports.leave(
                    open.get().importId(),
                    State.FAILED,
                    now(),
                    null,
                    "It was begun " + MOST_STARTS + " times and did not come to its end.");
            open = imports.next(patience.waiting(now()));
        }
        open.ifPresent(one -> imports.begin(one.importId(), now()));
        return open;
    }

    /** False when the import could not go on for a reason that passes by itself: then all work pauses for a moment. */
    private boolean work(PriceListImport of, Stopping stopping) {
        try {
            if (!succeeds(of, stopping)) {
                findAllFaults(of, stopping);
            }
            patience.forget(of.importId());
            return true;
        } catch (LeftOff cancelledOrStopping) {
            putOff(of.importId());
            return true;
        } catch (RuntimeException e) {
            Optional<String> inTheWay = Patience.inTheWay(e);
            if (inTheWay.isEmpty()) {
                throw e;
            }
            putOff(of.importId(), inTheWay.get());
            return false;
        }
    }

    /** What does not pass for an hour is no longer waited out. */
    private void putOff(UUID importId, String inTheWay) {
        if (patience.putOff(importId, now())) {
            putOff(importId);
        } else {
            String failure =
                    "It was put off " + Patience.MOST_TIMES + " times in a row, at last since " + inTheWay + '.';
            QuarkusTransaction.requiringNew().run(() -> imports.leave(importId, State.FAILED, now(), null, failure));
            patience.forget(importId);
        }
    }

    private void putOff(UUID importId) {
        QuarkusTransaction.requiringNew().run(() -> imports.putOff(importId));
    }

    /** Publishes or checks the list; false when something is wrong with its file, after which nothing is left of it. */
    private boolean succeeds(PriceListImport of, Stopping stopping) {
        Map<FaultyRows.Place, Map<String, String>> corrections = faultyRows.corrections(of.importId());
        var watch = new ImportWatch(corrections, notes(of, stopping), false);
        var order =
                new ImportPriceList.Order(of.importId(), of.target(), of.by().actor(), watch);
        try {
            if (of.dryRun()) {
                ImportPriceList.Outcome checked = lists.check(order, file(of));
                watch.end();
                end(of, State.CHECKED, new End(null, checked.passedOver(), null, false));
            } else {
                QuarkusTransaction.requiringNew().timeout(TRANSACTION_SECONDS).run(() -> publish(of, order, watch));
            }
            return true;
        } catch (ImportWatch.FirstFault fault) {
            return false;
        } catch (Refusal refusal) {
            if (refusal.slug().equals(ImportPriceList.BEING_CHANGED)) {
                throw refusal;
            }
            if (refusal.slug().equals(RowFaults.REFUSED)) {
                return false;
            }
            end(of, State.REFUSED, new End(null, List.of(), problem(refusal), false));
            return true;
        }
    }

    private void publish(PriceListImport of, ImportPriceList.Order order, ImportWatch watch) {
        ImportPriceList.Outcome outcome = lists.publish(order, file(of));
        watch.end();
        if (!imports.end(
                of.importId(),
                State.PUBLISHED,
                now(),
                new End(outcome.list().id(), outcome.passedOver(), null, false))) {
            throw new LeftOff();
        }
    }

    /** Reads the file to its end and keeps all that is wrong with it, in one transaction. */
    private void findAllFaults(PriceListImport of, Stopping stopping) {
        var watch = new ImportWatch(faultyRows.corrections(of.importId()), notes(of, stopping), true);
        QuarkusTransaction.requiringNew().timeout(TRANSACTION_SECONDS).run(() -> {
            var faults = new RowFaults(watch);
            long rows = read(of, faults);
            watch.end();
            boolean correctable = faults.ofFile().isEmpty() && watch.keptAll();
            String problem = problem(faults.refusal(rows));
            if (!imports.end(of.importId(), State.REFUSED, now(), new End(null, List.of(), problem, correctable))) {
                throw new LeftOff();
            }
        });
    }

    private long read(PriceListImport of, RowFaults faults) {
        try {
            return file(of).read(faults, line -> {}).rows();
        } catch (IOException e) {
            throw new UncheckedIOException("the file could not be read to its end", e);
        } catch (SQLException e) {
            throw new IllegalStateException("reading alone asks no database", e);
        }
    }

    private ImportPriceList.SentFile file(PriceListImport of) {
        return new ImportPriceList.SentFile(
                pieces.open(of.file().sourceId()), of.file().isWorkbook());
    }

    private void end(PriceListImport of, State state, End end) {
        QuarkusTransaction.requiringNew().run(() -> imports.end(of.importId(), state, now(), end));
    }

    private static String problem(Refusal refusal) {
        return FaultyRows.write(Problem.of(refusal));
    }

    /** Progress is noted beside the transaction, so that others see it; the faulty rows are kept within it. */
    private ImportWatch.Notes notes(PriceListImport of, Stopping stopping) {
        return new ImportWatch.Notes() {
            @Override
            public void progress(long rows, long wrong) {
                boolean goesOn =
                        QuarkusTransaction.requiringNew().call(() -> imports.advance(of.importId(), rows, wrong));
                if (!goesOn || stopping.isAsked()) {
                    throw new LeftOff();
                }
            }

            @Override
            public void faulty(List<FaultyRow> rows) {
                faultyRows.insert(of.importId(), rows);
            }
        };
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
