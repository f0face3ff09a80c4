package org.opencmas.terms;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Says why a text is no CMAS number and what it may have been. All texts here are in upper case with plain dashes. */
final class MisreadNumber {
    private static final Map<Character, Character> DIGIT_FOR_LETTER =
            Map.of('O', '0', 'Q', '0', 'D', '0', 'I', '1', 'L', '1', 'Z', '2', 'S', '5', 'G', '6', 'B', '8');
    private static final Map<Character, String> LETTERS_FOR_DIGIT =
            Map.of('0', "DO", '1', "I", '2', "Z", '5', "S", '6', "G", '8', "B");
    private static final Pattern FEDERAL = Pattern.compile("GS-?\\d{2}[A-Z].*|47Q.*|V\\d{3}.*|36F.*|SIN .*");
    private static final Pattern OTHER_AGREEMENT = Pattern.compile("[0-25-9][- ]+\\d{2}[- ]?\\d{2}[- ]?\\d{2}.*");
    private static final Pattern MORE_GROUPS = Pattern.compile("[34](-\\d+){4,}[A-Z]?");
    private static final Pattern TWO_LETTERS = Pattern.compile("[34][- ]+\\d{2}[- ]*\\d{2}[- ]*\\d{3,4}[- ]*[A-Z]{2,}");
    /** What is printed behind a number to say which of its papers, or which part of an order, is meant. */
    private static final Pattern WORDS_BEHIND = Pattern.compile(
            "[ ,;(]+(SUPPLEMENT|SUPPL?|AMENDMENT|AMEND|AMD|MODIFICATION|MOD|REVISION|REV|OPTION|OPT|SUB)\\b.*");
    /** What stands around a number that was copied from a text, and signs that nobody sees. */
    private static final Pattern SIGNS_AROUND =
            Pattern.compile("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$|[\\p{Cc}\\p{Cf}]+");

    /** Without its dashes and blanks; nine digits or a letter tell it from numbers of other kinds. */
    private static final Pattern UNDIVIDED = Pattern.compile("([34])(\\d{2})(\\d{2})(\\d{4}[A-Z]?|\\d{3}[A-Z])");

    private static final Pattern SHAPE = Pattern.compile("(.[- ]+..[- ]*..[- ]*...)(.?)[- ]*(.?)");

    private MisreadNumber() {}

    static String reason(String text) {
        if (text.isEmpty()) {
            return "The number is empty.";
        }
        if (text.equals("CMAS")) {
            return "The word CMAS stands for the numbers of several agreements and is none itself.";
        }
        if (FEDERAL.matcher(text).matches()) {
            return "This is the number of a federal base contract; the CMAS that stands on it has a number of its own,"
                    + " which begins with 3 or 4.";
        }
        if (text.contains("MASTER")) {
            return "This names a master agreement or masterlist, which is another leveraged procurement agreement and no CMAS.";
        }
        if (OTHER_AGREEMENT.matcher(text).matches()) {
            return "A CMAS number begins with 3 (IT) or 4 (non-IT); one that begins with " + text.charAt(0)
                    + " belongs to another leveraged procurement agreement.";
        }
        if (MORE_GROUPS.matcher(text).matches()) {
            return "A CMAS number has four groups, such as 3-12-70-2473E; this one has more.";
        }
        if (TWO_LETTERS.matcher(text).matches()) {
            return "A CMAS number ends with one letter or with none, such as 3-12-70-2473E; this one ends with more.";
        }
        return "A CMAS number is written as 3-12-70-2473E: 3 or 4, two pairs of digits, three or four digits, and a letter"
                + " where the agreement has one.";
    }

    /**
     * Texts that the sender may have meant; some may be no numbers. They lack the words at the end, the zeros at the
     * beginning and the signs around, are divided anew, or differ only by letters and digits that look alike.
     */
    static List<String> readings(String text) {
        String wide = Normalizer.normalize(text, Normalizer.Form.NFKC);
        String bare = SIGNS_AROUND
                .matcher(WORDS_BEHIND.matcher(wide).replaceFirst(""))
                .replaceAll("");
        String number = bare.replaceFirst("^[0O]+(?=[34])", "");
        List<String> readings = new ArrayList<>();
        readings.add(number);
        readings.addAll(lookAlikes(number));
        var undivided = UNDIVIDED.matcher(number.replaceAll("[- ./_]", ""));
        if (undivided.matches()) {
            readings.add(undivided.replaceFirst("$1-$2-$3-$4"));
        }
        return readings;
    }

    /** Digits where digits belong, and, where the last group has a digit too many, a letter in its place. */
    private static List<String> lookAlikes(String text) {
        var shape = SHAPE.matcher(text);
        if (!shape.matches()) {
            return List.of();
        }
        String digits = digitsFor(shape.group(1) + shape.group(2));
        String last = shape.group(3);
        if (last.isEmpty()) {
            return List.of(digits);
        }
        List<String> readings = new ArrayList<>();
        readings.add(digits + last);
        for (char letter : LETTERS_FOR_DIGIT.getOrDefault(last.charAt(0), "").toCharArray()) {
            readings.add(digits + letter);
        }
        return readings;
    }

    private static String digitsFor(String text) {
        StringBuilder digits = new StringBuilder(text.length());
        for (char sign : text.toCharArray()) {
            digits.append(DIGIT_FOR_LETTER.getOrDefault(sign, sign).charValue());
        }
        return digits.toString();
    }
}
