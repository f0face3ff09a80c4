package org.opencmas.registry.search.asked;

import java.util.regex.Pattern;
import org.opencmas.problem.Fault;
import org.opencmas.problem.InvalidRequest;

/**
 * Words that are looked for in descriptions. A hyphen before a word is no minus: part numbers and sizes begin with one.
 *
 * @param words without hyphens before words
 * @param wordsOnly whether it is found as a word only, since too much is spelled like it: a name made of a letter or two and
 *     signs (C++, C#, .NET), or two digits
 */
public record SearchWords(String words, boolean wordsOnly) {
    private static final int LEAST_CHARACTERS = 3;
    private static final int LEAST_LETTERS = 2;
    private static final Pattern HYPHENS_BEFORE_WORDS = Pattern.compile("(?<![\\p{L}\\p{N}])\\p{Pd}+");
    private static final Pattern OF_SIGNS = Pattern.compile("(?i)C\\+\\+|C#|\\.NET");

    /** @throws InvalidRequest (400) with fewer than three characters or two letters, which would find nearly everything */
    public static SearchWords of(String sent) {
        String words = HYPHENS_BEFORE_WORDS.matcher(sent).replaceAll(" ").strip();
        if (!isEnough(sent)) {
            throw new InvalidRequest(new Fault(
                    "description",
                    "is too short to search for",
                    "Give three characters, two letters or digits among them."));
        }
        return new SearchWords(words, OF_SIGNS.matcher(words).matches() || letters(words) < LEAST_CHARACTERS);
    }

    /** Whether it would not find nearly everything. */
    public static boolean isEnough(String sent) {
        String words = HYPHENS_BEFORE_WORDS.matcher(sent).replaceAll(" ").strip();
        return OF_SIGNS.matcher(words).matches()
                || (sent.strip().length() >= LEAST_CHARACTERS && letters(words) >= LEAST_LETTERS);
    }

    private static long letters(String words) {
        return words.codePoints().filter(Character::isLetterOrDigit).count();
    }
}
