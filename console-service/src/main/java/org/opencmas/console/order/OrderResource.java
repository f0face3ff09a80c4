package org.opencmas.console.order;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
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
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.opencmas.console.client.Orders;
import org.opencmas.console.client.Orders.Order;
import org.opencmas.console.frame.Page;
import org.opencmas.console.frame.Panels;
import org.opencmas.console.frame.fault.NoSuchPage;
import org.opencmas.console.frame.fault.ServiceProblem;
import org.opencmas.console.frame.field.Ids;
import org.opencmas.console.frame.field.Inputs;
import org.opencmas.console.frame.field.Refusals;
import org.opencmas.console.frame.meanwhile.Meanwhile;
import org.opencmas.console.frame.meanwhile.Seen;
import org.opencmas.console.session.SignedIn;
import org.opencmas.terms.Roles;

/**
 * One order with all that happened to it, and the acts that are possible now. An act is done on the version that the reader saw:
 * when another came in between, the page tells what changed and nothing is done.
 */
@Path("/orders/{orderId}")
@PermitAll
@SignedIn({
    Roles.AGENCY_BUYER,
    Roles.AGENCY_APPROVER,
    Roles.CONTRACTOR,
    Roles.DGS_ANALYST,
    Roles.DGS_APPROVER,
    Roles.COMPLIANCE_REVIEWER,
    Roles.AUDITOR
})
@Produces(MediaType.TEXT_HTML)
public class OrderResource {
    private static final String WAIT = "wait=10";
    private static final int REASON_LONGEST = 2_000;
    /** Of receipts, invoices and payments each, which is as many as the service answers at once; the page says where there are more. */
    private static final int MOST_SHOWN = 200;

    private final Orders orders;
    private final Names names;
    private final HistoryShown historyShown;
    private final Panels panels;
    private final Page page;

    OrderResource(@RestClient Orders orders, Names names, HistoryShown historyShown, Panels panels, Page page) {
        this.orders = orders;
        this.names = names;
        this.historyShown = historyShown;
        this.panels = panels;
        this.page = page;
    }

    /** Why a contractor sends an order back, as the service takes it. */
    enum RejectionReason {
        CMAS_NUMBER,
        ITEM_NOT_ON_CONTRACT,
        PRICE,
        QUANTITY_OR_UNIT,
        LOCATION,
        PRICE_BUNDLING,
        CMAS_EXPIRED,
        OTHER
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance order(
                OrderView view, Inputs inputs, UUID key, RejectionReason[] reasons, Meanwhile meanwhile);
    }

    @GET
    public TemplateInstance order(@PathParam("orderId") String orderId) {
        return shown(view(id(orderId), Inputs.of(Map.of()), false), Inputs.of(Map.of()), Meanwhile.NONE);
    }

    @POST
    @Path("/acceptance")
    @SignedIn(Roles.CONTRACTOR)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> accept(
            @PathParam("orderId") String orderId, MultivaluedMap<String, String> form) {
        UUID id = id(orderId);
        return act(
                id,
                form,
                inputs -> orders.acceptOrder(id, seen(form), key(form), new Orders.NewAcceptance(null)),
                OrderView::mayAnswer);
    }

    @POST
    @Path("/rejection")
    @SignedIn(Roles.CONTRACTOR)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> reject(
            @PathParam("orderId") String orderId, MultivaluedMap<String, String> form) {
        UUID id = id(orderId);
        return act(
                id,
                form,
                inputs -> {
                    inputs.name("reasonCode", "Why");
                    inputs.name("pointer", "Which field is wrong");
                    inputs.name("rightValue", "The right value of that field");
                    String reasonCode = inputs.choice("reasonCode", RejectionReason.class)
                            .map(RejectionReason::name)
                            .orElse("");
                    if (reasonCode.isEmpty()) {
                        inputs.wrong("reasonCode", "must be chosen.");
                    }
                    String reason = inputs.paragraphs("reason", REASON_LONGEST);
                    if (reason.isEmpty()) {
                        inputs.wrong("reason", "must say what is wrong, for the agency to read.");
                    }
                    String pointer = inputs.text("pointer");
                    String rightValue = inputs.text("rightValue", REASON_LONGEST);
                    if (pointer.isEmpty() && !rightValue.isEmpty()) {
                        inputs.wrong("pointer", "must be chosen, since a right value is given.");
                    }
                    if (!pointer.isEmpty() && rightValue.isEmpty()) {
                        inputs.wrong("rightValue", "must say what should stand in the field that was chosen.");
                    }
                    if (inputs.isFine()) {
                        orders.rejectOrder(
                                id,
                                seen(form),
                                key(form),
                                new Orders.NewRejection(
                                        reasonCode,
                                        Inputs.unlessEmpty(pointer),
                                        Inputs.unlessEmpty(rightValue),
                                        reason));
                    }
                },
                OrderView::mayAnswer);
    }

    /** Sends the draft of the order, or of its open amendment, for its decision. */
    @POST
    @Path("/submission")
    @SignedIn({Roles.AGENCY_BUYER, Roles.AGENCY_APPROVER})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> submit(
            @PathParam("orderId") String orderId, MultivaluedMap<String, String> form) {
        UUID id = id(orderId);
        return act(id, form, inputs -> orders.submitOrder(id, seen(form), key(form), WAIT), OrderView::maySubmit);
    }

