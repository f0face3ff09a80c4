package org.opencmas.terms.words;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.opencmas.terms.Identifier;

/**
 * A text as its reader sees it, in plain letters: letters of other alphabets that look like Latin ones, wide and small forms and letters with marks are
 * read as the plain ones, and what leaves no mark is left out. Whoever looks for words finds those too that are only spelled in another way, and
 * learns where they stand in the text as it was written.
 */
public final class SeenText {
    /** Pairs: a letter of the Cyrillic, Greek or Armenian alphabet, or a sign, and the Latin letter that it is drawn like. */
    private static final String PAIRS =
            "\u0430a\u0435e\u043eo\u0440p\u0441c\u0443y\u0445x\u0456i\u0458j\u0455s\u0501d\u051bq\u051dw\u04bbh\u044cb"
                    + "\u0475v\u043dh\u043cm\u0442t\u043ak\u0433r\u0501d\u0432b\u0410A\u0412B\u0415E\u0405S\u0406I\u0408J\u041aK\u041cM\u041dH\u041eO\u0420P\u0421C"
                    + "\u0422T\u0423Y\u0425X\u0500D\u051aQ\u051cW\u0474V\u04c0I\u04cfi\u03b1a\u03b2b\u03b5e\u03b9i\u03bak\u03bdv\u03bfo\u03c1p\u03c4t\u03c5u\u03c7x\u03b3y"
                    + "\u03f2c\u03f3j\u0391A\u0392B\u0395E\u0396Z\u0397H\u0399I\u039aK\u039cM\u039dN\u039fO\u03a1P\u03a4T\u03a5Y\u03a7X\u0585o\u057dU\u0578n\u0581g"
                    + "\u0131i\u0269i\u0261g\u0251a\u0501d\u1d00a\u0299b\u1d04c\u1d05d\u1d07e\u026ai\u0280r\u0455s\u1d1bt\u1d18p\u0274n\u1d0fo\u0493f";

    private static final Map<Integer, Character> LATIN = latin();

    private final String plain;
    private final int[] origins;

    private SeenText(String plain, int[] origins) {
        this.plain = plain;
        this.origins = origins;
    }

    private static Map<Integer, Character> latin() {
        Map<Integer, Character> latin = new HashMap<>();
        for (int i = 0; i < PAIRS.length(); i += 2) {
            latin.put((int) PAIRS.charAt(i), PAIRS.charAt(i + 1));
        }
        return Map.copyOf(latin);
    }

    public static SeenText of(String text) {
        var plain = new StringBuilder(text.length());
        int[] origins = new int[text.length() + 1];
        int at = 0;
        while (at < text.length()) {
            int sign = text.codePointAt(at);
            for (char letter : plain(sign).toCharArray()) {
                if (plain.length() == origins.length) {
                    origins = java.util.Arrays.copyOf(origins, 2 * origins.length);
                }
                origins[plain.length()] = at;
                plain.append(letter);
            }
            at += Character.charCount(sign);
        }
        return new SeenText(plain.toString(), origins);
    }

    /** What is seen of one sign; nothing of one that leaves no mark, or is a mark on the letter before it. */
    private static String plain(int sign) {
        if (sign < 0x80) {
            return String.valueOf((char) sign);
        }
        if (Identifier.isUnseen(sign)) {
            return Character.isWhitespace(sign) || Character.isSpaceChar(sign) ? " " : "";
        }
        var seen = new StringBuilder();
        Normalizer.normalize(Character.toString(sign), Normalizer.Form.NFKD)
                .codePoints()
                .filter(part -> Character.getType(part) != Character.NON_SPACING_MARK)
                .forEach(part -> {
                    Character letter = LATIN.get(part);
                    seen.appendCodePoint(letter == null ? part : letter);
                });
        return seen.toString();
    }

    /** Where the pattern begins to match, as indexes into the text as it was written, from 0. */
    public List<Integer> placesOf(Pattern pattern) {
        return pattern.matcher(plain)
                .results()
                .map(match -> origins[match.start()])
                .toList();
    }
}
