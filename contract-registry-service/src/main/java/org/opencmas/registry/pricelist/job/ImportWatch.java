package org.opencmas.registry.pricelist.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.opencmas.problem.Fault;
import org.opencmas.registry.pricelist.row.RowWatch;

/**
 * Follows one reading of a file and tells how far it is. It ends the reading at the first faulty row, or keeps every faulty row when the file
 * is read to find all that is wrong with it.
 */
final class ImportWatch implements RowWatch {
    /** Most faulty rows that are kept, inclusive; all are counted. */
    static final int MOST_KEPT = 20_000;

    private static final int NOTED_EVERY = 5_000;
    private static final int KEPT_TOGETHER = 500;

    private final Map<FaultyRows.Place, Map<String, String>> corrections;
    private final Notes notes;
    private final boolean findingAll;
    private final List<FaultyRow> open = new ArrayList<>();
    private int kept;
    private long rows;
    private long wrong;

    /**
     * @param corrections rows that are read in the place of those of the file
     * @param findingAll false to end at the first faulty row
     */
    ImportWatch(Map<FaultyRows.Place, Map<String, String>> corrections, Notes notes, boolean findingAll) {
        this.corrections = corrections;
        this.notes = notes;
        this.findingAll = findingAll;
    }

    /** Where is written what is seen. */
    interface Notes {
        /** @throws LeftOff when the import is no longer to go on */
        void progress(long rows, long wrong);

        void faulty(List<FaultyRow> rows);
    }

    /** For a reading of which nothing is kept. */
    static final Notes UNNOTED = new Notes() {
        @Override
        public void progress(long rows, long wrong) {
            // Nobody waits for it.
        }

        @Override
        public void faulty(List<FaultyRow> rows) {
            // They are kept from before.
        }
    };

    /** Ends the reading: a row is faulty, so that nothing will be published. */
    static final class FirstFault extends RuntimeException {
        private static final long serialVersionUID = 1;

        FirstFault() {
            super("a row is faulty", null, false, false);
        }
    }

    /** Ends the reading: the import was cancelled, or the service stops. */
    static final class LeftOff extends RuntimeException {
        private static final long serialVersionUID = 1;

        LeftOff() {
            super("the import is left off", null, false, false);
        }
    }

    @Override
    public @Nullable Map<String, String> corrected(String sheet, long row) {
        return corrections.isEmpty() ? null : corrections.get(new FaultyRows.Place(sheet, row));
    }

    @Override
    public void read(String sheet, long row, Supplier<Map<String, String>> cells, List<Fault> faults) {
        rows++;
        if (!faults.isEmpty()) {
            if (!findingAll) {
                throw new FirstFault();
            }
            wrong++;
            keep(sheet, row, cells.get(), faults);
        }
        if (rows % NOTED_EVERY == 0) {
            notes.progress(rows, wrong);
        }
    }

    private void keep(String sheet, long row, Map<String, String> cells, List<Fault> faults) {
        if (kept < MOST_KEPT) {
            open.add(new FaultyRow(++kept, sheet, row, cells, faults));
            if (open.size() == KEPT_TOGETHER) {
                sendOpen();
            }
        }
    }

    private void sendOpen() {
        notes.faulty(List.copyOf(open));
        open.clear();
    }

    /** Tells what is left; to be called once the file was read to its end. */
    void end() {
        sendOpen();
        notes.progress(rows, wrong);
    }

    /** Whether every row in which something is wrong was kept, and at least one was. */
    boolean keptAll() {
        return kept > 0 && kept == wrong;
    }
}
