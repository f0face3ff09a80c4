package org.opencmas.http;

import java.util.concurrent.CountDownLatch;

/** Where a note whose text begins with {@value #HELD} waits in the middle of its operation until a test lets it go on. */
public final class NoteGate {
    public static final String HELD = "held";

    private static volatile CountDownLatch open = new CountDownLatch(0);

    private NoteGate() {}

    /** From now on such notes wait. */
    public static void close() {
        open = new CountDownLatch(1);
    }

    /** Those that wait go on, and later ones pass. */
    public static void open() {
        open.countDown();
    }

    static void pass(String text) throws InterruptedException {
        if (text.startsWith(HELD)) {
            open.await();
        }
    }
}
