package org.opencmas.fees.letter;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts what concerns a contractor into the text of a letter: {@code {{contractorName}}}, {@code {{items}}}, {@code {{oldestOn}}}, {@code
 * {{amount}}}, {@code {{list}}} and {@code {{day}}}. What is put in is never read for fields again.
 */
final class MergeFields {
    static final Set<String> NAMES = Set.of("contractorName", "items", "oldestOn", "amount", "list", "day");
    private static final Pattern FIELD = Pattern.compile("\\{\\{([^{}]{0,40})}}");

    private MergeFields() {}

    /** The fields of a text that no letter has, in the order of the alphabet. */
    static Set<String> unknown(String text) {
        Set<String> unknown = new TreeSet<>();
        Matcher field = FIELD.matcher(text);
        while (field.find()) {
            if (!NAMES.contains(field.group(1))) {
                unknown.add(field.group(1));
            }
        }
        return unknown;
    }

    static String merged(String text, Map<String, String> values) {
        return FIELD.matcher(text)
                .replaceAll(field -> Matcher.quoteReplacement(values.getOrDefault(field.group(1), field.group())));
    }
}
