package org.opencmas.fees.ledger.declared;

import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.opencmas.terms.Identifier;

/**
 * How two order numbers are alike that are not the same as they are compared everywhere ({@link Identifier#keyOf}). Pure. Alone it says
 * little: an agency numbers its orders one after the other, so it is asked only of orders of one agency, one day and one amount.
 *
 * @param why for a person
 */
public record NumberLikeness(Sureness sureness, String why) {
    /** Numbers shorter than this many letters and digits are not compared sign by sign: too many differ in one. */
    private static final int SHORTEST_TYPED = 4;

    /** How sure it is that both name one order. */
    @Schema(name = "LookAlikeSureness")
    public enum Sureness {
        /** Letters and digits are the same. */
        SURE,
        /** What differs is a prefix, or letters and digits that look alike. */
        LIKELY,
        /** One sign differs, or two have changed places: it may as well be the next order. */
        POSSIBLE
    }

    /** Empty where they are the same number or not alike. */
    public static Optional<NumberLikeness> of(String reported, String known) {
        String one = Identifier.keyOf(reported);
        String other = Identifier.keyOf(known);
        if (one.equals(other)) {
            return Optional.empty();
        }
        String signs = signs(one);
        String knownSigns = signs(other);
        if (signs.isEmpty() || knownSigns.isEmpty()) {
            return Optional.empty();
        }
        if (signs.equals(knownSigns)) {
            return alike(
                    Sureness.SURE, "only blanks, signs between letters and digits, or zeros in front of digits differ");
        }
        if (withoutPrefix(signs).equals(withoutPrefix(knownSigns))) {
            return alike(Sureness.LIKELY, "one has PO in front of it");
        }
        if (asRead(signs).equals(asRead(knownSigns))) {
            return alike(Sureness.LIKELY, "only letters and digits that look alike differ, such as O and 0");
        }
        return isTypedOnce(signs, knownSigns)
                ? alike(Sureness.POSSIBLE, "one letter or digit differs, or two have changed places")
                : Optional.empty();
    }

    private static Optional<NumberLikeness> alike(Sureness sureness, String why) {
        return Optional.of(new NumberLikeness(sureness, why));
    }

    /** Letters and digits, without zeros in front of a run of digits. */
    private static String signs(String key) {
        return key.replaceAll("[^\\p{L}\\p{N}]+", " ")
                .replaceAll("(?<!\\p{N})0+(?=\\p{N})", "")
                .replace(" ", "");
    }

    private static String withoutPrefix(String signs) {
        return signs.startsWith("po") && signs.length() > 2 ? signs.substring(2) : signs;
    }

    private static String asRead(String signs) {
        return signs.replace('o', '0')
                .replace('i', '1')
                .replace('l', '1')
                .replace('z', '2')
                .replace('s', '5')
                .replace('b', '8');
    }

    private static boolean isTypedOnce(String one, String other) {
        if (Math.min(one.length(), other.length()) < SHORTEST_TYPED || Math.abs(one.length() - other.length()) > 1) {
            return false;
        }
        int front = 0;
        while (front < Math.min(one.length(), other.length()) && one.charAt(front) == other.charAt(front)) {
            front++;
        }
        String rest = one.substring(front);
        String otherRest = other.substring(front);
        if (rest.length() != otherRest.length()) {
            return rest.length() > otherRest.length()
                    ? rest.substring(1).equals(otherRest)
                    : otherRest.substring(1).equals(rest);
        }
        return rest.substring(1).equals(otherRest.substring(1))
                || rest.length() > 1
                        && rest.charAt(0) == otherRest.charAt(1)
                        && rest.charAt(1) == otherRest.charAt(0)
                        && rest.substring(2).equals(otherRest.substring(2));
    }
}
