package org.opencmas.console.frame.meanwhile;

/**
 * Something that became otherwise since the reader of a page opened it.
 *
 * @param label what the page calls it; empty for an event, whose sentence stands in {@code after}
 * @param before what the reader saw; empty where nothing stood there
 * @param after what is there now; empty where nothing is
 */
public record Change(String label, String before, String after) {
    /** Texts that are longer are told by where they differ. */
    private static final int LONG = 300;

    /** So many characters stand around a difference of long texts. */
    private static final int AROUND = 60;

    /** Returns a change whose long texts are cut to where they differ, so that a reader finds it. */
    public static Change of(String label, String before, String after) {
        boolean isLong = before.length() > LONG || after.length() > LONG;
        if (!isLong || before.isEmpty() || after.isEmpty()) {
            return new Change(label, before, after);
        }
        int shorter = Math.min(before.length(), after.length());
        int same = 0;
        while (same < shorter && before.charAt(same) == after.charAt(same)) {
            same++;
        }
        int sameAtEnd = 0;
        while (sameAtEnd < shorter - same
                && before.charAt(before.length() - 1 - sameAtEnd) == after.charAt(after.length() - 1 - sameAtEnd)) {
            sameAtEnd++;
        }
        return new Change(label, around(before, same, sameAtEnd), around(after, same, sameAtEnd));
    }

    /** Returns something that happened, which tells itself. */
    public static Change event(String sentence) {
        return new Change("", "", sentence);
    }

    /** Tells whether it is something that happened, rather than something that reads otherwise. */
    public boolean isEvent() {
        return label.isEmpty();
    }

    private static String around(String text, int same, int sameAtEnd) {
        int from = Math.max(0, same - AROUND);
        int to = Math.min(text.length(), text.length() - sameAtEnd + AROUND);
        return (from > 0 ? "… " : "") + text.substring(from, to) + (to < text.length() ? " …" : "");
    }
}
