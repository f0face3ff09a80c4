package org.opencmas.order.purchaseorder.document;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.opencmas.orderbody.LineKind;
import org.opencmas.orderbody.OrderLine;
import org.opencmas.orderbody.OrderLine.Heading;
import org.opencmas.orderbody.OrderLine.Item;
import org.opencmas.orderbody.OrderLine.Nature;
import org.opencmas.orderbody.OrderLine.Price;
import org.opencmas.orderbody.OrderLine.Support;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.Usd;

/** A line of goods for tests: one piece of an item of its own, at 100.00. */
public final class GivenLine {
    private final String id;
    private String number = "4-06-78-0031A";
    private @Nullable String itemId;
    private String description;
    private String unit = "each";
    private BigDecimal quantity = BigDecimal.ONE;
    private Usd unitPrice = Usd.of("100.00");
    private LineKind kind = LineKind.GOODS;

    private GivenLine(String id) {
        this.id = id;
        itemId = "I" + id;
        description = "Item " + id;
    }

    public static GivenLine of(String id) {
        return new GivenLine(id);
    }

    public GivenLine on(String cmasNumber) {
        number = cmasNumber;
        return this;
    }

    public GivenLine item(@Nullable String priceListId) {
        itemId = priceListId;
        return this;
    }

    public GivenLine described(String text) {
        description = text;
        return this;
    }

    public GivenLine unit(String text) {
        unit = text;
        return this;
    }

    public GivenLine quantity(BigDecimal units) {
        quantity = units;
        return this;
    }

    public GivenLine costing(String each) {
        return costing(Usd.of(each));
    }

    public GivenLine costing(Usd each) {
        unitPrice = each;
        return this;
    }

    public GivenLine kind(LineKind of) {
        kind = of;
        return this;
    }

    public OrderLine build() {
        return new OrderLine(
                new Heading(id, CmasNumber.parse(number), null, false),
                new Item(itemId, description, null, unit),
                Price.of(quantity, unitPrice),
                Nature.of(kind),
                Support.NONE,
                null,
                null);
    }
}
