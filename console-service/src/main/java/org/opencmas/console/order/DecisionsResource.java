package org.opencmas.console.order;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.opencmas.console.client.Decisions;
import org.opencmas.console.client.Orders;
import org.opencmas.console.client.Orders.HistoryEntry;
import org.opencmas.console.client.Orders.Order;
import org.opencmas.console.frame.Panel;
import org.opencmas.console.frame.Panels;
import org.opencmas.console.frame.fault.NoSuchPage;
import org.opencmas.console.session.SignedIn;
import org.opencmas.terms.Roles;

/** How an order was decided, each time: the receipt as it was stored, and the same facts judged again now by the rules of then. */
@Path("/orders/{orderId}/decisions")
@PermitAll
@SignedIn({
    Roles.AGENCY_BUYER,
    Roles.AGENCY_APPROVER,
    Roles.DGS_ANALYST,
    Roles.DGS_APPROVER,
    Roles.COMPLIANCE_REVIEWER,
    Roles.AUDITOR
})
@Produces(MediaType.TEXT_HTML)
public class DecisionsResource {
    /** Of an order of many amendments the latest are shown. */
    private static final int MOST = 20;

    private final Orders orders;
    private final Decisions decisions;
    private final Panels panels;

    DecisionsResource(@RestClient Orders orders, @RestClient Decisions decisions, Panels panels) {
        this.orders = orders;
        this.decisions = decisions;
        this.panels = panels;
    }

    /**
     * One decision.
     *
     * @param entry of the order's history
     */
    record Decided(
            HistoryEntry entry, Panel<Decisions.Evaluation> evaluation, Panel<Decisions.Reproduction> reproduction) {}

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance decisions(Order order, List<Decided> decided, int earlier);
    }

    @GET
    public TemplateInstance decisions(@PathParam("orderId") String orderId) {
        UUID id = OrderResource.id(orderId);
        var order = panels.ask(Orders.NAME, () -> orders.getOrder(id));
        var history = panels.ask(Orders.NAME, () -> orders.getOrderHistory(id));
        if (order.isMissing()) {
            throw new NoSuchPage("There is no order with this address, or it is not yours to see.");
        }
        List<HistoryEntry> all = history.value().entries().stream()
                .filter(entry -> !entry.evaluationId().isEmpty())
                .toList();
        int earlier = Math.max(0, all.size() - MOST);
        // Both are begun for all decisions before the first is waited for.
        List<Decided> decided = all.subList(earlier, all.size()).stream()
                .map(entry -> {
                    UUID evaluation = UUID.fromString(entry.evaluationId());
                    return new Decided(
                            entry,
                            panels.ask(Decisions.NAME, () -> decisions.getEvaluation(evaluation)),
                            panels.ask(Decisions.NAME, () -> decisions.getEvaluationReproduction(evaluation)));
                })
                .toList();
        return Templates.decisions(order.value().getEntity(), decided, earlier);
    }
}
