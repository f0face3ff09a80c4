package org.opencmas.compliance.rule.purchaseorder;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.InvalidCmasNumber;
import org.opencmas.terms.Usd;

/** A line of goods on {@link Given#CMAS}: one piece of item A-1 at 100.00 each. */
public final class GivenLine {
    private final String id;
    private String cmas = Given.CMAS.canonical();
    private String item = "A-1";
    private String description = "Item A-1";
    private String unit = "EA";
    private String quantity = "1";
    private String price = "100.00";
    private LineKind kind = LineKind.GOODS;
    private boolean nsp;
    private boolean lumpSum;
    private boolean publicWorks;
    private boolean changed;
    private ServiceCategory category;
    private List<String> supports = List.of();
    private String reason;
    private String location;
    private Coding coding;

    GivenLine(String id) {
        this.id = id;
    }

    public GivenLine on(CmasNumber number) {
        return printed(number.canonical());
    }

    public GivenLine printed(String number) {
        cmas = number;
        return this;
    }

    public GivenLine item(String itemId) {
        item = itemId;
        description = "something";
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

    public GivenLine quantity(String number) {
        quantity = number;
        return this;
    }

    public GivenLine costing(String amount) {
        price = amount;
        return this;
    }

    public GivenLine kind(LineKind of) {
        kind = of;
        return this;
    }

    public GivenLine category(ServiceCategory of) {
        category = of;
        return this;
    }

    public GivenLine nsp(String... supported) {
        nsp = true;
        item = null;
        description = "a cable";
        supports = List.of(supported);
        reason = "connects it";
        return this;
    }

    public GivenLine reason(String text) {
        reason = text;
        return this;
    }

    public GivenLine lumpSum() {
        lumpSum = true;
        return this;
    }

    public GivenLine publicWorks() {
        publicWorks = true;
        kind = LineKind.SERVICES;
        return this;
    }

    public GivenLine location(String text) {
        location = text;
        return this;
    }

    public GivenLine coded(Coding as) {
        coding = as;
        return this;
    }

    /** A line of services of that kind. */
    public GivenLine service(Coding.ServiceKind of) {
        kind = LineKind.SERVICES;
        return coded(new Coding(of, null, null, null, null, null, null));
    }

    public GivenLine changed() {
        changed = true;
        return this;
    }

    OrderLine build(LocalDate orderDate, LocalDate amendmentDate) {
        BigDecimal units = new BigDecimal(quantity);
        Usd unitPrice = Usd.of(price);
        return new OrderLine(
                new OrderLine.Heading(id, read(cmas), cmas, nsp),
                new OrderLine.Item(item, description, unit),
                new OrderLine.Price(units, unitPrice, unitPrice.times(units).roundedHalfUp()),
                new OrderLine.Nature(kind, lumpSum, publicWorks),
                new OrderLine.Support(supports, reason),
                new OrderLine.Terms(location, changed && amendmentDate != null ? amendmentDate : orderDate),
                new OrderLine.Classified(category, coding));
    }

    private static CmasNumber read(String printed) {
        try {
            return printed == null ? null : CmasNumber.parse(printed);
        } catch (InvalidCmasNumber notOne) {
            return null;
        }
    }
}
