package org.opencmas.fees.report.draft;

import java.util.UUID;
import org.opencmas.fees.facts.Cause;
import org.opencmas.fees.report.statement.StatementLine;

/** Which document of an order a line is about. Corrections of the ledger may split one document over several lines. */
public record LineKey(UUID orderId, int documentVersion, Cause cause) {
    public static LineKey of(StatementLine line) {
        return new LineKey(line.orderId(), line.documentVersion(), line.cause());
    }

    public static LineKey of(LineAnswer answer) {
        return new LineKey(answer.orderId(), answer.documentVersion(), answer.cause());
    }
}
