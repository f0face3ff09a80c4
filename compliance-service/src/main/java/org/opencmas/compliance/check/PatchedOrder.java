package org.opencmas.compliance.check;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.fix.PatchOperation;
import org.opencmas.compliance.fix.SentBody;
import org.opencmas.compliance.rule.judging.Judgement;
import org.opencmas.compliance.rule.purchaseorder.Order;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.ruleset.RuleSet;
import org.opencmas.orderbody.NewOrder.NewLine;
import org.opencmas.orderbody.OrderSender;

/**
 * A sent body that fixes are tried on: patched as the agency's system would patch it, and read again by the one reader.
 *
 * @param facts of the body as it was sent
 * @param asPlaced the order as of the day that was asked for, with what it leaves to the record of its request for offer
 */
record PatchedOrder(
        OrderToCheck body, OrderSender sender, UnaryOperator<Order> asPlaced, OrderFacts facts, RuleSet rules)
        implements SentBody {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public boolean hasAmount(int place) {
        List<@Nullable NewLine> lines = body.lines();
        NewLine line = lines == null ? null : lines.get(place);
        return line != null && line.amount() != null;
    }

    @Override
    public boolean hasSubOrders() {
        return body.subOrders() != null;
    }

    @Override
    public OrderFacts patched(List<PatchOperation> patch) {
        ObjectNode tree = JSON.valueToTree(body);
        for (PatchOperation operation : patch) {
            apply(operation, tree);
        }
        try {
            OrderToCheck mended = JSON.treeToValue(tree, OrderToCheck.class);
            return facts.withOrder(asPlaced.apply(OrderReading.read(mended, sender)));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a body that was read is read again", impossible);
        }
    }

    private static void apply(PatchOperation operation, ObjectNode tree) {
        JsonPointer path = JsonPointer.compile(operation.path());
        if (!(tree.at(path.head()) instanceof ObjectNode parent)) {
            throw new IllegalStateException(operation.path() + " is not in the body");
        }
        String field = path.last().getMatchingProperty();
        if (operation.op().equals("remove")) {
            parent.remove(field);
        } else {
            parent.put(field, operation.value());
        }
    }

    @Override
    public Judgement judge(OrderFacts mended) {
        return rules.judge(mended);
    }
}
