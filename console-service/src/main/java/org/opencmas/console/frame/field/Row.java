package org.opencmas.console.frame.field;

import java.util.List;
import java.util.stream.IntStream;

/**
 * One row of a list in a form, whose fields are called {@code approvers.0.name} and so on.
 *
 * @param at how its fields' names begin, without the dot behind
 * @param label what the page calls it, counted from 1
 */
public record Row(String at, String label) {
    /** Returns the rows of a list, from 0 without a gap. */
    public static List<Row> of(String list, String label, int count) {
        return IntStream.range(0, count)
                .mapToObj(row -> new Row(list + "." + row, label + " " + (row + 1)))
                .toList();
    }

    /** Returns the whole name of one of its fields. */
    public String field(String name) {
        return at + "." + name;
    }
}
