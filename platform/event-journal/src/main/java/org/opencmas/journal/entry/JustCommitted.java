package org.opencmas.journal.entry;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Entries that were committed in this process just now, with the positions that they got, for its relay to send without asking the
 * database for them. It only saves a read: what is missing here (another instance's entries, too many, too large ones) leaves a gap
 * in the positions, and from a gap on the relay reads.
 */
@Singleton
public final class JustCommitted {

    private static final int MOST_ENTRIES = 500;
    private static final int LONGEST_PAYLOAD = 50_000;

    private final ConcurrentNavigableMap<Long, NumberedEntry> entries = new ConcurrentSkipListMap<>();
    private volatile boolean wanted;

    /** Whether this process has the relay that works; otherwise nothing need be added. */
    public boolean isWanted() {
        return wanted;
    }

    public void setWanted(boolean wanted) {
        this.wanted = wanted;
        entries.clear();
    }

    /** Takes an entry that is committed, by whichever thread. */
    public void add(NumberedEntry entry) {
        if (entries.size() < MOST_ENTRIES && entry.entry().payload().length() <= LONGEST_PAYLOAD) {
            entries.put(entry.position(), entry);
        }
    }

    /** Takes out those that follow the position without a gap. Those up to the position are needed no more. */
    public List<NumberedEntry> takeAfter(long position) {
        entries.headMap(position, true).clear();
        List<NumberedEntry> next = new ArrayList<>();
        for (NumberedEntry entry = entries.remove(position + 1);
                entry != null;
                entry = entries.remove(entry.position() + 1)) {
            next.add(entry);
        }
        return next;
    }
}
