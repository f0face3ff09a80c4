package org.opencmas.console.paying;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.opencmas.console.frame.field.Inputs;

/**
 * A row of a form for one of the order's lines, or for one of its trade-ins. The row says unseen which it is for, since an amendment may have given the order others since the page
 * was shown: what was typed is never read as another line's.
 *
 * @param at how the names of its fields begin, with a dot behind
 * @param of what it is for, as the order has it now
 */
record FormRow<T>(String at, T of) {
    private static final int MOST = 2_000;

    /** The field that says what a row is for. */
    private static final String OF = "of";

    public String field(String name) {
        return at + name;
    }

    /**
     * Returns the rows of a form: those that were sent and still stand, each in its place, then those that the order has besides. Of several that one id names, such as two trade-ins
     * of one description, each has a row of its own, in the order's sequence.
     *
     * @param list how the names of the list's fields begin, such as {@code receipt.lines}
     * @param id by which a row names what it is for
     */
    static <T> List<FormRow<T>> of(Inputs inputs, String list, List<T> now, Function<T, String> id) {
        Map<String, Deque<T>> left = new LinkedHashMap<>();
        now.forEach(each ->
                left.computeIfAbsent(id.apply(each), none -> new ArrayDeque<>()).add(each));
        List<FormRow<T>> rows = new ArrayList<>();
        int sent = inputs.count(row -> list + "." + row + "." + OF, MOST);
        for (int row = 0; row < sent; row++) {
            String at = list + "." + row + ".";
            T of = left.getOrDefault(inputs.value(at + OF), new ArrayDeque<>()).poll();
            if (of != null) {
                rows.add(new FormRow<>(at, of));
            }
        }
        int next = sent;
        for (T each : now) {
            // Of one id the first ones have their rows already, so what is left of it begins with the first that has
            // none.
            Deque<T> ofItsId = left.getOrDefault(id.apply(each), new ArrayDeque<>());
            if (each.equals(ofItsId.peek())) {
                ofItsId.poll();
                rows.add(new FormRow<>(list + "." + next++ + ".", each));
            }
        }
        return rows;
    }

    /** Says of what the order does not have any more, and something was typed for, that it was not read. */
    static <T> void requireAll(Inputs inputs, String list, List<FormRow<T>> rows, List<String> fields, String what) {
        int sent = inputs.count(row -> list + "." + row + "." + OF, MOST);
        for (int row = 0; row < sent; row++) {
            String at = list + "." + row + ".";
            boolean isGone = rows.stream().noneMatch(each -> each.at().equals(at));
            if (isGone
                    && fields.stream()
                            .anyMatch(field -> !inputs.value(at + field).isBlank())) {
                inputs.wrongAsAWhole(
                        "",
                        "The order was amended since the page was shown: it has no " + what + " "
                                + inputs.value(at + OF) + " any more. What you typed for it was left out.");
            }
        }
    }
}
