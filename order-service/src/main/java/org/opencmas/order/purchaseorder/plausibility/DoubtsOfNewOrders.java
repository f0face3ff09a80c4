package org.opencmas.order.purchaseorder.plausibility;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencmas.order.agency.OwnSettings.Action;
import org.opencmas.order.purchaseorder.document.OrderDocument;
import org.opencmas.order.purchaseorder.store.FollowedRequest;
import org.opencmas.terms.Usd;

/** Asks about the new orders of one agency, one after the other, with its policy and its earlier orders read once for all of them. */
public final class DoubtsOfNewOrders {
    private final @Nullable Action action;
    private final @Nullable Usd ownLimit;
    private final List<PastOrder> past;

    /**
     * @param action what the agency's policy says of doubts; null when it says nothing
     * @param past its earlier orders; none are needed unless the policy blocks
     */
    DoubtsOfNewOrders(@Nullable Action action, @Nullable Usd ownLimit, List<PastOrder> past) {
        this.action = action;
        this.ownLimit = ownLimit;
        this.past = new ArrayList<>(past);
    }

    /** @throws Implausible (422) naming every doubt, for nothing can have been confirmed of an order that is not stored */
    public void require(Connection connection, OrderDocument order) throws SQLException {
        List<Doubt> doubts = of(connection, order);
        if (!doubts.isEmpty()) {
            throw new Implausible(doubts);
        }
    }

    /** Those that need a confirmation: by whichever road an order comes, the same is asked about it. */
    List<Doubt> of(Connection connection, OrderDocument order) throws SQLException {
        if (action == Action.WARN) {
            return List.of();
        }
        List<Doubt> doubts = new ArrayList<>(
                action == Action.BLOCK ? Plausibility.all(order, past, ownLimit) : Plausibility.plain(order));
        // A new order follows a determination only by naming its request; most name none.
        if (FollowedRequest.of(order) != null) {
            doubts.addAll(DeterminedOffer.doubts(connection, order));
        }
        return doubts;
    }

    /** The next ones are compared with this one too. */
    public void taken(OrderDocument order) {
        if (action == Action.BLOCK) {
            past.add(new PastOrder(order, false));
        }
    }
}
