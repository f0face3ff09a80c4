package org.opencmas.testkit.fault;

import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.util.stream.LongStream;

/** What this process cannot do without at the moment: its heap after a collection, and its buffers outside of it. */
public final class HeldMemory {
    private static final int READINGS = 3;

    private HeldMemory() {}

    /** In bytes: the least of some readings, since what is on its way while one of them is taken is not held. */
    public static long now() {
        return LongStream.generate(HeldMemory::reading).limit(READINGS).min().orElseThrow();
    }

    private static long reading() {
        System.gc();
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        long buffers = ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
        return heap + buffers;
    }
}
