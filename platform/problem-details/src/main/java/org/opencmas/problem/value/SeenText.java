package org.opencmas.problem.value;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Text of which a reader sees every sign: without control characters but the tabulator and line breaks, and without a sign that leaves no mark
 * or turns the order of those around it, since a text with one can say another thing than it shows. Odd blanks and the choices of an emoji's
 * look are taken. It is the one rule for free texts, whichever way they come: as JSON, as a parameter, or in the cell of a file.
 */
public final class SeenText {
    private SeenText() {}

    /** What keeps a text from being shown as it is, as a phrase that can follow its place; empty when nothing does. */
    public static Optional<String> fault(String text) {
        int i = 0;
        while (i < text.length() && text.charAt(i) >= ' ' && text.charAt(i) < 0x7F) {
            i++;
        }
        OptionalInt unseen =
                text.substring(i).codePoints().filter(SeenText::isUnseen).findFirst();
        return unseen.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "must not contain the invisible or control character U+%04X".formatted(unseen.getAsInt()));
    }

    private static boolean isUnseen(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL -> codePoint != '\n' && codePoint != '\r' && codePoint != '\t';
            case Character.FORMAT, Character.SURROGATE -> true;
            default -> isDrawnAsNothing(codePoint);
        };
    }

    private static boolean isDrawnAsNothing(int codePoint) {
        return codePoint == 0x034F
                || codePoint == 0x115F
                || codePoint == 0x1160
                || codePoint == 0x3164
                || codePoint == 0xFFA0;
    }
}
