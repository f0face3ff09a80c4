package org.opencmas.compliance.copy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What was read of a table that hardly ever changes, kept in memory for as long as the table is known not to have changed.
 *
 * <p>Why it says what the database says, whichever instance of the service made a change:
 *
 * <ul>
 *   <li>Triggers give {@code copy_state} a new random version in the transaction of every change, so a change and its version become
 *       visible together, and writers wait for each other until they commit. A version therefore stands for one state of the tables.
 *   <li>The caller has read the version in its own transaction first ({@link CopyState}), and is answered only from what was read
 *       under that very version; under another one everything is read again.
 *   <li>A change committed between reading the version and reading the table is kept under the version before it: newer than its
 *       label, never older. Only a caller who read the version before that commit is still answered with it, as the table itself would
 *       answer; all others see the new version.
 *   <li>What a transaction reads of its own uncommitted changes is kept under the version that those made. Others see that version only
 *       once it is committed; if it is rolled back, it never comes again, because versions are random.
 * </ul>
 *
 * <p>What the table does not have is not kept as missing. Any number of threads may ask.
 */
public final class VersionedCache<K, V> {
    private static final int MOST_VALUES = 10_000;

    private final AtomicReference<Reading<K, V>> latest = new AtomicReference<>(new Reading<>(null));

    /** Reads those of the keys that the database has. */
    public interface Source<K, V> {
        Map<K, V> read(Collection<K> keys) throws SQLException;
    }

    /** What was read under a version; null before anything was. */
    private record Reading<K, V>(@Nullable UUID version, Map<K, V> values) {
        Reading(@Nullable UUID version) {
            this(version, new ConcurrentHashMap<>());
        }

        /** All is dropped rather than some chosen when it becomes too much: it is soon read again. */
        boolean servesFor(UUID wanted) {
            return wanted.equals(version) && values.size() <= MOST_VALUES;
        }
    }

    /**
     * The values of those keys that the database has.
     *
     * @param version of the copies, read in the caller's transaction before this call
     * @param source asked for what is not kept under that version, and only if there is any
     */
    public Map<K, V> get(UUID version, Collection<K> keys, Source<K, V> source) throws SQLException {
        Map<K, V> kept = latest.updateAndGet(reading -> reading.servesFor(version) ? reading : new Reading<>(version))
                .values();
        Map<K, V> found = new HashMap<>();
        List<K> unread = new ArrayList<>();
        for (K key : keys) {
            V value = kept.get(key);
            if (value == null) {
                unread.add(key);
            } else {
                found.put(key, value);
            }
        }
        if (!unread.isEmpty()) {
            source.read(unread).forEach((key, value) -> {
                found.put(key, value);
                kept.put(key, value);
            });
        }
        return found;
    }
}
