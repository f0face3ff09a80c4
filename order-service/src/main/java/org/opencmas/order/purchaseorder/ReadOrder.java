package org.opencmas.order.purchaseorder;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.order.purchaseorder.OrderView.Sayings;
import org.opencmas.problem.NotFound;

/** Reads orders for those who may see them; for anybody else there is no such order (404). */
@ApplicationScoped
class ReadOrder {
    private static final Set<String> SEEN_BY_CONTRACTORS =
            Set.of("ISSUED", "AMENDED", "ACCEPTED", "REJECTED", "TERMINATED");

    private final Orders orders;
    private final OrderHistory history;
    private final OrderSearch search;
    private final Database database;

    ReadOrder(Orders orders, OrderHistory history, OrderSearch search, Database database) {
        this.orders = orders;
        this.history = history;
        this.search = search;
        this.database = database;
    }

    /** @param etag the order's version, for {@code If-Match} */
    record Shown(OrderView view, long etag) {}

    /** What {@link #standing} would read of an order on which nothing was said since its decision. */
    static Shown justDecided(PurchaseOrder order) {
        return new Shown(
                OrderView.of(
                        order.standing(), Sayings.NONE, order.openAmendment().orElse(null)),
                order.version());
    }

    /** The order as it stands: the version in force, or the latest one before the first issue. */
    Shown standing(UUID orderId, Visibility visibility) {
        return database.with(connection -> {
            PurchaseOrder order = seen(connection, orderId, visibility);
            OrderVersion version = order.standing();
            return new Shown(
                    OrderView.of(
                            version,
                            sayings(connection, version),
                            visibility.isContractor()
                                    ? null
                                    : order.openAmendment().orElse(null)),
                    order.version());
        });
    }

    /** One version of the order. */
    Shown version(UUID orderId, int number, Visibility visibility) {
        return database.with(connection -> {
            PurchaseOrder order = seen(connection, orderId, visibility);
            OrderVersion version = orders.version(connection, orderId, number)
                    .filter(visibility::covers)
                    .orElseThrow(() -> new NotFound("version " + number + " of order", orderId));
            return new Shown(OrderView.of(version, sayings(connection, version), null), order.version());
        });
    }

    List<OrderHistory.Entry> history(UUID orderId, Visibility visibility) {
        return database.with(connection -> {
            seen(connection, orderId, visibility);
            return history.of(connection, orderId).stream()
                    .filter(entry -> !visibility.isContractor() || SEEN_BY_CONTRACTORS.contains(entry.act()))
                    .toList();
        });
    }

    List<OrderSearch.Summary> list(Visibility visibility, OrderSearch.Filter filter, int limit) {
        return database.with(connection -> search.find(connection, visibility, filter, limit));
    }

    private PurchaseOrder seen(Connection connection, UUID orderId, Visibility visibility) throws SQLException {
        return orders.find(connection, orderId)
                .filter(visibility::covers)
                .orElseThrow(() -> new NotFound("order", orderId));
    }

    private Sayings sayings(Connection connection, OrderVersion version) throws SQLException {
        return switch (version.state()) {
            case ACCEPTED -> new Sayings(said(connection, version, "ACCEPTED"), null, null);
            case REJECTED -> new Sayings(null, said(connection, version, "REJECTED"), null);
            case TERMINATED -> new Sayings(null, null, said(connection, version, "TERMINATED"));
            case DRAFT, SUBMITTED, ISSUED, RETURNED, AMENDED -> Sayings.NONE;
        };
    }

    private @Nullable JsonNode said(Connection connection, OrderVersion version, String act) throws SQLException {
        return history.details(connection, version.document().orderId(), act, version.number())
                .orElse(null);
    }
}
