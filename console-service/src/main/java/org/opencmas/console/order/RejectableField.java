package org.opencmas.console.order;

import java.util.ArrayList;
import java.util.List;
import org.opencmas.console.client.Orders;

/**
 * A field that a contractor can say to be wrong, with the value that it should have (Guide section 3, page 9).
 *
 * @param pointer JSON pointer into the order, as the service takes it
 * @param label what the choice reads, with the value that stands there now
 */
record RejectableField(String pointer, String label) {
    private static final int LABEL_LONGEST = 60;

    static List<RejectableField> of(Orders.Order order) {
        var fields = new ArrayList<RejectableField>();
        fields.add(field("/contractNumber", "Contract number", order.contractNumber()));
        String location = order.orderToLocation();
        fields.add(field("/orderToLocation", "Order-to location", location == null ? "none" : location));
        for (int i = 0; i < order.lines().size(); i++) {
            Orders.Line line = order.lines().get(i);
            String at = "/lines/" + i;
            String of = "Line " + line.lineId() + ": ";
            fields.add(field(at + "/cmasNumber", of + "CMAS number", line.cmasNumber()));
            fields.add(field(at + "/itemId", of + "item", line.itemId() == null ? "none" : line.itemId()));
            fields.add(field(at + "/unit", of + "unit", line.unit()));
            fields.add(field(at + "/quantity", of + "quantity", line.quantity().toPlainString()));
            fields.add(
                    field(at + "/unitPrice", of + "unit price", line.unitPrice().toPlainString()));
        }
        return fields;
    }

    private static RejectableField field(String pointer, String name, String now) {
        String shown = now.length() > LABEL_LONGEST ? now.substring(0, LABEL_LONGEST) + " ..." : now;
        return new RejectableField(pointer, name + " (now " + shown + ")");
    }
}
