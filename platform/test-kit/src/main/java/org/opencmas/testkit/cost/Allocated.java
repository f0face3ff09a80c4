package org.opencmas.testkit.cost;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Bytes that were made on the heap, whether they are still held or not: what work costs, the same on every machine but for some tenths. */
public final class Allocated {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Allocated() {}

    /** Work that is measured. */
    @FunctionalInterface
    public interface Work {
        void run() throws Exception;
    }

    /** What this thread makes while it does the work. What is loaded and compiled at the first time counts as well: do it once before. */
    public static long by(Work work) throws Exception {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        work.run();
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }
}
