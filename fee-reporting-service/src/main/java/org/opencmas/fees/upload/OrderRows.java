package org.opencmas.fees.upload;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.commons.codec.digest.MurmurHash3;

/**
 * In which row each order came first. 250,000 orders take some 13 MB, however long their names are: of each only a hash of 128 bits is
 * kept, with which two orders of a file are taken for one once in 10^28 files.
 */
final class OrderRows {
    /** No row: it comes for the first time. */
    static final long NONE = -1;

    private static final int FIRST_CAPACITY = 1 << 8;

    private long[] hashes = new long[2 * FIRST_CAPACITY];
    private long[] rows = free(FIRST_CAPACITY);
    private int count;

    private static long[] free(int capacity) {
        long[] rows = new long[capacity];
        Arrays.fill(rows, NONE);
        return rows;
    }

    /** Notes the order's row, from 0; gives the row where it came before, {@link #NONE} when it comes for the first time. */
    long putIfAbsent(String order, long row) {
        byte[] key = order.getBytes(StandardCharsets.UTF_8);
        long[] hash = MurmurHash3.hash128x64(key, 0, key.length, MurmurHash3.DEFAULT_SEED);
        int at = slot(hash[0], hash[1]);
        if (rows[at] != NONE) {
            return rows[at];
        }
        put(at, hash[0], hash[1], row);
        if (++count * 3L > rows.length * 2L) {
            grow();
        }
        return NONE;
    }

    /** The slot that has the hash, or the free one for it. */
    private int slot(long first, long second) {
        int mask = rows.length - 1;
        int at = (int) first & mask;
        while (rows[at] != NONE && (hashes[2 * at] != first || hashes[2 * at + 1] != second)) {
            at = at + 1 & mask;
        }
        return at;
    }

    private void put(int at, long first, long second, long row) {
        hashes[2 * at] = first;
        hashes[2 * at + 1] = second;
        rows[at] = row;
    }

    private void grow() {
        long[] oldHashes = hashes;
        long[] oldRows = rows;
        hashes = new long[2 * oldHashes.length];
        rows = free(2 * oldRows.length);
        for (int i = 0; i < oldRows.length; i++) {
            if (oldRows[i] != NONE) {
                long first = oldHashes[2 * i];
                long second = oldHashes[2 * i + 1];
                put(slot(first, second), first, second, oldRows[i]);
            }
        }
    }
}
