package org.opencmas.console.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.opencmas.console.client.Decisions.OrderCheck;
import org.opencmas.console.client.Orders;
import org.opencmas.console.client.Orders.Order;
import org.opencmas.console.draft.FindPricedLines.Found;
import org.opencmas.console.frame.Panel;
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
 * The editor of an order: a new one, a draft or returned one, or an amendment. Every button sends the whole form and gets the whole
 * page with what was typed; with script the check runs by itself while one types.
 */
@Path("/drafts")
@PermitAll
@SignedIn({Roles.AGENCY_BUYER, Roles.AGENCY_APPROVER})
@Produces(MediaType.TEXT_HTML)
public class DraftResource {
    private static final String WAIT = "wait=10";

    private final Orders orders;
    private final CheckDraft check;
    private final FindPricedLines priceLists;
    private final Clock clock;

    DraftResource(@RestClient Orders orders, CheckDraft check, FindPricedLines priceLists, Clock clock) {
        this.orders = orders;
        this.check = check;
        this.priceLists = priceLists;
        this.clock = clock;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance editor(DraftView view, UUID key);
    }

    @GET
    @Path("/new")
    public TemplateInstance begin(
            @QueryParam("cmas") @DefaultValue("") String cmas, @QueryParam("item") @DefaultValue("") String item) {
        Map<String, List<String>> fields = new HashMap<>();
        fields.put("orderDate", List.of(LocalDate.now(clock).toString()));
        fields.put("cmas", List.of(cmas));
        if (!cmas.isBlank() && !item.isBlank()) {
            return editor(
                    Beginning.blank(),
                    Inputs.of(priceLists.taken(fields, Inputs.of(fields), item)),
                    null,
                    Found.NOT_ASKED);
        }
        return editor(
                Beginning.blank(),
                Inputs.of(DraftFields.withLine(fields, Map.of("cmasNumber", cmas))),
                null,
                Found.NOT_ASKED);
    }

    @GET
    @Path("/{orderId}")
    public TemplateInstance edit(@PathParam("orderId") String orderId) {
        Beginning beginning = beginning(orderId);
        Map<String, List<String>> fields = new HashMap<>(DraftFields.of(beginning.version()));
        if (beginning.isAmendment() && !beginning.isRevision()) {
            fields.put("amendmentDate", List.of(LocalDate.now(clock).toString()));
            fields.put("reason", List.of(""));
            fields.put("reasonCode", List.of(""));
            fields.put("contactNote", List.of(""));
        }
        var inputs = Inputs.of(fields);
        return editor(beginning, inputs, check.findings(beginning, inputs), Found.NOT_ASKED);
    }

    @POST
    @Path("/new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> write(MultivaluedMap<String, String> form) {
        return act(Beginning.blank(), form);
    }

    @POST
    @Path("/{orderId}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> rewrite(
            @PathParam("orderId") String orderId, MultivaluedMap<String, String> form) {
        return act(beginning(orderId), form);
    }

    private RestResponse<TemplateInstance> act(Beginning beginning, Map<String, List<String>> fields) {
        var inputs = Inputs.of(fields);
        String act = inputs.value("do");
        if (act.equals("ADD")) {
            String cmas = inputs.value(DraftFields.lineField(0, "cmasNumber"));
            return again(beginning, Inputs.of(DraftFields.withLine(fields, Map.of("cmasNumber", cmas))));
        }
        if (act.startsWith("REMOVE.")) {
            return again(beginning, Inputs.of(DraftFields.withoutLine(fields, number(act.substring(7)))));
        }
        if (act.startsWith("TAKE.")) {
            return again(beginning, Inputs.of(priceLists.taken(fields, inputs, act.substring(5))));
        }
        if (act.equals("FIND")) {
            return RestResponse.ok(
                    editor(beginning, inputs, check.findings(beginning, inputs), priceLists.find(inputs)));
        }
        if (act.equals("SAVE") || act.equals("SUBMIT")) {
            return store(beginning, inputs, act.equals("SAVE"));
        }
        // A check shows what is wrong with the form too, but as news and not as a refusal.
        return again(beginning, inputs);
    }

    private RestResponse<TemplateInstance> again(Beginning beginning, Inputs inputs) {
        return RestResponse.ok(editor(beginning, inputs, check.findings(beginning, inputs), Found.NOT_ASKED));
    }

