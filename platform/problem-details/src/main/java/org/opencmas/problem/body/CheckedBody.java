package org.opencmas.problem.body;

import java.time.LocalDate;

/**
 * A body that checks itself by code, instead of or beside constraints on its fields. Its faults are in one answer with those of the parts
 * that could not be read and of its constraints, so that a client need not ask twice. Every body whose operation refuses (400) what a
 * constraint cannot say is one: the operation reads it by the same code.
 */
public interface CheckedBody {
    /**
     * Notes what is wrong with the body by itself, for any sender. Asked only where the request is refused already, so a part that could
     * not be read is absent and one that breaks a constraint is still there: nothing may be taken for given.
     *
     * @param fields takes the faults; of several of one place the first counts, and none beside those found there before
     * @param today in California
     */
    void check(FieldReader fields, LocalDate today);
}