    /** By an approver who did not write it, before it is sent. */
    @POST
    @Path("/approval")
    @SignedIn(Roles.AGENCY_APPROVER)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> approve(
            @PathParam("orderId") String orderId, MultivaluedMap<String, String> form) {
        UUID id = id(orderId);
        return act(
                id,
                form,
                inputs -> {
                    String note = inputs.text("note", REASON_LONGEST);
                    if (inputs.isFine()) {
                        orders.approveOrder(
                                id, seen(form), key(form), new Orders.NewApproval(Inputs.unlessEmpty(note)));
                    }
                },
                OrderView::mayApprove);
    }

    /** Begins an amendment that has the contractor's right value in its place, which is written on from there. */
    @POST
    @Path("/amendment-from-rejection")
    @SignedIn({Roles.AGENCY_BUYER, Roles.AGENCY_APPROVER})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> amendFromRejection(
            @PathParam("orderId") String orderId, MultivaluedMap<String, String> form) {
        UUID id = id(orderId);
        JsonNode asRejected = JsonNodeFactory.instance.objectNode().put("fromRejection", true);
        return act(
                id,
                form,
                inputs -> orders.amendOrder(id, seen(form), key(form), "wait=0", asRejected),
                OrderView::mayAmend,
                "/drafts/" + id);
    }

    private interface Act {
        void run(Inputs inputs);
    }

    private RestResponse<TemplateInstance> act(
            UUID id, MultivaluedMap<String, String> form, Act act, Predicate<OrderView> isPossible) {
        return act(id, form, act, isPossible, "/orders/" + id);
    }

    /**
     * @param isPossible whether the page still has the form, so that what was typed stands in it
     * @param next the page to go to once it is done
     */
    private RestResponse<TemplateInstance> act(
            UUID id, MultivaluedMap<String, String> form, Act act, Predicate<OrderView> isPossible, String next) {
        var inputs = Inputs.of(new MultivaluedHashMap<>(form));
        try {
            act.run(inputs);
        } catch (ServiceProblem problem) {
            if (problem.status() == 412) {
                return changedMeanwhile(id, inputs, isPossible);
            }
            Refusals.intoFields(inputs, problem);
        }
        return inputs.isFine()
                ? RestResponse.seeOther(URI.create(next))
                : RestResponse.status(
                        RestResponse.Status.BAD_REQUEST, shown(view(id, inputs, false), inputs, Meanwhile.NONE));
    }

    /** Shows the order as it is now, with the acts that came after those that the reader had seen. */
    private RestResponse<TemplateInstance> changedMeanwhile(UUID id, Inputs inputs, Predicate<OrderView> isPossible) {
        OrderView now = view(id, inputs, true);
        return RestResponse.status(
                RestResponse.Status.PRECONDITION_FAILED,
                shown(
                        now,
                        inputs,
                        Meanwhile.of(inputs, historyShown.of(now.history())).withUnsent(inputs, isPossible.test(now))));
    }

    private static TemplateInstance shown(OrderView view, Inputs inputs, Meanwhile meanwhile) {
        return Templates.order(view, inputs, UUID.randomUUID(), RejectionReason.values(), meanwhile);
    }

    /** @param form which goes on with the version that it began with, unless the page tells what changed */
    private OrderView view(UUID id, Inputs form, boolean isTold) {
        Set<String> roles = page.reader().roles();
        var found = panels.ask(Orders.NAME, () -> orders.getOrder(id));
        var history = panels.ask(Orders.NAME, () -> orders.getOrderHistory(id));
        var answer = panels.ask(Orders.NAME, () -> orders.getContractorAnswer(id));
        var account = panels.ask(Orders.NAME, () -> orders.getOrderAccount(id));
        var receipts = panels.ask(Orders.NAME, () -> orders.listReceipts(id, MOST_SHOWN));
        var invoices = panels.ask(Orders.NAME, () -> orders.listInvoices(id, MOST_SHOWN));
        var payments = panels.ask(Orders.NAME, () -> orders.listPayments(id, MOST_SHOWN));
        var match = panels.ask(Orders.NAME, () -> orders.getOrderMatch(id));
        var checklist =
                roles.contains(Roles.CONTRACTOR) ? null : panels.ask(Orders.NAME, () -> orders.getFileChecklist(id));
        if (found.isMissing()) {
            throw new NoSuchPage("There is no order with this address, or it is not yours to see.");
        }
        Order order = found.value().getEntity();
        return new OrderView(
                order,
                Seen.of(form, found.value().getHeaderString("ETag"), historyShown.of(history), isTold),
                names.contractors(List.of(order.contractorId())).getOrDefault(order.contractorId(), ""),
                names.agencies(List.of(order.agencyId())).getOrDefault(order.agencyId(), ""),
                roles,
                history,
                answer,
                account,
                receipts,
                invoices,
                payments,
                match,
                checklist);
    }

    /** What is no id names nothing, as an id of another agency's order does. */
    static UUID id(String text) {
        return Ids.of(text, "There is no order with this address, or it is not yours to see.");
    }

    private static String seen(MultivaluedMap<String, String> form) {
        String etag = form.getFirst("etag");
        return etag == null ? "" : etag;
    }

    private static String key(MultivaluedMap<String, String> form) {
        String key = form.getFirst("key");
        return key == null || key.isBlank() ? UUID.randomUUID().toString() : key;
    }
}
