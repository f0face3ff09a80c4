package org.opencmas.compliance.ordercheck.rule;

import java.util.Collection;
import java.util.stream.Collectors;

/** Lists as a sentence says them. */
final class Phrases {
    private Phrases() {}

    /** "3-12-70-2473E or 3-12-70-2473F". */
    static String either(Collection<?> things) {
        return join(things, " or ");
    }

    /** "1 and 2". */
    static String all(Collection<?> things) {
        return join(things, " and ");
    }

    /** "line 4" or "lines 4 and 5". */
    static String lines(Collection<OrderLine> lines) {
        return (lines.size() == 1 ? "line " : "lines ")
                + all(lines.stream().map(OrderLine::lineId).toList());
    }

    private static String join(Collection<?> things, String word) {
        return things.stream().map(Object::toString).collect(Collectors.joining(word));
    }
}
