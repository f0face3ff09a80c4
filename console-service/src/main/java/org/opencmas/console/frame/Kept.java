package org.opencmas.console.frame;

import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Values that are kept in memory for a time, so that they are not asked for or worked out again with every page. Not more than so many: the oldest give way.
 *
 * @param <K> what a value is found by
 * @param <V> what is kept
 */
public final class Kept<K, V> {
    private final int most;
    /** The oldest first. */
    private final Map<K, Entry<V>> entries = new LinkedHashMap<>();

    /** @param most how many values are kept at once; at least 1 */
    public Kept(int most) {
        this.most = most;
    }

    private record Entry<V>(V value, Instant until) {}

    /** Returns a value whose time is not over. */
    public synchronized Optional<V> get(K key, Instant now) {
        return Optional.ofNullable(entries.get(key))
                .filter(entry -> entry.until().isAfter(now))
                .map(Entry::value);
    }

    /**
     * Keeps a value in place of the one that was kept by the key.
     *
     * @param until when its time is over, exclusive; nothing is kept when that is not after now
     */
    public synchronized void put(K key, V value, Instant until, Instant now) {
        entries.remove(key);
        entries.values().removeIf(entry -> !entry.until().isAfter(now));
        if (!until.isAfter(now)) {
            return;
        }
        Iterator<K> oldest = entries.keySet().iterator();
        while (entries.size() >= most) {
            oldest.next();
            oldest.remove();
        }
        entries.put(key, new Entry<>(value, until));
    }

    /** Keeps a value no longer. */
    public synchronized void remove(K key) {
        entries.remove(key);
    }
}
