package org.opencmas.order.purchaseorder.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.order.purchaseorder.document.OrderDocument;
import org.opencmas.order.purchaseorder.document.OrderJson;
import org.opencmas.orderbody.procurement.Procurement;
import org.opencmas.problem.Fault;
import org.opencmas.problem.RefusedByRule;

/** The request for offer of this service that an order names as the one it follows. */
public final class FollowedRequest {
    private static final String POINTER = "/procurement/requestForOffer/requestId";
    private static final String OWN = "select 1 from request_for_offer where request_id = ? and agency_id = ?";
    /** Of the request that the order was drafted from, whatever the order says of it now, or of the one that it names. */
    private static final String OFFERED = """
            select o.lines from request_for_offer r
            join request_for_offer_act a on a.request_id = r.request_id and a.agency_id = r.agency_id and a.act = 'DETERMINE'
            join offer o on o.request_id = a.request_id and o.agency_id = a.agency_id and o.offer_id::text = a.details ->> 'offerId'
            where r.agency_id = ? and (r.order_id = ? or r.request_id = ?::uuid)
            order by r.order_id is null, a.act_number desc limit 1
            """;

    private FollowedRequest() {}

    /** Its id; null where the order names none, or one that was kept elsewhere. */
    public static @Nullable UUID of(@Nullable OrderDocument order) {
        return order == null ? null : of(order.statements().procurement());
    }

    /** The same of what is told before there is an order. */
    public static @Nullable UUID of(@Nullable Procurement procurement) {
        return procurement == null || procurement.requestForOffer() == null
                ? null
                : procurement.requestForOffer().requestId();
    }

    /**
     * Refuses an order that names a request which is not its own agency's.
     *
     * @param before the version that it amends, whose request it may go on naming; null for none
     * @throws RefusedByRule (422) in the same words for another agency's request and for one that is not there
     */
    public static void requireOwn(Connection connection, OrderDocument order, @Nullable OrderDocument before)
            throws SQLException {
        requireOwn(connection, order.agencyId(), order.statements().procurement(), before);
    }

    /** The same of what is told before there is an order. */
    static void requireOwn(
            Connection connection, UUID agencyId, @Nullable Procurement told, @Nullable OrderDocument before)
            throws SQLException {
        UUID named = of(told);
        if (named == null || named.equals(of(before))) {
            return;
        }
        try (PreparedStatement select = connection.prepareStatement(OWN)) {
            select.setObject(1, named);
            select.setObject(2, agencyId);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw unknown(named);
                }
            }
        }
    }

    private static RefusedByRule unknown(UUID named) {
        return new RefusedByRule(
                "request-for-offer-unknown",
                "Your agency has no request for offer with the id that the order names.",
                List.of(new Fault(
                        POINTER,
                        "is " + named + ", which is no request of your agency",
                        "Name your own request by its id, or only by its reference.")),
                Map.of("rule", "SOL-RFO-NEEDED"));
    }

    /** The lines of the offer that was determined to be best value, as they were sent; empty where the order follows none. */
    public static Optional<List<JsonNode>> offeredLines(Connection connection, OrderDocument order)
            throws SQLException {
        UUID named = of(order);
        try (PreparedStatement select = connection.prepareStatement(OFFERED)) {
            select.setObject(1, order.agencyId());
            select.setObject(2, order.orderId());
            select.setString(3, named == null ? null : named.toString());
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                List<JsonNode> lines = new ArrayList<>();
                OrderJson.read(row.getString(1), JsonNode.class).forEach(lines::add);
                return Optional.of(lines);
            }
        }
    }
}
