package org.opencmas.order.purchaseorder.intake;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opencmas.order.purchaseorder.document.OrderDocument;
import org.opencmas.order.purchaseorder.document.OrderJson;
import org.opencmas.order.purchaseorder.document.RecordedAttestation;
import org.opencmas.orderbody.NewOrder;
import org.opencmas.orderbody.OrderBody;
import org.opencmas.orderbody.OrderLine;
import org.opencmas.orderbody.OrderSender;
import org.opencmas.problem.Fault;
import org.opencmas.problem.InvalidRequest;
import org.opencmas.problem.body.FieldReader;
import org.opencmas.terms.Identifier;

/**
 * Puts the contractor's right values into an order: from the document as issued to what the amended order says. What
 * follows from other fields (amounts, subtotals, groups) is left out, so that it is computed anew.
 */
public final class Correction {
    private static final Set<String> HEADER =
            Set.of("contractNumber", "orderToLocation", "paymentMethod", "tax", "freight");
    /** Decimals: 10 and 10.00 say the same. */
    private static final Set<String> FIGURES = Set.of("tax", "freight", "quantity", "unitPrice");

    private static final Set<String> TEXTS = Set.of(
            "cmasNumber",
            "itemId",
            "description",
            "unit",
            "quantity",
            "unitPrice",
            "kind",
            "nspReason",
            "orderToLocation");
    private static final Set<String> FLAGS = Set.of("nsp", "lumpSum", "publicWorks");

    private Correction() {}

    /**
     * @param rightValues by pointer, as the rejection names them: the first, then its further fields
     * @return the amended whole; what persons attested stands as they attested it
     * @throws InvalidRequest (400) when a pointer names no field that an order says of its own, or the value cannot
     *     stand there; its faults point at {@code /pointer} and {@code /rightValue}, or those of the further field
     */
    public static OrderBody apply(OrderDocument document, Map<String, String> rightValues, OrderSender sender) {
        ObjectNode body = bodyOf(document);
        Map<String, String> places = new LinkedHashMap<>();
        rightValues.forEach((pointer, rightValue) -> {
            String at = places.isEmpty() ? "" : "/furtherFields/" + (places.size() - 1);
            places.put(pointer, at);
            ObjectNode target = target(body, pointer, at);
            String field = pointer.substring(pointer.lastIndexOf('/') + 1);
            if (FLAGS.contains(field)) {
                target.put(field, flag(rightValue, at));
            } else {
                target.put(field, rightValue);
            }
        });
        return read(OrderJson.convert(body, NewOrder.class), document, places, sender)
                .withAttestations(document.attestations().stream()
                        .map(RecordedAttestation::said)
                        .toList());
    }

    /**
     * Refuses a right value that stands there already: nothing would be wrong there.
     *
     * @param rightValues as {@link #apply} took them
     * @throws InvalidRequest (400) pointing at each such value
     */
    public static void requireChange(OrderDocument document, Map<String, String> rightValues) {
        JsonNode printed = OrderJson.tree(document);
        List<Fault> unchanged = new ArrayList<>();
        int place = 0;
        for (Map.Entry<String, String> right : rightValues.entrySet()) {
            String at = place == 0 ? "" : "/furtherFields/" + (place - 1);
            place++;
            JsonNode present = printed.at(right.getKey());
            String field = right.getKey().substring(right.getKey().lastIndexOf('/') + 1);
            if (!present.isMissingNode() && isSame(field, present.asText(), right.getValue())) {
                unchanged.add(new Fault(
                        at + "/rightValue",
                        "is what stands at " + right.getKey() + " already",
                        "Say what should stand there instead."));
            }
        }
        if (!unchanged.isEmpty()) {
            throw new InvalidRequest(unchanged);
        }
    }

    private static boolean isSame(String field, String present, String right) {
        return FIGURES.contains(field)
                ? new BigDecimal(present).compareTo(new BigDecimal(right)) == 0
                : present.equals(right);
    }

