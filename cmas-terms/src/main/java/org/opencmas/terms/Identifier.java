package org.opencmas.terms;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * A text that a person gave to one thing to tell it from others: an order number, the code or the name of an agency, the
 * legal name of a contractor, an item id.
 *
 * <p>Its {@linkplain #text() text} is kept without blanks at its ends and in Unicode's form NFC. Two texts that look the same
 * are the same: letter case and repeated blanks do not count when {@linkplain #key() keys} are compared. Invisible characters
 * (controls, format characters, every blank but the plain one) are refused and not dropped, because the sender did not mean what
 * a reader sees.
 */
public final class Identifier {
    private final String text;
    private final String key;

    private Identifier(String text) {
        this.text = text;
        this.key = keyOf(text);
    }

    /**
     * Reads a text as it was sent.
     *
     * @throws IllegalArgumentException with the {@linkplain #fault fault} as its message
     */
    @JsonCreator
    public static Identifier of(String raw) {
        fault(raw).ifPresent(fault -> {
            throw new IllegalArgumentException(fault);
        });
        return new Identifier(cleaned(raw));
    }

    /** What keeps a text from being an identifier, as a phrase that can follow its place; empty when nothing does. */
    public static Optional<String> fault(String raw) {
        if (isPlain(raw)) {
            return raw.isBlank() ? Optional.of("must not be blank") : Optional.empty();
        }
        Optional<String> unseen = raw.codePoints()
                .filter(Identifier::isUnseen)
                .mapToObj("must not contain the invisible or control character U+%04X"::formatted)
                .findFirst();
        return unseen.isEmpty() && cleaned(raw).isEmpty() ? Optional.of("must not be blank") : unseen;
    }

    /** Whether a text of any kind shows nothing: it is empty, or holds only blanks and characters that leave no mark. */
    public static boolean isBlank(String raw) {
        return raw.codePoints().allMatch(c -> c == ' ' || isUnseen(c));
    }

    /**
     * The key of any text, also of one that was stored before unseen characters were refused: in it an odd blank counts as a
     * blank, and any other unseen character as nothing.
     */
    public static String keyOf(String raw) {
        if (isPlain(raw)) {
            String once = raw.strip();
            return (once.contains("  ") ? once.replaceAll(" {2,}", " ") : once).toLowerCase(Locale.ROOT);
        }
        StringBuilder seen = new StringBuilder(raw.length());
        raw.codePoints().forEach(c -> append(seen, c));
        String blanksOnce = cleaned(seen.toString()).replaceAll(" {2,}", " ");
        StringBuilder key = new StringBuilder(blanksOnce.length());
        blanksOnce
                .codePoints()
                .map(Character::toUpperCase)
                .map(Character::toLowerCase)
                .forEach(key::appendCodePoint);
        return Normalizer.normalize(key, Normalizer.Form.NFC);
    }

    /** Whether all signs are printable ones of ASCII, as those of nearly all ids are: of these nothing is invisible or can be composed. */
    private static boolean isPlain(String raw) {
        for (int i = 0; i < raw.length(); i++) {
            char sign = raw.charAt(i);
            if (sign < ' ' || sign > '~') {
                return false;
            }
        }
        return true;
    }

    private static void append(StringBuilder seen, int c) {
        if (!isUnseen(c)) {
            seen.appendCodePoint(c);
        } else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
            seen.append(' ');
        }
    }

    private static String cleaned(String raw) {
        String text = Normalizer.normalize(raw, Normalizer.Form.NFC);
        int from = 0;
        int to = text.length();
        while (from < to && text.charAt(from) == ' ') {
            from++;
        }
        while (to > from && text.charAt(to - 1) == ' ') {
            to--;
        }
        return text.substring(from, to);
    }

    /** True for a character that leaves no mark of its own, the plain blank excepted. */
    public static boolean isUnseen(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE -> true;
            case Character.SPACE_SEPARATOR -> c != ' ';
            default -> isDrawnAsNothing(c);
        };
    }

    /** Letters, marks and symbols that Unicode has drawn as nothing: joiners, selectors of variants, fillers, the empty Braille cell. */
    private static boolean isDrawnAsNothing(int c) {
        return c == 0x034F
                || c == 0x115F
                || c == 0x1160
                || c == 0x17B4
                || c == 0x17B5
                || c >= 0x180B && c <= 0x180F
                || c == 0x2800
                || c == 0x3164
                || c >= 0xFE00 && c <= 0xFE0F
                || c == 0xFFA0
                || c >= 0xE0100 && c <= 0xE01EF;
    }

    /** The text to keep and to show: as it was given, without blanks at its ends, in NFC. Never blank. */
    @JsonValue
    public String text() {
        return text;
    }

    /** What tells one identifier from another: two texts with the same key name the same thing. */
    public String key() {
        return key;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Identifier that && key.equals(that.key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
