package org.opencmas.order.purchaseorder;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opencmas.order.purchaseorder.document.OrderDocument;
import org.opencmas.orderbody.OrderLine;
import org.opencmas.terms.Identifier;

/**
 * Which line that the contractor accepted an amended line goes on. It is the one of the same id and item; for a line with another id or item,
 * one of its item that the amendment leaves out, the dearest for the dearest; where none is left, the cheapest of its item; and
 * where the contractor accepted no such item, the line of the same id.
 */
final class AcceptedLines {
    private final Map<String, OrderLine> byId = new HashMap<>();
    /** By agreement and item, the dearest first. */
    private final Map<String, List<OrderLine>> byItem = new HashMap<>();

    private final Map<OrderLine, OrderLine> goneOn = new IdentityHashMap<>();

    AcceptedLines(OrderDocument accepted, OrderDocument amended) {
        for (OrderLine line : dearestFirst(accepted)) {
            byId.put(id(line), line);
            for (String key : List.of(key('c', line.itemId(), line), key(mark(line), line.description(), line))) {
                byItem.computeIfAbsent(key, any -> new ArrayList<>()).add(line);
            }
        }
        Set<OrderLine> taken = Collections.newSetFromMap(new IdentityHashMap<>());
        List<OrderLine> renamed = new ArrayList<>();
        for (OrderLine line : dearestFirst(amended)) {
            OrderLine was = byId.get(id(line));
            if (was != null && isSameItem(line, was)) {
                goneOn.put(line, was);
                taken.add(was);
            } else {
                renamed.add(line);
            }
        }
        for (OrderLine line : renamed) {
            OrderLine was = ofSameItem(line, taken);
            if (was != null) {
                goneOn.put(line, was);
                taken.add(was);
            }
        }
    }

    private @Nullable OrderLine ofSameItem(OrderLine line, Collection<OrderLine> taken) {
        List<OrderLine> same = line.itemId() == null
                ? byItem.getOrDefault(
                        key('u', line.description(), line), byItem.get(key('d', line.description(), line)))
                : byItem.getOrDefault(key('c', line.itemId(), line), byItem.get(key('u', line.description(), line)));
        if (same == null) {
            return null;
        }
        return same.stream().filter(one -> !taken.contains(one)).findFirst().orElse(same.getLast());
    }

    /** The accepted line that an amended one goes on; null where it goes on none. */
    @Nullable
    OrderLine of(OrderLine amended) {
        OrderLine was = goneOn.get(amended);
        return was == null ? byId.get(id(amended)) : was;
    }

    /** Whether both buy the same: by the agreement and the item's code, or by its description where one of them leaves the code out. */
    static boolean isSameItem(OrderLine one, OrderLine other) {
        return one.itemId() == null || other.itemId() == null
                ? key('d', one.description(), one).equals(key('d', other.description(), other))
                : key('c', one.itemId(), one).equals(key('c', other.itemId(), other));
    }

    private static char mark(OrderLine line) {
        return line.itemId() == null ? 'u' : 'd';
    }

    /** @param kind c for a code, d for the description of a line with a code, u for that of a line without */
    private static String key(char kind, @Nullable String item, OrderLine line) {
        return kind + line.cmasNumber().canonical() + "|" + (item == null ? "" : Identifier.keyOf(item));
    }

    private static String id(OrderLine line) {
        return Identifier.keyOf(line.lineId());
    }

    private static List<OrderLine> dearestFirst(OrderDocument document) {
        return document.lines().stream()
                .map(OrderDocument.Line::ordered)
                .sorted(Comparator.comparing(OrderLine::unitPrice).reversed())
                .toList();
    }
}
