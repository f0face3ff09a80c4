package org.opencmas.order.orderimport.file;

import java.util.List;
import org.opencmas.problem.Fault;

/**
 * One order of a file, not looked into yet.
 *
 * @param row the first line of the file that tells of it, counted from 1, the header included
 * @param json its body as JSON in UTF-8; empty when there are faults
 * @param faults why no body could be made of its lines; empty as a rule
 */
public record SentOrder(int row, byte[] json, List<Fault> faults) {
    public SentOrder {
        faults = List.copyOf(faults);
    }

    /** Takes the orders of a file, in its order. */
    public interface Sink {
        void take(SentOrder order);
    }
}
