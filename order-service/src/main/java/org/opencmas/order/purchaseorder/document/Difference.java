package org.opencmas.order.purchaseorder.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.opencmas.terms.Identifier;

/**
 * One field in which two versions of an order differ.
 *
 * @param pointer JSON pointer into the document
 * @param stored what stands in the stored one, as JSON text; null when it has no such field
 * @param sent what stands in the sent one; null when it has no such field
 */
public record Difference(
        String pointer, @Nullable String stored, @Nullable String sent) {
    /** Most differences that are listed, inclusive. */
    static final int MAX = 50;

    /** The differences of what the agency said, not of ids and numbers given here. */
    public static List<Difference> between(OrderDocument stored, OrderDocument sent) {
        List<Difference> found = new ArrayList<>();
        compare("", content(stored), content(sent), found);
        return found.size() > MAX ? found.subList(0, MAX) : found;
    }

    /**
     * All differences, lines and groups beside each other by what names them, in whatever order they stand. The pointer has the line's id, or
     * the group's number, where an index would stand.
     */
    public static List<Difference> named(OrderDocument before, OrderDocument after) {
        ObjectNode was = content(before);
        ObjectNode is = content(after);
        List<Difference> found = new ArrayList<>();
        for (var names : List.of(List.of("subOrders", "subNumber"), List.of("lines", "lineId"))) {
            compareAll(
                    "", byName(was.remove(names.getFirst()), names), byName(is.remove(names.getFirst()), names), found);
        }
        List<Difference> all = new ArrayList<>();
        compareAll("", was, is, all);
        all.addAll(found);
        return all;
    }

    private static ObjectNode byName(JsonNode list, List<String> names) {
        ObjectNode named = JsonNodeFactory.instance.objectNode();
        ObjectNode each = named.putObject(names.getFirst());
        for (JsonNode one : list) {
            each.set(Identifier.keyOf(one.path(names.getLast()).asText()), one);
        }
        return named;
    }

    private static void compareAll(
            String pointer, @Nullable JsonNode before, @Nullable JsonNode after, List<Difference> found) {
        if (before != null && before.equals(after)) {
            return;
        }
        if (before != null && after != null && before.isObject() && after.isObject()) {
            Set<String> inTheirOrder = new LinkedHashSet<>();
            after.fieldNames().forEachRemaining(inTheirOrder::add);
            before.fieldNames().forEachRemaining(inTheirOrder::add);
            for (String name : inTheirOrder) {
                String at = pointer + "/" + name.replace("~", "~0").replace("/", "~1");
                compareAll(at, before.get(name), after.get(name), found);
            }
        } else {
            found.add(new Difference(pointer, text(before), text(after)));
        }
    }

    private static ObjectNode content(OrderDocument document) {
        ObjectNode content = OrderJson.tree(document).without(List.of("orderId", "documentVersion"));
        for (JsonNode attestation : content.path("attestations")) {
            ((ObjectNode) attestation).remove(List.of("documentVersion", "recordedBy"));
        }
        return content;
    }

    private static void compare(
            String pointer, @Nullable JsonNode stored, @Nullable JsonNode sent, List<Difference> found) {
        if (found.size() > MAX || (stored != null && stored.equals(sent))) {
            return;
        }
        if (stored != null && sent != null && stored.isObject() && sent.isObject()) {
            for (String name : names(stored, sent)) {
                compare(pointer + "/" + name, stored.get(name), sent.get(name), found);
            }
        } else if (stored != null && sent != null && stored.isArray() && sent.isArray()) {
            for (int i = 0; i < Math.max(stored.size(), sent.size()); i++) {
                compare(pointer + "/" + i, stored.get(i), sent.get(i), found);
            }
        } else {
            found.add(new Difference(pointer, text(stored), text(sent)));
        }
    }

    private static Set<String> names(JsonNode one, JsonNode other) {
        Set<String> names = new TreeSet<>();
        one.fieldNames().forEachRemaining(names::add);
        other.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static @Nullable String text(@Nullable JsonNode node) {
        if (node == null) {
            return null;
        }
        return node.isTextual() ? node.asText() : node.toString();
    }
}
