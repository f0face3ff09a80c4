package org.opencmas.http.body;

import java.util.ArrayDeque;
import java.util.Deque;

/** What a request took and gives back when it is over: turns, memory, files, its key. */
final class HeldByRequest {
    private final Deque<Runnable> releases = new ArrayDeque<>();
    private boolean over;

    /** Adds something to give back; at once, if the request is over already. */
    void add(Runnable release) {
        synchronized (this) {
            if (!over) {
                releases.push(release);
                return;
            }
        }
        release.run();
    }

    /** Gives everything back, the last first. */
    void release() {
        Deque<Runnable> all;
        synchronized (this) {
            over = true;
            all = new ArrayDeque<>(releases);
            releases.clear();
        }
        all.forEach(Runnable::run);
    }
}
