package org.opencmas.compliance.invoicecheck;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.rule.invoice.BilledLine;
import org.opencmas.compliance.rule.invoice.LineType;
import org.opencmas.compliance.rule.invoice.OrderTerms;
import org.opencmas.compliance.rule.invoice.OrderTerms.OrderedTravel;
import org.opencmas.compliance.rule.invoice.Period;
import org.opencmas.terms.Usd;

/** Reads what an invoice check and a payment check have in common: the lines and what the order says. */
public record BillReading(OptionalFields fields) {
    /** @param otherwise the days of lines that name none; null when there are none */
    public @Nullable List<BilledLine> lines(@Nullable List<@Nullable NewBilledLine> sent, @Nullable Period otherwise) {
        if (sent == null) {
            return null;
        }
        List<BilledLine> lines =
                fields.list("/lines", sent, BilledOrder.MAX_LINES, (at, line) -> line(at, line, otherwise));
        return fields.distinct("/lines", "lineId", lines, BilledLine::lineId);
    }

    private BilledLine line(String at, NewBilledLine sent, @Nullable Period otherwise) {
        Period own = fields.period(at, sent.serviceFrom(), sent.serviceThrough());
        Integer before = sent.advancePaymentsBefore();
        if (before != null && (before < 0 || before > 1000)) {
            fields.reader().fault(at + "/advancePaymentsBefore", "must be from 0 through 1000");
        }
        return new BilledLine(
                fields.reader().identifier(at + "/lineId", sent.lineId(), 40),
                fields.needed(at + "/type", sent.type(), LineType.GOODS),
                fields.money(at + "/amount", sent.amount()),
                fields.optionalMoney(at + "/tax", sent.tax()),
                own == null ? otherwise : own,
                fields.reader().optionalIdentifier(at + "/orderLineId", sent.orderLineId(), 40),
                before);
    }

    public OrderTerms order(@Nullable BilledOrder sent) {
        if (sent == null) {
            return OrderTerms.UNKNOWN;
        }
        return new OrderTerms(
                fields.reader().optionalIdentifier("/order/agencyOrderNumber", sent.agencyOrderNumber(), 40),
                fields.reader().optionalDate("/order/orderDate", sent.orderDate()),
                sent.acceptsCalCard(),
                sent.markedCalCard(),
                sent.advancePaymentProvision(),
                sent.includesConsumables(),
                travel(sent));
    }

    private @Nullable List<OrderedTravel> travel(BilledOrder sent) {
        if (sent.travelLines() == null) {
            return null;
        }
        String place = "/order/travelLines";
        List<OrderedTravel> travel = fields.list(place, sent.travelLines(), BilledOrder.MAX_LINES, (at, line) -> {
            Usd before = fields.optionalMoney(at + "/billedBefore", line.billedBefore());
            return new OrderedTravel(
                    fields.reader().identifier(at + "/lineId", line.lineId(), 40),
                    fields.money(at + "/amount", line.amount()),
                    before == null ? Usd.ZERO : before);
        });
        return fields.distinct(place, "lineId", travel, OrderedTravel::lineId);
    }
}
