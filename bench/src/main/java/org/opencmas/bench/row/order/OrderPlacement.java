package org.opencmas.bench.row.order;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.opencmas.bench.bare.BareStore;
import org.opencmas.bench.suite.HttpConnection;
import org.opencmas.bench.suite.Load;
import org.opencmas.bench.suite.RunningSuite;

/** How many orders of three lines are placed per second over HTTP by clients that send one after the other. */
final class OrderPlacement {
    private final RunningSuite suite;
    private final int clients;
    private final Duration duration;

    OrderPlacement(RunningSuite suite, int clients, Duration duration) {
        this.suite = suite;
        this.clients = clients;
        this.duration = duration;
    }

    BigDecimal suite() throws Exception {
        String token = suite.buyer();
        List<Load.Client> load = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            load.add(buyer(suite, token, ""));
        }
        return run(load);
    }

    BigDecimal bare(BareStore store) throws Exception {
        List<Load.Client> load = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            load.add(store.client());
        }
        return run(load);
    }

    /** A client that places one order after the other; with a preference such as {@code wait=10} it waits for each decision. */
    static Load.Client buyer(RunningSuite suite, String token, String preference) throws Exception {
        var connection = new HttpConnection(suite.orderPort());
        return new Load.Client() {
            @Override
            public void once() throws Exception {
                String body = suite.order(suite.nextOrderNumber());
                String key = UUID.randomUUID().toString();
                if (preference.isEmpty()) {
                    connection
                            .post(
                                    "/v1/orders",
                                    body,
                                    "Authorization",
                                    token,
                                    "Content-Type",
                                    "application/json",
                                    "Idempotency-Key",
                                    key)
                            .expect(202);
                } else {
                    connection
                            .post(
                                    "/v1/orders",
                                    body,
                                    "Authorization",
                                    token,
                                    "Content-Type",
                                    "application/json",
                                    "Idempotency-Key",
                                    key,
                                    "Prefer",
                                    preference)
                            .expect(201);
                }
            }

            @Override
            public void close() throws Exception {
                connection.close();
            }
        };
    }

    private BigDecimal run(List<Load.Client> load) throws Exception {
        try {
            return Load.perSecond(load, duration);
        } finally {
            for (Load.Client client : load) {
                client.close();
            }
        }
    }
}
