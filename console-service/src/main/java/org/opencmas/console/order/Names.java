package org.opencmas.console.order;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.opencmas.console.client.Orders;
import org.opencmas.console.client.PricedAgreements;
import org.opencmas.console.frame.Panel;
import org.opencmas.console.frame.Panels;
import org.opencmas.console.frame.fault.ServiceDown;
import org.opencmas.console.frame.fault.ServiceProblem;

/**
 * The names of contractors and agencies and the numbers of orders, kept for ten minutes: lists name them by id. Names are the same for
 * everybody who may read orders. What cannot be had is left out; the list stands without it.
 */
@ApplicationScoped
public class Names {
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final int MOST = 5_000;

    private final PricedAgreements registry;
    private final Orders orders;
    private final Panels panels;
    private final Clock clock;
    private final Map<UUID, Known> known = new ConcurrentHashMap<>();

    Names(@RestClient PricedAgreements registry, @RestClient Orders orders, Panels panels, Clock clock) {
        this.registry = registry;
        this.orders = orders;
        this.panels = panels;
        this.clock = clock;
    }

    private record Known(String name, Instant since) {}

    /** Returns the names that are known of these contractors, by id. */
    public Map<UUID, String> contractors(Collection<UUID> ids) {
        return names(ids, PricedAgreements.NAME, id -> registry.contractor(id).legalName());
    }

    /** Returns the names that are known of these agencies, by id. */
    public Map<UUID, String> agencies(Collection<UUID> ids) {
        return names(ids, Orders.NAME, id -> orders.getAgency(id).name());
    }

    /** Returns the numbers that their agencies gave to these orders, by id; for a reader who sees the orders of every agency. */
    public Map<UUID, String> orders(Collection<UUID> ids) {
        return names(ids, Orders.NAME, id -> orders.getOrder(id).getEntity().agencyOrderNumber());
    }

    private Map<UUID, String> names(Collection<UUID> ids, String service, Function<UUID, String> question) {
        Instant fresh = clock.instant().minus(KEPT);
        Map<UUID, Panel<String>> asked = new HashMap<>();
        Map<UUID, String> names = new HashMap<>();
        for (UUID id : new LinkedHashSet<>(ids)) {
            Known before = known.get(id);
            if (before != null && before.since().isAfter(fresh)) {
                names.put(id, before.name());
            } else {
                asked.put(id, panels.ask(service, () -> question.apply(id)));
            }
        }
        if (known.size() > MOST) {
            known.clear();
        }
        asked.forEach((id, answer) -> {
            try {
                known.put(id, new Known(answer.value(), clock.instant()));
                names.put(id, answer.value());
            } catch (ServiceDown | ServiceProblem unknown) {
                // The list shows the number and not the name.
            }
        });
        return names;
    }
}
