package org.opencmas.order.purchaseorder.placing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.opencmas.journal.Actor;
import org.opencmas.journal.TimeOrderedId;
import org.opencmas.order.purchaseorder.OrderVersion.Act;
import org.opencmas.order.purchaseorder.PurchaseOrder;
import org.opencmas.order.purchaseorder.document.GivenLine;
import org.opencmas.order.purchaseorder.store.Placement;
import org.opencmas.order.purchaseorder.store.Placement.RequestKey;
import org.opencmas.orderbody.OrderBody;
import org.opencmas.orderbody.OrderBody.Declared;
import org.opencmas.orderbody.OrderBody.PaymentMethod;
import org.opencmas.terms.Usd;

/** Placements for tests of what is written. */
public final class Placements {
    private Placements() {}

    /** An order of one line under the given number, ready to be written. */
    public static Placement of(UUID agency, String number) {
        var line = GivenLine.of("1").costing("5.00").build();
        var content = new OrderBody(
                agency,
                number,
                LocalDate.parse("2026-03-02"),
                UUID.randomUUID(),
                null,
                PaymentMethod.INVOICE,
                Usd.ZERO,
                Usd.ZERO,
                List.of(line),
                null,
                List.of(),
                Declared.NOTHING,
                null,
                null,
                null);
        var act = new Act(Instant.parse("2026-03-02T18:00:00Z"), "buyer", null);
        PurchaseOrder order = PurchaseOrder.place(TimeOrderedId.next(), content, false, act);
        return Placement.of(
                order,
                new RequestKey("caller", UUID.randomUUID().toString(), new byte[32]),
                new Actor("caller", null, null));
    }
}
