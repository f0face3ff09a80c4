package org.opencmas.order.purchaseorder.reading;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.order.purchaseorder.OrderChange;
import org.opencmas.order.purchaseorder.OrderState;
import org.opencmas.order.purchaseorder.OrderVersion;
import org.opencmas.order.purchaseorder.PurchaseOrder;
import org.opencmas.order.purchaseorder.document.OrderJson;
import org.opencmas.order.purchaseorder.history.ActDetails;
import org.opencmas.order.purchaseorder.history.OrderHistory;
import org.opencmas.order.purchaseorder.store.Database;
import org.opencmas.order.purchaseorder.store.Orders;
import org.opencmas.problem.NotFound;

/** Reads orders for the callers that may see them; for any other there is no such order (404). */
@ApplicationScoped
public class ReadOrder {
    /** The acts that show a contractor nothing but what is out; the database's policy of order_act names the same. */
    static final Set<String> SEEN_BY_CONTRACTORS =
            Set.of("ISSUED", "AMENDED", "ACCEPTED", "REJECTED", "WORK_STOPPED", "WORK_RESUMED", "TERMINATED");

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
    public record Shown(OrderView view, long etag) {}

    /** What {@link #standing} would read of an order on which nothing was said since its decision. */
    public static Shown justDecided(PurchaseOrder order) {
        return new Shown(OrderView.standing(order, null), order.version());
    }

    /** What {@link #standing} would read right after an act on the version in force. */
    public static Shown afterAct(PurchaseOrder order, OrderChange change, Visibility visibility) {
        ActDetails said = ActDetails.read(change.word(), OrderJson.tree(change.details()));
        return shown(order, OrderView.standing(order, said), visibility);
    }

    private static Shown shown(PurchaseOrder order, OrderView view, Visibility visibility) {
        return new Shown(visibility.isContractor() ? view.forContractor() : view, order.version());
    }

    /** The order as it stands: the version in force, or the latest one before the first issue. */
    public Shown standing(UUID orderId, Visibility visibility) {
        return database.with(connection -> {
            PurchaseOrder order = seen(connection, orderId, visibility);
            return shown(order, OrderView.standing(order, said(connection, order.standing())), visibility);
        });
    }

    /** One version of the order. */
    public Shown version(UUID orderId, int number, Visibility visibility) {
        return database.with(connection -> {
            PurchaseOrder order = seen(connection, orderId, visibility);
            OrderVersion version = orders.version(connection, orderId, number)
                    .filter(visibility::covers)
                    .orElseThrow(() -> new NotFound("version " + number + " of order", orderId));
            return shown(order, OrderView.of(order, version, said(connection, version)), visibility);
        });
    }

    public List<OrderHistory.Entry> history(UUID orderId, Visibility visibility) {
        return database.with(connection -> {
            seen(connection, orderId, visibility);
            return history.of(connection, orderId).stream()
                    .filter(entry -> !visibility.isContractor() || SEEN_BY_CONTRACTORS.contains(entry.act()))
                    .map(entry -> visibility.isContractor() ? entry.forContractor() : entry)
                    .toList();
        });
    }

    public List<OrderSearch.Summary> list(Visibility visibility, OrderSearch.Filter filter, int limit) {
        return database.with(connection -> search.find(connection, visibility, filter, limit));
    }

    private PurchaseOrder seen(Connection connection, UUID orderId, Visibility visibility) throws SQLException {
        return orders.find(connection, orderId)
                .filter(visibility::covers)
                .orElseThrow(() -> new NotFound("order", orderId));
    }

    /** What was said at the act that brought the version where it stands; the decision stands in the version itself. */
    private @Nullable ActDetails said(Connection connection, OrderVersion version) throws SQLException {
        return switch (version.state()) {
            case ACCEPTED, REJECTED, TERMINATED, LAPSED -> {
                String act = version.state() == OrderState.LAPSED
                        ? "WITHDRAWN"
                        : version.state().name();
                yield history.details(connection, version.document().orderId(), act, version.number())
                        .map(details -> ActDetails.read(act, details))
                        .orElse(null);
            }
            case DRAFT, SUBMITTED, ISSUED, RETURNED, AMENDED -> null;
        };
    }
}
