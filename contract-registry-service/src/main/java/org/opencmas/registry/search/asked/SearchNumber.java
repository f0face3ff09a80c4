package org.opencmas.registry.search.asked;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.opencmas.problem.Fault;
import org.opencmas.problem.InvalidRequest;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.InvalidCmasNumber;

/** A contract number as it is looked for: letters and digits alone, since printings differ in what stands between them. */
public final class SearchNumber {
    private static final int LEAST_CHARACTERS = 3;

    private SearchNumber() {}

    /**
     * A whole number as it is kept, without hyphens; a part of one as it was sent.
     *
     * @throws InvalidRequest (400) with fewer than three letters and digits, which nearly every number holds
     */
    public static @Nullable String of(@Nullable String sent) {
        if (sent == null) {
            return null;
        }
        String signs = signs(sent);
        if (signs.length() < LEAST_CHARACTERS) {
            throw new InvalidRequest(
                    new Fault("number", "is too short to search for", "Give three letters or digits of the number."));
        }
        try {
            return signs(CmasNumber.parse(sent).canonical());
        } catch (InvalidCmasNumber part) {
            return signs;
        }
    }

    private static String signs(String text) {
        return text.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", "");
    }
}
