package org.opencmas.registry.pricelist.row;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.codec.digest.MurmurHash3;
import org.jspecify.annotations.Nullable;
import org.opencmas.terms.Identifier;

/**
 * In which row each item came first. A million items take some 50 MB, however long their ids are: of each only a hash of 128 bits is kept,
 * with which two items out of a million are taken for one once in 10^26 files.
 */
public final class ItemRows {
    private static final int FIRST_CAPACITY = 1 << 10;

    private long[] hashes = new long[2 * FIRST_CAPACITY];
    private int[] rows = new int[FIRST_CAPACITY];
    private short[] sheets = new short[FIRST_CAPACITY];
    private final List<String> names = new ArrayList<>();
    private int count;

    /** Where an item came first. */
    record Place(String sheet, int row) {}

    /** Notes the item's row; gives the place where it came before, null when it comes for the first time. */
    @Nullable
    Place putIfAbsent(String itemId, String sheet, long row) {
        byte[] key = Identifier.keyOf(itemId).getBytes(StandardCharsets.UTF_8);
        long[] hash = MurmurHash3.hash128x64(key, 0, key.length, MurmurHash3.DEFAULT_SEED);
        int at = slot(hashes, rows, hash[0], hash[1]);
        if (rows[at] != 0) {
            return new Place(names.get(sheets[at]), rows[at]);
        }
        hashes[2 * at] = hash[0];
        hashes[2 * at + 1] = hash[1];
        rows[at] = Math.toIntExact(row);
        sheets[at] = (short) numberOf(sheet);
        if (++count * 3L > rows.length * 2L) {
            grow();
        }
        return null;
    }

    private int numberOf(String sheet) {
        if (names.isEmpty() || !names.getLast().equals(sheet)) {
            names.add(sheet);
        }
        return names.size() - 1;
    }

    /** The slot that has the hash, or the free one for it. */
    private static int slot(long[] hashes, int[] rows, long first, long second) {
        int mask = rows.length - 1;
        int at = (int) first & mask;
        while (rows[at] != 0 && (hashes[2 * at] != first || hashes[2 * at + 1] != second)) {
            at = at + 1 & mask;
        }
        return at;
    }

    private void grow() {
        long[] oldHashes = hashes;
        int[] oldRows = rows;
        short[] oldSheets = sheets;
        hashes = new long[2 * oldHashes.length];
        rows = new int[2 * oldRows.length];
        sheets = new short[rows.length];
        for (int i = 0; i < oldRows.length; i++) {
            if (oldRows[i] != 0) {
                int at = slot(hashes, rows, oldHashes[2 * i], oldHashes[2 * i + 1]);
                hashes[2 * at] = oldHashes[2 * i];
                hashes[2 * at + 1] = oldHashes[2 * i + 1];
                rows[at] = oldRows[i];
                sheets[at] = oldSheets[i];
            }
        }
    }
}
