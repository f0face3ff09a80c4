package org.opencmas.order.purchaseorder.plausibility;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.opencmas.order.agency.OwnRules;
import org.opencmas.order.agency.OwnSettings.Action;
import org.opencmas.order.agency.RegisteredAgencies;
import org.opencmas.order.purchaseorder.document.OrderDocument;
import org.opencmas.order.purchaseorder.document.OrderJson;
import org.opencmas.order.purchaseorder.history.ConfirmedDoubts;
import org.opencmas.order.purchaseorder.history.OrderHistory;
import org.opencmas.order.purchaseorder.store.Database;
import org.opencmas.order.purchaseorder.store.FollowedRequest;
import org.opencmas.terms.Usd;

/**
 * Asks about what is hardly meant before an order is sent. What the order itself shows to be a telephone number or a code needs an explained
 * confirmation unless the agency only wants to be warned; what does not fit the agency's earlier orders or its limit needs one where its
 * policy blocks it.
 *
 * <p>Price lists are not looked at: they are compliance's to keep, with hundreds of thousands of lines. A price above its ceiling, as one whose point
 * moved to the right, stops the order there (CON-PRICE-CEILING); one that moved to the left is doubted beside the agency's earlier prices only.
 */
@ApplicationScoped
public class AskDoubts {
    private static final String CONFIRMED = "DOUBTS_CONFIRMED";
    /** Stands for an order that is not stored. */
    private static final UUID NOT_STORED = new UUID(0, 0);

    private final RegisteredAgencies agencies;
    private final PastOrders past;
    private final OrderHistory history;
    private final Database database;

    AskDoubts(RegisteredAgencies agencies, PastOrders past, OrderHistory history, Database database) {
        this.agencies = agencies;
        this.past = past;
        this.history = history;
        this.database = database;
    }

    /** All doubts of a version, those that need no confirmation too. */
    public List<Doubt> of(Connection connection, OrderDocument order) throws SQLException {
        Usd limit = agencies.rulesIfKnown(order.agencyId())
                .map(OwnRules::orderLimit)
                .orElse(null);
        return with(
                connection,
                order,
                Plausibility.all(order, past.of(connection, order.agencyId(), order.orderId()), limit));
    }

    private static List<Doubt> with(Connection connection, OrderDocument order, List<Doubt> doubts)
            throws SQLException {
        List<Doubt> all = new ArrayList<>(doubts);
        all.addAll(DeterminedOffer.doubts(connection, order));
        all.addAll(BelowAccepted.doubts(connection, order));
        return all;
    }

    /** Whether the doubt keeps an order of the agency from being sent as long as nobody confirmed it. */
    public boolean needsConfirmation(Doubt doubt, OwnRules rules) {
        Action action = rules.settings().severities().plausibilityAction();
        return action == Action.BLOCK || (action == null && doubt.kind().isPlain());
    }

    /** What was confirmed of a version, oldest first. */
    public List<ConfirmedDoubts.Confirmation> confirmed(Connection connection, OrderDocument order)
            throws SQLException {
        List<JsonNode> said = history.allDetails(connection, order.orderId(), CONFIRMED, order.documentVersion());
        return said.stream()
                .flatMap(details -> OrderJson.convert(details, ConfirmedDoubts.class).confirmations().stream())
                .toList();
    }

    /** @throws Implausible (422) naming every doubt that nobody confirmed */
    public void require(Connection connection, OrderDocument order) throws SQLException {
        // An order that is stored goes on, whatever is known of its agency today.
        Action action = agencies.rulesIfKnown(order.agencyId())
                .map(rules -> rules.settings().severities().plausibilityAction())
                .orElse(null);
        if (action == Action.WARN) {
            return;
        }
        List<Doubt> doubts =
                action == Action.BLOCK ? of(connection, order) : with(connection, order, Plausibility.plain(order));
        if (doubts.isEmpty()) {
            return;
        }
        List<ConfirmedDoubts.Confirmation> confirmed = confirmed(connection, order);
        List<Doubt> open = doubts.stream()
                .filter(doubt -> confirmed.stream()
                        .noneMatch(one -> one.kind().equals(doubt.kind().name())
                                && one.pointer().equals(doubt.pointer())))
                .toList();
        if (!open.isEmpty()) {
            throw new Implausible(open);
        }
    }

    /** Asks about many new orders of an agency. */
    public DoubtsOfNewOrders ofMany(Connection connection, UUID agencyId) throws SQLException {
        Optional<OwnRules> rules = agencies.rulesIfKnown(agencyId);
        Action action = rules.map(known -> known.settings().severities().plausibilityAction())
                .orElse(null);
        return new DoubtsOfNewOrders(
                action,
                rules.map(OwnRules::orderLimit).orElse(null),
                action == Action.BLOCK ? past.of(connection, agencyId, NOT_STORED) : List.of());
    }

    /**
     * The same of an order that is not stored yet, of which nothing can have been confirmed.
     *
     * @param isKnown whether it was stored before, by the same request or under its number, and is answered as what was stored then
     */
    public void requireOfNew(OrderDocument order, BooleanSupplier isKnown) {
        Action action =
                agencies.recentRules(order.agencyId()).settings().severities().plausibilityAction();
        // Asks the database only where it must: placing is the busiest path.
        boolean isPlain = action != Action.BLOCK && FollowedRequest.of(order) == null;
        List<Doubt> doubts = action == Action.WARN
                ? List.of()
                : isPlain
                        ? Plausibility.plain(order)
                        : database.with(connection ->
                                ofMany(connection, order.agencyId()).of(connection, order));
        if (!doubts.isEmpty() && !isKnown.getAsBoolean()) {
            throw new Implausible(doubts);
        }
    }
}
