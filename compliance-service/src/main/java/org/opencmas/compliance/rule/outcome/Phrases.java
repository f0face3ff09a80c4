package org.opencmas.compliance.rule.outcome;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Lists as a sentence says them, and values as a finding shows them. */
public final class Phrases {
    private Phrases() {}

    /** "3-12-70-2473E or 3-12-70-2473F". */
    public static String either(Collection<?> things) {
        return join(things, " or ");
    }

    /** "1 and 2". */
    public static String all(Collection<?> things) {
        return join(things, " and ");
    }

    /** "line 4" or "lines 4 and 5". */
    public static String lines(Collection<? extends NamedLine> lines) {
        return lineIds(ids(lines));
    }

    /** "line 4" or "lines 4 and 5". */
    public static String lineIds(Collection<String> lineIds) {
        return (lineIds.size() == 1 ? "line " : "lines ") + all(lineIds);
    }

    /** The ids of lines, in their order. */
    public static List<String> ids(Collection<? extends NamedLine> lines) {
        return lines.stream().map(NamedLine::lineId).toList();
    }

    /** The values with one more, in the order in which they were named. */
    static Map<String, String> and(Map<String, String> values, String name, Object value) {
        Map<String, String> more = new LinkedHashMap<>(values);
        more.put(name, value.toString());
        return Collections.unmodifiableMap(more);
    }

    private static String join(Collection<?> things, String word) {
        return things.stream().map(Object::toString).collect(Collectors.joining(word));
    }
}