    private RestResponse<TemplateInstance> store(Beginning beginning, Inputs inputs, boolean draft) {
        ObjectNode body = check.body(beginning, inputs).put("draft", draft);
        if (beginning.isAmendment()) {
            check.amendment(inputs, body);
        }
        if (!inputs.isFine()) {
            return RestResponse.status(
                    RestResponse.Status.BAD_REQUEST, editor(beginning, inputs, null, Found.NOT_ASKED));
        }
        String key = inputs.text("key").isEmpty() ? UUID.randomUUID().toString() : inputs.text("key");
        String seen = inputs.value("etag");
        String prefer = draft ? "wait=0" : WAIT;
        try {
            Order before = beginning.order();
            Order stored = before == null
                    ? orders.placeOrder(key, prefer, body)
                    : beginning.isRevision()
                            ? orders.reviseOrder(before.orderId(), seen, prefer, body)
                            : orders.amendOrder(before.orderId(), seen, key, prefer, body);
            return RestResponse.seeOther(URI.create("/orders/" + stored.orderId()));
        } catch (ServiceProblem problem) {
            return refused(beginning, inputs, problem);
        }
    }

    private RestResponse<TemplateInstance> refused(Beginning beginning, Inputs inputs, ServiceProblem problem) {
        Order before = beginning.order();
        if (problem.status() == 412 && before != null) {
            return RestResponse.status(
                    RestResponse.Status.PRECONDITION_FAILED,
                    editor(
                            beginning,
                            inputs,
                            check.findings(beginning, inputs),
                            Found.NOT_ASKED,
                            Meanwhile.of(inputs, DraftShown.of(beginning.version()))));
        }
        Refusals.intoFields(inputs, problem, DraftFields.CALLED);
        return RestResponse.status(
                RestResponse.Status.BAD_REQUEST,
                editor(beginning, inputs, check.findings(beginning, inputs), Found.NOT_ASKED));
    }

    /** Shows the form again, of the version that it began with: a check or one more line takes no notice of what another person stored meanwhile. */
    private TemplateInstance editor(
            Beginning beginning, Inputs inputs, @Nullable Panel<OrderCheck> findings, Found found) {
        return editor(beginning, inputs, findings, found, Meanwhile.NONE);
    }

    private TemplateInstance editor(
            Beginning beginning,
            Inputs inputs,
            @Nullable Panel<OrderCheck> findings,
            Found found,
            Meanwhile meanwhile) {
        return Templates.editor(
                new DraftView(
                        beginning.address(),
                        beginning.title(),
                        Seen.of(inputs, beginning.etag(), DraftShown.of(beginning.version()), meanwhile.isTold()),
                        beginning.isAmendment(),
                        inputs,
                        inputs.count(index -> DraftFields.lineField(index, "lineId"), DraftFields.MOST_LINES),
                        findings,
                        findings == null ? null : check.preview(beginning, inputs),
                        check.attestable(inputs, findings),
                        found.lines(),
                        found.note(),
                        meanwhile),
                UUID.randomUUID());
    }

    private Beginning beginning(String orderId) {
        UUID id = id(orderId);
        RestResponse<Order> found = orders.getOrder(id);
        Order order = found.getEntity();
        Orders.OpenAmendment open = order.openAmendment();
        int version = open != null && open.allows("revise") ? open.documentVersion() : order.documentVersion();
        if (!order.allows("revise") && !order.allows("amendments") && (open == null || !open.allows("revise"))) {
            throw new NoSuchPage("This order cannot be edited as it stands: it is " + order.state() + ".");
        }
        JsonNode begun = orders.getOrderVersion(id, version);
        if (!DraftFields.isWhole(begun)) {
            throw new NoSuchPage("This order has " + begun.path("lines").size() + " lines, and the form holds "
                    + DraftFields.MOST_LINES
                    + ": the others would be lost. It can be changed by the ordering system that wrote it.");
        }
        return new Beginning(order, found.getHeaderString("ETag"), begun);
    }

    private static UUID id(String text) {
        return Ids.of(text, "There is no order with this address, or it is not yours to see.");
    }

    private static int number(String text) {
        return text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : -1;
    }
}
