package org.opencmas.problem.parameter;

import java.util.Map;
import org.opencmas.problem.body.FieldReader;

/** Checks parameters of an operation by the code that the operation reads them with; see {@link CheckedBy}. */
public interface ParameterCheck {
    /**
     * Notes what is wrong with them.
     *
     * @param fields takes the faults, by the names of the parameters
     * @param sent what was sent, without what is at fault by its type or its number
     */
    default void check(FieldReader fields, SentParameters sent) {}

    /**
     * Notes what the operation itself refuses in another way than with {@code invalid-request}; asked only where the request is refused
     * for something else.
     */
    default void checkBeside(FieldReader fields, SentParameters sent) {}

    /** What a value must be, by the parameter's name, where the type and the constraints of the parameter say less. */
    default Map<String, String> expectations() {
        return Map.of();
    }
}
