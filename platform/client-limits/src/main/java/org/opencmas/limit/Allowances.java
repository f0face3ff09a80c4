package org.opencmas.limit;

import java.util.LinkedHashMap;
import java.util.Map;

/** An allowance for each of many; who was met longest ago is forgotten when there are too many. */
public final class Allowances {
    private static final int MOST = 50_000;

    private final int perSecond;
    private final int burst;
    private final Map<String, Allowance> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Allowance> eldest) {
            return size() > MOST;
        }
    };

    /**
     * @param perSecond how many acts a second grow again, at least 1
     * @param burst how many may be done at once after a rest, at least 1
     */
    public Allowances(int perSecond, int burst) {
        this.perSecond = perSecond;
        this.burst = burst;
    }

    /**
     * Takes one act of theirs: returns 0, or, when none is left, the nanoseconds until there is one again.
     *
     * @param now nanoseconds from any beginning, as all later readings
     */
    public long take(String who, long now) {
        return of(who, now).take(now);
    }

    private synchronized Allowance of(String who, long now) {
        return known.computeIfAbsent(who, unmet -> new Allowance(perSecond, burst, now));
    }
}
