package org.opencmas.order.preview;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.order.preview.SemanticChange.Kind;
import org.opencmas.order.purchaseorder.PurchaseOrder;
import org.opencmas.order.purchaseorder.RandomAmendments;
import org.opencmas.order.purchaseorder.document.OrderDocument;
import org.opencmas.order.purchaseorder.document.OrderJson;
import org.opencmas.orderbody.OrderBody;
import org.opencmas.terms.Identifier;
import org.opencmas.terms.Usd;

@DisplayName("ORD-AMEND-RECHECK: what an amendment changes is told by what it means, whole and to the cent")
class SemanticDifferenceTest {
    private static final int CASES = 3_000;

    /** The difference, put onto the lines and money of the version in force, makes those of the amendment: nothing is left out. */
    @Test
    void theDifferenceTurnsTheOneIntoTheOther() {
        for (long seed = 1; seed <= CASES; seed++) {
            var random = new RandomAmendments(seed);
            OrderBody ordered = random.order();
            PurchaseOrder order = random.issued(ordered);
            OrderDocument before = order.standing().document();
            OrderDocument after = order.amend(
                            random.amended(ordered), RandomAmendments.first(), false, RandomAmendments.act())
                    .subject()
                    .document();
            List<SemanticChange> changes = SemanticDifference.between(before, after);

            assertThat(applied(fields(before), changes)).as("seed " + seed).isEqualTo(fields(after));
            assertThat(worth(changes))
                    .as("seed " + seed)
                    .isEqualTo(after.amounts().total().minus(before.amounts().total()));
            assertThat(SemanticDifference.between(before, before)).isEmpty();
        }
    }

    @Test
    void eachKindOfChangeHasItsName() {
        var random = new RandomAmendments(7);
        Map<Kind, Integer> seen = new TreeMap<>();
        for (int i = 0; i < 200; i++) {
            OrderBody ordered = random.order();
            PurchaseOrder order = random.issued(ordered);
            OrderDocument before = order.standing().document();
            OrderDocument after = order.amend(
                            random.amended(ordered), RandomAmendments.first(), true, RandomAmendments.act())
                    .subject()
                    .document();
            SemanticDifference.between(before, after).forEach(change -> seen.merge(change.kind(), 1, Integer::sum));
        }
        assertThat(seen).containsKeys(Kind.MONEY, Kind.QUANTITY, Kind.SCOPE, Kind.TERM);
    }

    private static Usd worth(List<SemanticChange> changes) {
        return Usd.sum(changes.stream()
                .map(SemanticChange::worth)
                .filter(Objects::nonNull)
                .toList());
    }

    /** Everything that was said, by place: header fields by name, those of lines by the line's id. */
    private static Map<String, String> fields(OrderDocument document) {
        Map<String, String> fields = new TreeMap<>();
        ObjectNode tree = OrderJson.tree(document);
        for (String name : List.of("tax", "freight", "delivery", "paymentMethod")) {
            if (tree.has(name)) {
                fields.put(
                        name,
                        tree.get(name).isTextual()
                                ? tree.get(name).asText()
                                : tree.get(name).toString());
            }
        }
        for (OrderDocument.Line line : document.lines()) {
            ObjectNode said = OrderJson.tree(line).without(List.of("amount", "subNumber"));
            said.properties()
                    .forEach(field -> fields.put(
                            Identifier.keyOf(line.ordered().lineId()) + " " + field.getKey(),
                            field.getValue().isTextual()
                                    ? field.getValue().asText()
                                    : field.getValue().toString()));
        }
        return fields;
    }

    private static Map<String, String> applied(Map<String, String> before, List<SemanticChange> changes) {
        Map<String, String> fields = new TreeMap<>(before);
        for (SemanticChange change : changes) {
            String[] path = change.pointer().substring(1).split("/");
            if (change.lineId() == null) {
                put(fields, path[0], change.before(), change.after());
            } else if (path.length == 2) {
                String line = Identifier.keyOf(change.lineId()) + " ";
                fields.keySet().removeIf(name -> name.startsWith(line));
                if (change.after() != null) {
                    OrderJson.read(change.after(), ObjectNode.class)
                            .properties()
                            .forEach(field -> fields.put(
                                    line + field.getKey(),
                                    field.getValue().isTextual()
                                            ? field.getValue().asText()
                                            : field.getValue().toString()));
                }
            } else {
                put(fields, Identifier.keyOf(change.lineId()) + " " + path[2], change.before(), change.after());
            }
        }
        return fields;
    }

    private static void put(Map<String, String> fields, String name, String before, String after) {
        assertThat(fields.get(name)).as(name).isEqualTo(before);
        if (after == null) {
            fields.remove(name);
        } else {
            fields.put(name, after);
        }
    }
}
