package org.opencmas.order.preview;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opencmas.order.preview.SemanticChange.Kind;
import org.opencmas.order.purchaseorder.document.OrderDocument;
import org.opencmas.order.purchaseorder.document.OrderDocument.Line;
import org.opencmas.order.purchaseorder.document.OrderJson;
import org.opencmas.terms.Identifier;
import org.opencmas.terms.Usd;

/**
 * What differs between the version in force and an amendment, line by line: lines are the same where their ids are, in whatever order they
 * stand. What follows from other fields (amounts, groups, subtotals, totals) is no change of its own.
 */
final class SemanticDifference {
    /** Clauses are told with how the agency came to the order, and bind the contractor all the same (Guide s4 p11). */
    private static final String CLAUSES = "procurement/clauses";
    /** Of a line; what is not named here is scope. */
    private static final Map<String, Kind> OF_LINE = Map.of(
            "unitPrice", Kind.MONEY,
            "quantity", Kind.QUANTITY,
            "orderToLocation", Kind.TERM,
            "supportsLineIds", Kind.SCOPE,
            "nspReason", Kind.RECORD,
            "serviceCategory", Kind.RECORD,
            "coding", Kind.RECORD,
            "cmasNumberAsPrinted", Kind.RECORD,
            "lineId", Kind.RECORD,
            "pricedOn", Kind.MONEY);
    /** Of the order; what is not named here is a record beside it. */
    private static final Map<String, Kind> OF_ORDER = Map.ofEntries(
            entry("tax", Kind.MONEY),
            entry("freight", Kind.MONEY),
            entry("orderToLocation", Kind.TERM),
            entry("paymentMethod", Kind.TERM),
            entry("delivery", Kind.TERM),
            entry(CLAUSES, Kind.TERM),
            entry("particulars", Kind.SCOPE));
    /** What names the order or the amendment, and what follows from the lines. */
    private static final List<String> NO_CHANGE = List.of(
            "orderId",
            "documentVersion",
            "agencyId",
            "agencyOrderNumber",
            "orderDate",
            "contractorId",
            "amendmentNumber",
            "amendmentDate",
            "amendmentReason",
            "amendmentReasonCode",
            "contactNote",
            "contractorAgreement",
            "contractNumber",
            "subtotalExcludingTax",
            "total",
            "subOrders",
            "lines");

    private final List<SemanticChange> changes = new ArrayList<>();

    private SemanticDifference() {}

    static List<SemanticChange> between(OrderDocument before, OrderDocument after) {
        var difference = new SemanticDifference();
        difference.header(content(before), content(after));
        difference.lines(before, after);
        return List.copyOf(difference.changes);
    }

    private static ObjectNode content(OrderDocument document) {
        ObjectNode content = OrderJson.tree(document).without(NO_CHANGE);
        for (JsonNode attestation : content.path("attestations")) {
            ((ObjectNode) attestation).remove(List.of("documentVersion", "recordedBy"));
        }
        if (content.path("procurement").hasNonNull("clauses")) {
            content.set(CLAUSES, content.withObject("/procurement").remove("clauses"));
        }
        return content;
    }

    private void header(ObjectNode before, ObjectNode after) {
        for (String field : fields(before, after)) {
            JsonNode old = before.get(field);
            JsonNode young = after.get(field);
            if (!same(old, young)) {
                boolean isMoney = field.equals("tax") || field.equals("freight");
                add(
                        OF_ORDER.getOrDefault(field, Kind.RECORD),
                        "/" + field,
                        null,
                        old,
                        young,
                        isMoney ? usd(young).minus(usd(old)) : null);
            }
        }
    }

    private void lines(OrderDocument before, OrderDocument after) {
        Map<String, Line> old = byId(before);
        Map<String, Line> young = byId(after);
        young.forEach((id, line) -> {
            Line was = old.get(id);
            String at = "/lines/" + after.lines().indexOf(line);
            if (was == null) {
                add(Kind.SCOPE, at, line, null, tree(line), worth(line));
            } else {
                line(at, was, line);
            }
        });
        old.forEach((id, line) -> {
            if (!young.containsKey(id)) {
                String at = "/lines/" + before.lines().indexOf(line);
                add(Kind.SCOPE, at, line, tree(line), null, worth(line).negated());
            }
        });
    }

    /** The worth of a line is told once, with the first field that changes it. */
    private void line(String at, Line was, Line is) {
        ObjectNode before = tree(was);
        ObjectNode after = tree(is);
        Usd worth = worth(is).minus(worth(was));
        boolean isTold = worth.isZero();
        for (String field : fields(before, after)) {
            if (!same(before.get(field), after.get(field))) {
                boolean tells = !isTold && (field.equals("quantity") || field.equals("unitPrice"));
                isTold |= tells;
                add(
                        OF_LINE.getOrDefault(field, Kind.SCOPE),
                        at + "/" + field,
                        is,
                        before.get(field),
                        after.get(field),
                        tells ? worth : null);
            }
        }
    }

    private static ObjectNode tree(Line line) {
        return OrderJson.tree(line).without(List.of("amount", "subNumber"));
    }

    private static Usd worth(Line line) {
        return line.ordered().amount();
    }

    private static Usd usd(@Nullable JsonNode amount) {
        return amount == null ? Usd.ZERO : Usd.of(amount.asText());
    }

    private static Map<String, Line> byId(OrderDocument document) {
        Map<String, Line> byId = new LinkedHashMap<>();
        document.lines()
                .forEach(line -> byId.put(Identifier.keyOf(line.ordered().lineId()), line));
        return byId;
    }

    private static Set<String> fields(ObjectNode one, ObjectNode other) {
        Set<String> names = new LinkedHashSet<>();
        one.fieldNames().forEachRemaining(names::add);
        other.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static boolean same(@Nullable JsonNode one, @Nullable JsonNode other) {
        return one == null ? other == null : one.equals(other);
    }

    private void add(
            Kind kind,
            String pointer,
            @Nullable Line line,
            @Nullable JsonNode before,
            @Nullable JsonNode after,
            @Nullable Usd worth) {
        changes.add(new SemanticChange(
                kind, pointer, line == null ? null : line.ordered().lineId(), text(before), text(after), worth));
    }

    private static @Nullable String text(@Nullable JsonNode node) {
        return node == null ? null : node.isTextual() ? node.asText() : node.toString();
    }
}
