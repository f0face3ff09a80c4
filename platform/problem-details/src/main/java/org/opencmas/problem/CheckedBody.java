package org.opencmas.problem;

import java.util.List;

/**
 * A body that is judged by code of its own instead of by constraints on its fields. When parts of it cannot be read at all, what it says
 * of the rest is told in the same answer, so that a client need not ask twice.
 */
public interface CheckedBody {
    /** What is wrong with the body by itself, whoever sends it; a part that could not be read is absent from it. */
    List<Fault> faults();
}
