package org.opencmas.registry.order;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import org.opencmas.journal.ReceivedEvent;
import org.opencmas.journal.SingleEventHandler;

/** Keeps the orders that are issued, amended, rejected and terminated under their agreements. */
@ApplicationScoped
class OrderNews implements SingleEventHandler {
    private static final Set<String> OPEN = Set.of("order.issued.v1", "order.amended.v1");
    private static final Set<String> ENDED = Set.of("order.rejected.v1", "order.terminated.v1");

    private final OrdersUnderAgreements orders;
    private final ObjectMapper json;

    OrderNews(OrdersUnderAgreements orders, ObjectMapper json) {
        this.orders = orders;
        this.json = json;
    }

    @Override
    public Set<String> topics() {
        return Set.of("cmas.orders");
    }

    @Override
    public Set<String> types() {
        return Set.of("order.issued.v1", "order.amended.v1", "order.rejected.v1", "order.terminated.v1");
    }

    @Override
    public void handle(Connection connection, ReceivedEvent event) throws SQLException {
        ToldOrder order = read(event);
        if (OPEN.contains(event.type())) {
            orders.keep(connection, order, event.aggregateVersion());
        } else if (ENDED.contains(event.type())) {
            orders.end(connection, order.orderId(), event.aggregateVersion());
        }
    }

    private ToldOrder read(ReceivedEvent event) {
        try {
            return json.readValue(event.payload(), ToldOrder.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(event.type() + " cannot be read: " + e.getOriginalMessage(), e);
        }
    }
}
