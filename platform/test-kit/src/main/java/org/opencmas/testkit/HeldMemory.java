package org.opencmas.testkit;

import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;

/** What this process cannot do without at the moment: its heap after a collection, and its buffers outside of it. */
public final class HeldMemory {
    private HeldMemory() {}

    /** In bytes. */
    public static long now() {
        System.gc();
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        long buffers = ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
        return heap + buffers;
    }
}
