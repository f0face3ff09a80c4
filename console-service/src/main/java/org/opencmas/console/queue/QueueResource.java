package org.opencmas.console.queue;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.opencmas.console.client.Decisions;
import org.opencmas.console.client.Fees;
import org.opencmas.console.client.Orders;
import org.opencmas.console.client.Orders.ParkedEvents;
import org.opencmas.console.client.Registry;
import org.opencmas.console.client.department.AgreementDrafts;
import org.opencmas.console.frame.Answers;
import org.opencmas.console.frame.Page;
import org.opencmas.console.frame.Panel;
import org.opencmas.console.frame.Panels;
import org.opencmas.console.frame.fault.NoSuchPage;
import org.opencmas.console.frame.fault.ServiceProblem;
import org.opencmas.console.frame.field.Cursors;
import org.opencmas.console.frame.field.Figures;
import org.opencmas.console.frame.field.Inputs;
import org.opencmas.console.frame.field.Refusals;
import org.opencmas.console.session.SignedIn;
import org.opencmas.terms.Roles;

/** The work queue: overdue, returned and mismatched reports, unpaid fees, orders whose fee cannot be worked out, parked events. */
@Path("/queue")
@PermitAll
@SignedIn({Roles.DGS_ANALYST, Roles.DGS_APPROVER, Roles.COMPLIANCE_REVIEWER, Roles.AUDITOR})
@Produces(MediaType.TEXT_HTML)
public class QueueResource {
    private static final int PARKED = 50;
    private static final Set<String> SEES_PARKED = Set.of(Roles.DGS_ANALYST, Roles.DGS_APPROVER, Roles.AUDITOR);

    private final Fees fees;
    private final Orders orders;
    private final Decisions decisions;
    private final AgreementDrafts registry;
    private final Panels panels;
    private final Page page;

    QueueResource(
            @RestClient Fees fees,
            @RestClient Orders orders,
            @RestClient Decisions decisions,
            @RestClient AgreementDrafts registry,
            Panels panels,
            Page page) {
        this.fees = fees;
        this.orders = orders;
        this.decisions = decisions;
        this.registry = registry;
        this.panels = panels;
        this.page = page;
    }

    /** What the queue may be narrowed to. */
    enum Kind {
        OVERDUE_REPORT,
        INCOMPLETE_REPORT,
        MISMATCHED_REPORT,
        UNPAID_FEE,
        UNCOMPUTABLE_ORDER,
        EXPIRING_AGREEMENT,
        EXPIRING_CERTIFICATE,
        CREDIT_ON_ENDED_AGREEMENT,
        ORDER_TYPED_DIFFERENTLY
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance queue(
                Inputs inputs,
                Kind[] kinds,
                Panel<Fees.WorkItemPage> items,
                String next,
                Panel<Fees.UncomputablePage> uncomputable,
                List<Panel<ParkedEvents>> parked,
                boolean mayReplay);
    }

    @GET
    public RestResponse<TemplateInstance> queue(@Context UriInfo address) {
        var inputs = Inputs.of(address.getQueryParameters());
        return Answers.page(inputs, shown(inputs, address.getQueryParameters()));
    }

    /** Has a parked event handled, and those that wait with it; asking twice does no harm. */
    @POST
    @Path("/replay")
    @SignedIn(Roles.DGS_APPROVER)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> replay(MultivaluedMap<String, String> form) {
        var inputs = Inputs.of(form);
        long event = Figures.count(inputs, "event").orElse(0);
        if (inputs.isFine()) {
            try {
                switch (inputs.value("service")) {
                    case Orders.NAME -> orders.replayParkedEvent(event);
                    case Decisions.NAME -> decisions.replayParkedEvent(event);
                    case Fees.NAME -> fees.replayParkedEvent(event);
                    case Registry.NAME -> registry.replayParkedEvent(event);
                    default -> throw new NoSuchPage("No such service keeps parked events.");
                }
                return RestResponse.seeOther(URI.create("/queue#parked"));
            } catch (ServiceProblem problem) {
                Refusals.intoFields(inputs, problem);
            }
        }
        return RestResponse.status(RestResponse.Status.BAD_REQUEST, shown(inputs, Map.of()));
    }

    private TemplateInstance shown(Inputs inputs, Map<String, List<String>> filter) {
        List<String> kinds = inputs.choice("kind", Kind.class)
                .map(kind -> List.of(kind.name()))
                .orElse(List.of());
        String cursor = Cursors.of(inputs);
        var items = panels.ask(Fees.NAME, () -> fees.listWorkItems(kinds, cursor, Cursors.ROWS));
        var uncomputable = panels.ask(Fees.NAME, () -> fees.listUncomputableOrders(null, Cursors.ROWS));
        List<Panel<ParkedEvents>> parked = page.reader().holdsOneOf(SEES_PARKED)
                ? List.of(
                        panels.ask(Orders.NAME, () -> orders.listParkedEvents(PARKED)),
                        panels.ask(Decisions.NAME, () -> decisions.listParkedEvents(PARKED)),
                        panels.ask(Fees.NAME, () -> fees.listParkedEvents(PARKED)),
                        panels.ask(Registry.NAME, () -> registry.listParkedEvents(PARKED)))
                : List.of();
        String next =
                items.isThere() ? Cursors.next("/queue", filter, items.value().next()) : "";
        return Templates.queue(
                inputs,
                Kind.values(),
                items,
                next,
                uncomputable,
                parked,
                page.reader().roles().contains(Roles.DGS_APPROVER));
    }
}
