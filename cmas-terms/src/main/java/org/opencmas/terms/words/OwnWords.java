package org.opencmas.terms.words;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The words of a document that are its writer's own, and where they stand. */
public final class OwnWords {
    /** Within one paragraph, so that a quotation mark that is never closed hides no more than its paragraph would. */
    private static final Pattern QUOTED =
            Pattern.compile("\"(?:(?!\\n\\s*\\n)[^\"])*\"|\u201c(?:(?!\\n\\s*\\n)[^\u201d])*\u201d");

    private OwnWords() {}

    /** The text with its quotations blanked, of the same length, so that places stay true. */
    public static String of(String text) {
        StringBuilder own = new StringBuilder(text);
        List<MatchResult> quotations =
                new ArrayList<>(QUOTED.matcher(text).results().toList());
        for (MatchResult quotation : quotations) {
            for (int i = quotation.start(); i < quotation.end(); i++) {
                if (own.charAt(i) != '\n') {
                    own.setCharAt(i, ' ');
                }
            }
        }
        return own.toString();
    }

    public static String place(String text, int at) {
        return line(text, at) + ":" + column(text, at);
    }

    public static String inWords(String text, int at) {
        return "line %d, column %d".formatted(line(text, at), column(text, at));
    }

    /** Counted from 1. */
    public static int line(String text, int at) {
        return 1
                + Math.toIntExact(text.substring(0, at)
                        .chars()
                        .filter(character -> character == '\n')
                        .count());
    }

    /** Counted from 1. */
    public static int column(String text, int at) {
        return at - text.lastIndexOf('\n', at - 1);
    }
}
