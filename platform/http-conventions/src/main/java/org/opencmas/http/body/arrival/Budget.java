package org.opencmas.http.body.arrival;

import java.util.HashMap;
import java.util.Map;

/**
 * Bytes that all requests together may hold of something, and one caller at most half of it, so that no caller can take it
 * from all others.
 */
public final class Budget {
    private final long mostBytes;
    private final Map<String, Long> heldByCaller = new HashMap<>();
    private long heldBytes;

    /** @param mostBytes held by all together, inclusive */
    public Budget(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** What one request holds. Released once, however often that is asked for. */
    final class Share {
        private final String caller;
        private long bytes;
        private boolean released;

        private Share(String caller) {
            this.caller = caller;
        }

        /** Takes more; false, and nothing taken, when that would be more than there is. */
        boolean grow(long more) {
            synchronized (Budget.this) {
                long ofCaller = heldByCaller.getOrDefault(caller, 0L) + more;
                if (released || heldBytes + more > mostBytes || ofCaller > mostBytes / 2) {
                    return false;
                }
                heldBytes += more;
                bytes += more;
                heldByCaller.put(caller, ofCaller);
                return true;
            }
        }

        public void release() {
            synchronized (Budget.this) {
                released = true;
                heldBytes -= bytes;
                long gone = bytes;
                bytes = 0;
                heldByCaller.computeIfPresent(caller, (name, held) -> held > gone ? held - gone : null);
            }
        }
    }

    /** A share of nothing yet. */
    public Share shareOf(String caller) {
        return new Share(caller);
    }

    synchronized long heldBytes() {
        return heldBytes;
    }
}
