package org.opencmas.testkit.openapi;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a pattern means the same in ECMAScript with the {@code u} flag, which JSON Schema's patterns are written for, as in Java. Only
 * what both read alike is taken.
 */
final class EcmaPattern {
    private static final Pattern ESCAPE =
            Pattern.compile("\\\\(u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|p\\{[^}]*}|P\\{[^}]*}|.)", Pattern.DOTALL);
    private static final String TAKEN_ESCAPES = "dDwWsSbBnrtfv^$\\.*+?()[]{}|/-";
    private static final Pattern PROPERTY =
            Pattern.compile("[pP]\\{(?:L[ultmo]?|M[nce]?|N[dlo]?|P[cdseifo]?|S[mcko]?|Z[slp]?|C[cfson]?)}");
    private static final Pattern JAVA_ONLY = Pattern.compile("[*+?}]\\+|\\(\\?(?![:=!]|<[=!a-zA-Z])|&&|\\[\\[");

    private EcmaPattern() {}

    /** What ECMAScript would refuse or read otherwise, if anything. */
    static Optional<String> fault(String pattern) {
        Matcher escape = ESCAPE.matcher(pattern);
        while (escape.find()) {
            String escaped = escape.group(1);
            boolean taken = escaped.length() == 1
                    ? TAKEN_ESCAPES.contains(escaped)
                    : escaped.matches("[ux].*") || PROPERTY.matcher(escaped).matches();
            if (!taken) {
                return Optional.of("has \\" + escaped + ", which ECMAScript does not know");
            }
        }
        Matcher construct = JAVA_ONLY.matcher(ESCAPE.matcher(pattern).replaceAll("_"));
        return construct.find()
                ? Optional.of("has " + construct.group() + ", which ECMAScript does not know")
                : Optional.empty();
    }
}
