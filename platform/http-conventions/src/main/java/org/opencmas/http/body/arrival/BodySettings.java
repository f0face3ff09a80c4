package org.opencmas.http.body.arrival;

import java.time.Duration;

/**
 * How bodies are taken in. Sizes are in bytes and inclusive; every limit holds for one process.
 *
 * @param memory for bodies that are read in memory
 * @param files for CSV, spreadsheets, PDF, ZIP and unnamed bytes, which are read from disk
 * @param turnPatience how long a request that is wholly there waits for its turn
 * @param slowPatience how long a body may be slower than the least speed, or silent
 * @param leastBytesPerSecond what has to have arrived for every second since the start, once the patience is over
 * @param refusedPatience how long the rest of a body that was refused is still read, and dropped, so that its sender sees the
 *     answer
 */
public record BodySettings(
        Kind memory,
        Kind files,
        Duration turnPatience,
        Duration slowPatience,
        long leastBytesPerSecond,
        Duration refusedPatience) {

    /**
     * Limits of one kind of body.
     *
     * @param maxBytes of one body
     * @param maxBytesTogether of all from their first byte to their answer, of one caller's half of it
     * @param atOnce how many are worked on at once, of one caller's half of it; bodies in memory below 16 kB do not count
     * @param deadline when a body has to be whole, from its start
     */
    public record Kind(long maxBytes, long maxBytesTogether, int atOnce, Duration deadline) {}
}
