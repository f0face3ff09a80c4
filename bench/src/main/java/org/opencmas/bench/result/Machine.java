package org.opencmas.bench.result;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What the figures were taken on. A ratio is only as good as the machine was quiet.
 *
 * @param processors as the JVM sees them
 * @param memoryMegabytes physical memory
 * @param loadAverage runnable processes over the last minute; empty text where the system does not tell
 */
public record Machine(String system, int processors, long memoryMegabytes, String java, String loadAverage) {
    public static Machine now() {
        var os = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new Machine(
                os.getName() + " " + os.getVersion() + " " + os.getArch(),
                os.getAvailableProcessors(),
                os.getTotalMemorySize() / (1024 * 1024),
                System.getProperty("java.vm.vendor") + " " + Runtime.version(),
                load());
    }

    /** The load average of the last minute, to two places. */
    public static String load() {
        BigDecimal load =
                BigDecimal.valueOf(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        return load.signum() < 0 ? "" : load.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }

    /** Resident memory of a process in megabytes; zero where the system does not tell. */
    public static long residentMegabytes(long pid) throws IOException {
        return megabytes(pid, "VmRSS:");
    }

    /** The most resident memory that a process has had, in megabytes; zero where the system does not tell. */
    public static long peakMegabytes(long pid) throws IOException {
        return megabytes(pid, "VmHWM:");
    }

    private static long megabytes(long pid, String which) throws IOException {
        Path status = Path.of("/proc", Long.toString(pid), "status");
        if (!Files.exists(status)) {
            return 0;
        }
        List<String> lines = Files.readAllLines(status);
        return lines.stream()
                        .filter(line -> line.startsWith(which))
                        .map(line -> line.replaceAll("\\D", ""))
                        .mapToLong(Long::parseLong)
                        .findFirst()
                        .orElse(0)
                / 1024;
    }
}
