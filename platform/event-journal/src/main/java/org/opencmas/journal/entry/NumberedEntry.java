package org.opencmas.journal.entry;

/**
 * An entry with its place in the journal.
 *
 * @param position 1, 2, 3 and so on without a gap
 * @param hash the link of the chain that covers this entry and all before it
 */
public record NumberedEntry(long position, ChainHash hash, JournalEntry entry) {

    /** The entry as the next one of a journal that ends with the given position and hash. */
    public static NumberedEntry after(long position, ChainHash hash, JournalEntry entry) {
        return new NumberedEntry(position + 1, hash.next(position + 1, entry), entry);
    }
}