    /**
     * The amended whole as a body for compliance's check of an amendment.
     *
     * @param before the version in force: lines that keep their price date are told as unchanged
     */
    public static AmendmentCheck checkOf(OrderDocument before, OrderDocument after) {
        ObjectNode body = bodyOf(after);
        body.set("attestations", attestations(after));
        Map<String, OrderLine> was = new HashMap<>();
        before.lines().forEach(line -> was.put(Identifier.keyOf(line.ordered().lineId()), line.ordered()));
        List<String> unchanged = after.lines().stream()
                .map(OrderDocument.Line::ordered)
                .filter(line -> {
                    OrderLine old = was.get(Identifier.keyOf(line.lineId()));
                    return old != null && old.saysTheSameAs(line);
                })
                .map(OrderLine::lineId)
                .toList();
        return new AmendmentCheck(
                OrderJson.convert(body, NewOrder.class),
                new AmendmentCheck.Amends(
                        after.naming().orderDate(), after.amendmentNumber(), after.datedOn(), unchanged));
    }

    private static ArrayNode attestations(OrderDocument document) {
        ArrayNode said = OrderJson.tree(document).withArray("attestations");
        for (JsonNode one : said) {
            ((ObjectNode) one).remove(List.of("documentVersion", "recordedBy"));
        }
        return said;
    }

    private static ObjectNode bodyOf(OrderDocument document) {
        ObjectNode body = OrderJson.tree(document);
        body.remove(List.of("contractNumber", "subOrders", "attestations"));
        ArrayNode lines = body.withArray("lines");
        for (JsonNode line : lines) {
            ObjectNode mutable = (ObjectNode) line;
            mutable.remove(List.of("amount", "subNumber", "pricedOn"));
            JsonNode printed = mutable.get("cmasNumberAsPrinted");
            if (printed != null) {
                mutable.set("cmasNumber", printed);
                mutable.remove("cmasNumberAsPrinted");
            }
        }
        return body;
    }

    /** @param at where the rejection names the field */
    private static ObjectNode target(ObjectNode body, String pointer, String at) {
        JsonPointer path = compiled(pointer);
        String field =
                path == null ? "" : path.last() == null ? "" : path.last().getMatchingProperty();
        JsonNode parent = path == null ? null : body.at(path.head() == null ? JsonPointer.empty() : path.head());
        boolean header = parent == body && HEADER.contains(field);
        boolean line = path != null
                && pointer.startsWith("/lines/")
                && pointer.chars().filter(c -> c == '/').count() == 3
                && (TEXTS.contains(field) || FLAGS.contains(field));
        if ((header || line) && parent instanceof ObjectNode target) {
            return target;
        }
        throw new InvalidRequest(new Fault(
                at + "/pointer",
                "\"" + pointer + "\" names no field of this order that can be corrected",
                "Point at a header field " + sorted(HEADER) + " or at a field of a line, such as /lines/0/unitPrice, "
                        + sorted(TEXTS) + " or " + sorted(FLAGS) + "; amounts and subtotals follow from them."));
    }

    private static List<String> sorted(Set<String> names) {
        return names.stream().sorted().toList();
    }

    private static @Nullable JsonPointer compiled(String pointer) {
        try {
            return JsonPointer.compile(pointer);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static boolean flag(String value, String at) {
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new InvalidRequest(new Fault(at + "/rightValue", "must be true or false for this field"));
        };
    }

    /** @param places where the rejection names each field, by the field's own pointer; a fault elsewhere is told with the first */
    private static OrderBody read(
            NewOrder corrected, OrderDocument document, Map<String, String> places, OrderSender sender) {
        try {
            return OrderBody.read(corrected, sender, document.original(), new FieldReader());
        } catch (InvalidRequest e) {
            throw new InvalidRequest(e.faults().stream()
                    .map(fault -> new Fault(
                            places.getOrDefault(fault.pointer(), "") + "/rightValue",
                            places.containsKey(fault.pointer())
                                    ? fault.detail()
                                    : "makes " + fault.pointer() + " wrong: " + fault.detail(),
                            fault.remedy()))
                    .toList());
        }
    }
}
