package org.opencmas.console.order;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.opencmas.console.client.Orders;
import org.opencmas.console.client.Orders.Account;
import org.opencmas.console.client.Orders.Order;
import org.opencmas.console.client.agency.OrderEnds;
import org.opencmas.console.client.agency.OrderEnds.NewTermination;
import org.opencmas.console.client.agency.OrderEnds.NewWorkOrder;
import org.opencmas.console.frame.Panel;
import org.opencmas.console.frame.Panels;
import org.opencmas.console.frame.fault.NoSuchPage;
import org.opencmas.console.frame.fault.ServiceProblem;
import org.opencmas.console.frame.field.Inputs;
import org.opencmas.console.frame.field.Refusals;
import org.opencmas.console.frame.meanwhile.Meanwhile;
import org.opencmas.console.frame.meanwhile.Seen;
import org.opencmas.console.frame.meanwhile.Shown;
import org.opencmas.console.session.SignedIn;
import org.opencmas.terms.Roles;

/**
 * An agency has the contractor stop its work and go on with it, or ends an order early (ORD-TERM-GROUNDS, ORD-TERM-NEGOTIATED). What an end does is looked at before it is
 * done, since nothing takes it back.
 */
@Path("/orders/{orderId}")
@PermitAll
@SignedIn({Roles.AGENCY_BUYER, Roles.AGENCY_APPROVER})
@Produces(MediaType.TEXT_HTML)
public class EndOrderResource {
    private final Orders orders;
    private final OrderEnds ends;
    private final HistoryShown historyShown;
    private final Panels panels;

    EndOrderResource(@RestClient Orders orders, @RestClient OrderEnds ends, HistoryShown historyShown, Panels panels) {
        this.orders = orders;
        this.ends = ends;
        this.historyShown = historyShown;
        this.panels = panels;
    }

    /**
     * The order on its page.
     *
     * @param seen the version that the forms are about
     * @param meanwhile acts since then, where something was refused because of them
     * @param effects what the end would do to each group; null before that was asked for
     */
    record Sheet(
            Order order,
            Seen seen,
            Panel<Account> account,
            Meanwhile meanwhile,
            @Nullable List<EndingForm.Effect> effects) {
        public boolean isOut() {
            return order.allows("termination");
        }

        public boolean isStopped() {
            return Boolean.TRUE.equals(order.workIsStopped());
        }

        public boolean mayStop() {
            return !isStopped() && order.allows("stopWork");
        }

        public boolean mayResume() {
            return isStopped() && order.allows("resumption");
        }

        public String field(Orders.SubOrder group) {
            return EndingForm.field(group);
        }

        public EndingForm.Effect whole() {
            return effects == null ? EndingForm.Effect.NONE : EndingForm.sum(effects);
        }
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance end(
                Sheet sheet, Inputs inputs, EndingForm.Ground[] grounds, String today, UUID key);
    }

    @GET
    @Path("/ending")
    public TemplateInstance ending(@PathParam("orderId") String orderId) {
        return shown(OrderResource.id(orderId), Inputs.of(Map.of()), false, false);
    }

    @POST
    @Path("/stop-work")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> stop(
            @PathParam("orderId") String orderId, MultivaluedMap<String, String> form) {
        UUID id = OrderResource.id(orderId);
        var inputs = Inputs.of(form);
        NewWorkOrder stop = EndingForm.work(inputs, "stop");
        return done(
                id,
                inputs,
                Map.of("/effectiveOn", "stop.effectiveOn", "/reason", "stop.reason"),
                () -> ends.stopWork(id, inputs.value("etag"), inputs.value("key"), stop));
    }

    @POST
    @Path("/resumption")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> resume(
            @PathParam("orderId") String orderId, MultivaluedMap<String, String> form) {
        UUID id = OrderResource.id(orderId);
        var inputs = Inputs.of(form);
        NewWorkOrder resumption = EndingForm.work(inputs, "resume");
        return done(
                id,
                inputs,
                Map.of("/effectiveOn", "resume.effectiveOn", "/reason", "resume.reason"),
                () -> ends.resumeWork(id, inputs.value("etag"), inputs.value("key"), resumption));
    }

    @POST
    @Path("/termination")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> end(
            @PathParam("orderId") String orderId, MultivaluedMap<String, String> form) {
        UUID id = OrderResource.id(orderId);
        var inputs = Inputs.of(form);
        String wish = inputs.value("do");
        if (wish.equals("change")) {
            return RestResponse.ok(shown(id, inputs, false, false));
        }
        NewTermination termination =
                EndingForm.read(inputs, orders.getOrder(id).getEntity().subOrders());
        if (inputs.isFine() && !wish.equals("end")) {
            return RestResponse.ok(shown(id, inputs, false, true));
        }
        return done(
                id,
                inputs,
                EndingForm.called(termination),
                () -> ends.terminateOrder(id, inputs.value("etag"), inputs.value("key"), termination));
    }

    private RestResponse<TemplateInstance> done(UUID id, Inputs inputs, Map<String, String> called, Runnable act) {
        if (inputs.isFine()) {
            try {
                act.run();
                return RestResponse.seeOther(URI.create("/orders/" + id));
            } catch (ServiceProblem problem) {
                if (problem.status() == 412) {
                    return RestResponse.status(RestResponse.Status.PRECONDITION_FAILED, shown(id, inputs, true, false));
                }
                Refusals.intoFields(inputs, problem, called);
            }
        }
        return RestResponse.status(RestResponse.Status.BAD_REQUEST, shown(id, inputs, false, false));
    }

    private TemplateInstance shown(UUID id, Inputs inputs, boolean isStale, boolean withEffects) {
        var found = panels.ask(Orders.NAME, () -> orders.getOrder(id));
        var history = panels.ask(Orders.NAME, () -> orders.getOrderHistory(id));
        Panel<Account> account = panels.ask(Orders.NAME, () -> orders.getOrderAccount(id));
        if (found.isMissing()) {
            throw new NoSuchPage("There is no order with this address, or it is not yours to see.");
        }
        Order order = found.value().getEntity();
        Shown now = historyShown.of(history);
        Meanwhile meanwhile =
                isStale ? Meanwhile.of(inputs, now).withUnsent(inputs, hasForm(order, inputs)) : Meanwhile.NONE;
        return Templates.end(
                new Sheet(
                        order,
                        Seen.of(inputs, found.value().getHeaderString("ETag"), now, isStale),
                        account,
                        meanwhile,
                        withEffects ? EndingForm.effects(inputs, order.subOrders()) : null),
                inputs,
                EndingForm.Ground.values(),
                panels.today().toString(),
                UUID.randomUUID());
    }

    /** Tells whether the page still has the form that was sent. */
    private static boolean hasForm(Order order, Inputs inputs) {
        boolean isStopped = Boolean.TRUE.equals(order.workIsStopped());
        if (inputs.has("stop.reason")) {
            return !isStopped && order.allows("stopWork");
        }
        if (inputs.has("resume.reason")) {
            return isStopped && order.allows("resumption");
        }
        return order.allows("termination");
    }
}
