package org.opencmas.problem.value;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The known name that somebody probably meant. */
public final class NearestName {
    private static final int MAX_LENGTH = 60;

    private NearestName() {}

    /** The known name within a third of its letters of the given one, letter case, hyphens and underscores aside. */
    public static Optional<String> of(String name, Collection<String> known) {
        if (name.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        String plain = plain(name);
        return known.stream()
                .filter(k -> distance(plain, plain(k)) <= Math.max(1, k.length() / 3))
                .min(Comparator.comparingInt(k -> distance(plain, plain(k))));
    }

    /**
     * The nearest known name of a short list, which the answer shows in full beside it. Half of the letters may differ
     * ("status" is "state"), and one name may begin with the other ("contractorName" is "contractor").
     */
    public static Optional<String> ofFew(String name, Collection<String> known) {
        if (name.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        String plain = plain(name);
        Optional<String> begun = known.stream()
                .filter(k -> plain.length() > 2 && (plain.startsWith(plain(k)) || plain(k).startsWith(plain)))
                .max(Comparator.comparingInt(String::length));
        return begun.isPresent()
                ? begun
                : known.stream()
                        .filter(k -> distance(plain, plain(k)) <= Math.max(1, k.length() / 2))
                        .min(Comparator.comparingInt(k -> distance(plain, plain(k))));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "");
    }

    /** Levenshtein's distance: the fewest letters to insert, delete or replace. */
    static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.length()];
    }
}
