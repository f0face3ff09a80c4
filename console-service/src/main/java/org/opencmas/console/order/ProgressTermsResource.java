package org.opencmas.console.order;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.opencmas.console.client.Orders;
import org.opencmas.console.client.Orders.Order;
import org.opencmas.console.client.agency.ProgressPayments;
import org.opencmas.console.frame.Panels;
import org.opencmas.console.frame.fault.NoSuchPage;
import org.opencmas.console.frame.fault.ServiceProblem;
import org.opencmas.console.frame.field.Inputs;
import org.opencmas.console.frame.field.Refusals;
import org.opencmas.console.frame.field.Row;
import org.opencmas.console.frame.meanwhile.Meanwhile;
import org.opencmas.console.frame.meanwhile.Seen;
import org.opencmas.console.frame.meanwhile.Shown;
import org.opencmas.console.session.SignedIn;
import org.opencmas.terms.Roles;

/** An agency agrees that an order is paid in part as its work goes on (Guide s4 p12-13): by which provision, what is withheld until the end, and the tasks. */
@Path("/orders/{orderId}/progress-terms")
@PermitAll
@SignedIn({Roles.AGENCY_BUYER, Roles.AGENCY_APPROVER})
@Produces(MediaType.TEXT_HTML)
public class ProgressTermsResource {
    private static final int MOST_TASKS = 100;

    private final Orders orders;
    private final ProgressPayments payments;
    private final HistoryShown historyShown;
    private final Panels panels;

    ProgressTermsResource(
            @RestClient Orders orders,
            @RestClient ProgressPayments payments,
            HistoryShown historyShown,
            Panels panels) {
        this.orders = orders;
        this.payments = payments;
        this.historyShown = historyShown;
        this.panels = panels;
    }

    /**
     * The order on its page.
     *
     * @param seen the version that the form is about
     * @param account as the service answers it, with the terms that are agreed, if any
     * @param meanwhile acts since then, where something was refused because of them
     */
    record Sheet(Order order, Seen seen, JsonNode account, Meanwhile meanwhile) {
        public boolean isAgreed() {
            return account.path("progressTerms").isObject();
        }

        public BigDecimal amount(String member) {
            return new BigDecimal(account.path(member).asText("0"));
        }

        public String agreedBy() {
            return account.path("progressTerms").path("agreedBy").asText();
        }
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance terms(
                Sheet sheet, Inputs inputs, ProgressTermsForm.Kind[] kinds, List<Row> tasks, UUID key);
    }

    @GET
    public TemplateInstance terms(@PathParam("orderId") String orderId) {
        return shown(OrderResource.id(orderId), null, false);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> agree(
            @PathParam("orderId") String orderId, MultivaluedMap<String, String> form) {
        UUID id = OrderResource.id(orderId);
        var inputs = Inputs.of(form);
        if (inputs.value("do").equals("more")) {
            return RestResponse.ok(shown(id, inputs, false));
        }
        JsonNode terms = ProgressTermsForm.read(inputs);
        if (inputs.isFine()) {
            try {
                payments.setProgressTerms(id, inputs.value("etag"), terms);
                return RestResponse.seeOther(URI.create("/orders/" + id + "/money"));
            } catch (ServiceProblem problem) {
                if (problem.status() == 412) {
                    return RestResponse.status(RestResponse.Status.PRECONDITION_FAILED, shown(id, inputs, true));
                }
                Refusals.intoFields(inputs, problem, ProgressTermsForm.called(inputs));
            }
        }
        return RestResponse.status(RestResponse.Status.BAD_REQUEST, shown(id, inputs, false));
    }

    /** @param typed what was typed; null to begin with what is agreed */
    private TemplateInstance shown(UUID id, @Nullable Inputs typed, boolean isStale) {
        var found = panels.ask(Orders.NAME, () -> orders.getOrder(id));
        var history = panels.ask(Orders.NAME, () -> orders.getOrderHistory(id));
        var account = panels.ask(Orders.NAME, () -> payments.getOrderAccount(id));
        if (found.isMissing()) {
            throw new NoSuchPage("There is no order with this address, or it is not yours to see.");
        }
        Inputs inputs = typed == null
                ? Inputs.of(ProgressTermsForm.fields(account.value().path("progressTerms")))
                : typed;
        int spare = inputs.isFine() ? 1 : 0;
        Shown now = historyShown.of(history);
        return Templates.terms(
                new Sheet(
                        found.value().getEntity(),
                        Seen.of(inputs, found.value().getHeaderString("ETag"), now, isStale),
                        account.value(),
                        isStale ? Meanwhile.of(inputs, now) : Meanwhile.NONE),
                inputs,
                ProgressTermsForm.Kind.values(),
                Row.of("tasks", "Task", Math.min(MOST_TASKS, ProgressTermsForm.TASKS.count(inputs) + spare)),
                UUID.randomUUID());
    }
}
