package org.opencmas.order.purchaseorder.plausibility;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.opencmas.order.purchaseorder.document.OrderDocument;
import org.opencmas.order.purchaseorder.plausibility.Doubt.Kind;
import org.opencmas.order.purchaseorder.store.FollowedRequest;
import org.opencmas.orderbody.OrderLine;
import org.opencmas.terms.Identifier;

/**
 * What an order buys beyond the offer that was determined to be best value (BV-BASIS, Guide s5 p14): more of a line, a higher price, or a line
 * that was not offered. Nobody compared that with what the others offered. An amendment has its own reasons and is not looked at.
 */
final class DeterminedOffer {
    private DeterminedOffer() {}

    /** Nothing where the order follows no determination. */
    static List<Doubt> doubts(Connection connection, OrderDocument order) throws SQLException {
        if (order.amendmentNumber() > 0) {
            return List.of();
        }
        return FollowedRequest.offeredLines(connection, order)
                .map(offered -> beyond(order, offered))
                .orElse(List.of());
    }

    static List<Doubt> beyond(OrderDocument order, List<JsonNode> offered) {
        Map<String, JsonNode> byId = new HashMap<>();
        offered.forEach(line -> byId.put(Identifier.keyOf(line.path("lineId").asText()), line));
        List<Doubt> doubts = new ArrayList<>();
        for (int i = 0; i < order.lines().size(); i++) {
            OrderLine line = order.lines().get(i).ordered();
            JsonNode offer = byId.get(Identifier.keyOf(line.lineId()));
            String at = "/lines/" + i;
            if (offer == null) {
                doubts.add(doubt(at, "the line is not in the offer that was determined to be best value"));
            } else {
                addBeyond(doubts, at, "quantity", line.quantity(), offer);
                addBeyond(doubts, at, "unitPrice", line.unitPrice().amount(), offer);
            }
        }
        return doubts;
    }

    private static void addBeyond(List<Doubt> doubts, String at, String field, BigDecimal ordered, JsonNode offer) {
        String offered = offer.path(field).asText();
        if (!offered.isBlank() && ordered.compareTo(new BigDecimal(offered.strip())) > 0) {
            doubts.add(doubt(
                    at + "/" + field,
                    ordered.toPlainString() + " is more than " + offered
                            + " of the offer that was determined to be best value"));
        }
    }

    private static Doubt doubt(String pointer, String message) {
        return new Doubt(Kind.BEYOND_DETERMINED_OFFER, pointer, message);
    }
}
