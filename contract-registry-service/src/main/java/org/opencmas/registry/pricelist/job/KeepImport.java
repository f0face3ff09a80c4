package org.opencmas.registry.pricelist.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.journal.TimeOrderedId;
import org.opencmas.problem.Conflict;
import org.opencmas.problem.NotFound;
import org.opencmas.registry.pricelist.ImportPriceList;
import org.opencmas.registry.pricelist.file.MarkedWorkbook;
import org.opencmas.registry.pricelist.job.PriceListImport.Course;
import org.opencmas.registry.pricelist.job.PriceListImport.End;
import org.opencmas.registry.pricelist.job.PriceListImport.Format;
import org.opencmas.registry.pricelist.job.PriceListImport.Progress;
import org.opencmas.registry.pricelist.job.PriceListImport.Sender;
import org.opencmas.registry.pricelist.job.PriceListImport.SentFile;
import org.opencmas.registry.pricelist.job.PriceListImport.State;
import org.opencmas.terms.CmasNumber;

/**
 * Takes down a file of a price list or corrections of its faulty rows, tells of it, and has it left off.
 *
 * <p>Refuses an unknown agreement or supplement (404), a terminated agreement (409), a first day that cannot be (400), corrections of an import
 * that they cannot mend or whose file is no longer kept (409), or that are not those of its faulty rows (422), and having left off what has
 * ended (409).
 */
@ApplicationScoped
class KeepImport {
    private final PriceListImports imports;
    private final FilePieces pieces;
    private final FaultyRows faultyRows;
    private final ImportPriceList lists;
    private final Clock clock;

    KeepImport(PriceListImports imports, FilePieces pieces, FaultyRows faultyRows, ImportPriceList lists, Clock clock) {
        this.imports = imports;
        this.pieces = pieces;
        this.faultyRows = faultyRows;
        this.lists = lists;
        this.clock = clock;
    }

    /** A file as it came. */
    record NewFile(InputStream bytes, Format format, boolean dryRun) {}

    @Transactional
    PriceListImport take(ImportPriceList.Target target, NewFile file, Sender by) {
        lists.requirePossible(target);
        UUID importId = TimeOrderedId.next();
        FilePieces.Kept kept;
        try {
            kept = pieces.keep(importId, file.bytes());
        } catch (IOException e) {
            throw new UncheckedIOException("the file could not be read to its end", e);
        }
        var sent = new SentFile(importId, null, file.format(), kept.sha256(), kept.byteCount(), null);
        return insert(importId, target, file.dryRun(), sent, by);
    }

    /** Has the file of another import read once more, with those rows in the place of its faulty ones. */
    @Transactional
    PriceListImport correct(UUID ofId, InputStream corrections, Sender by) {
        PriceListImport of = read(ofId);
        if (!of.end().correctable()) {
            throw new Conflict(
                    "price-list-import-not-correctable",
                    of.state() == State.REFUSED
                            ? "What is wrong with the file is not in single rows, or in more of them than are kept: send the whole file again."
                            : "Only an import that was refused for its rows is corrected; this one is " + of.state()
                                    + ".",
                    Map.of("state", of.state().name()));
        }
        Map<FaultyRows.Place, Map<String, String>> all = new HashMap<>(faultyRows.corrections(ofId));
        try {
            all.putAll(CorrectionFile.read(corrections, faultyRows.list(ofId, 0, ImportWatch.MOST_KEPT)));
        } catch (IOException e) {
            throw new UncheckedIOException("the corrections could not be read to their end", e);
        }
        UUID importId = TimeOrderedId.next();
        SentFile file = of.file();
        if (!imports.keepsFile(file.sourceId())) {
            throw new Conflict(
                    "price-list-file-removed",
                    "The file of the import is no longer kept: send the whole file again.",
                    Map.of("fileSha256", file.sha256()));
        }
        var sent = new SentFile(file.sourceId(), ofId, file.format(), file.sha256(), file.byteCount(), null);
        PriceListImport made = insert(importId, of.target(), of.dryRun(), sent, by);
        faultyRows.insertCorrections(importId, all);
        return made;
    }

    private PriceListImport insert(
            UUID importId, ImportPriceList.Target target, boolean dryRun, SentFile sent, Sender by) {
        var made = new PriceListImport(importId, target, dryRun, sent, by, Progress.NONE, Course.NONE, End.NONE);
        imports.insert(made);
        return made;
    }

    PriceListImport read(UUID importId) {
        return imports.find(importId).orElseThrow(() -> new NotFound("price list import", importId));
    }

    List<PriceListImport> list(@Nullable CmasNumber number, @Nullable UUID after, int most) {
        return imports.list(number, after, most);
    }

    List<FaultyRow> faultyRows(UUID importId, int afterNumber, int most) {
        read(importId);
        return faultyRows.list(importId, afterNumber, most);
    }

    /** Gives the faulty rows back, to be corrected. */
    void writeCorrections(UUID importId, OutputStream out) throws IOException {
        CorrectionFile.write(out, after -> faultyRows.list(importId, after, 500));
    }

    /**
     * Gives a sent workbook back with what is wrong beside each row.
     *
     * @return how many faults there are
     */
    int writeMarked(UUID importId, OutputStream out) throws IOException {
        PriceListImport of = read(importId);
        if (!of.file().isWorkbook() || of.file().removedAt() != null) {
            throw new NotFound("workbook of the price list import", importId);
        }
        var watch = new ImportWatch(faultyRows.corrections(importId), ImportWatch.UNNOTED, true);
        try (InputStream bytes = pieces.open(of.file().sourceId())) {
            return MarkedWorkbook.mark(bytes, watch, out);
        } catch (SQLException e) {
            throw new IllegalStateException("reading alone asks no database", e);
        }
    }

    /** Has it left off; nothing of it is published. Waits for nothing but the commit that ends it, should it just be doing so. */
    @Transactional
    PriceListImport cancel(UUID importId, String by) {
        read(importId);
        if (!imports.leave(importId, State.CANCELLED, now(), by, null)) {
            State state = read(importId).state();
            throw new Conflict(
                    "price-list-import-ended",
                    "The import has ended: it is " + state + ".",
                    Map.of("state", state.name()));
        }
        return read(importId);
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
