package org.opencmas.problem;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a request.
 *
 * @param pointer JSON pointer into the request body such as {@code /lines/2/quantity}, the empty string for the whole
 *     body; or, without a leading slash, the name of a query parameter, path parameter or header
 * @param detail what is wrong, for a person, as a phrase that can follow the place ("must be greater than 0")
 * @param remedy what would put it right, or null when there is nothing to say beyond the detail
 */
public record Fault(String pointer, String detail, @Nullable String remedy) {

    /** A fault without a remedy of its own. */
    public Fault(String pointer, String detail) {
        this(pointer, detail, null);
    }
}
