package org.opencmas.problem.body;

import java.util.List;
import org.opencmas.problem.Fault;

/**
 * A body that checks itself by code instead of by constraints on its fields. Its faults are in the same answer as those of the parts
 * that could not be read, so that a client need not ask twice.
 */
public interface CheckedBody {
    /** What is wrong with the body by itself, for any sender; a part that could not be read is absent from it. */
    List<Fault> faults();
}
