package org.opencmas.fees.report;

import java.util.UUID;
import org.opencmas.fees.facts.Cause;

/** Which document of an order a line is about. Corrections of the ledger may split one document over several lines. */
record LineKey(UUID orderId, int documentVersion, Cause cause) {
    static LineKey of(StatementLine line) {
        return new LineKey(line.orderId(), line.documentVersion(), line.cause());
    }

    static LineKey of(LineAnswer answer) {
        return new LineKey(answer.orderId(), answer.documentVersion(), answer.cause());
    }
}
