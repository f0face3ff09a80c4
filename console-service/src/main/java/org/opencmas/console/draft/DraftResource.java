package org.opencmas.console.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
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
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.opencmas.console.client.Decisions;
import org.opencmas.console.client.Decisions.AttestationKind;
import org.opencmas.console.client.Decisions.OrderCheck;
import org.opencmas.console.client.Orders;
import org.opencmas.console.client.Orders.Order;
import org.opencmas.console.client.PricedAgreements;
import org.opencmas.console.client.PricedAgreements.PricedLine;
import org.opencmas.console.frame.Panel;
import org.opencmas.console.frame.Panels;
import org.opencmas.console.frame.fault.NoSuchPage;
import org.opencmas.console.frame.fault.ServiceProblem;
import org.opencmas.console.frame.field.Inputs;
import org.opencmas.console.session.SignedIn;

/**
 * The editor of an order: a new one, a draft or returned one, or an amendment. Every button sends the whole form and gets the whole
 * page with what was typed; with script the check runs by itself while one types.
 */
@Path("/drafts")
@PermitAll
@SignedIn({"agency-buyer", "agency-approver"})
@Produces(MediaType.TEXT_HTML)
public class DraftResource {
    private static final String WAIT = "wait=10";
    private static final int FOUND_LINES = 20;
    private static final int MOST_ATTESTATIONS = 50;

    private final Orders orders;
    private final Decisions decisions;
    private final PricedAgreements registry;
    private final Panels panels;
    private final Clock clock;

    DraftResource(
            @RestClient Orders orders,
            @RestClient Decisions decisions,
            @RestClient PricedAgreements registry,
            Panels panels,
            Clock clock) {
        this.orders = orders;
        this.decisions = decisions;
        this.registry = registry;
        this.panels = panels;
        this.clock = clock;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance editor(DraftView view, UUID key);
    }

    /**
     * What an edit begins with.
     *
     * @param order null for a new one
     * @param version the version that is edited or amended; empty for a new one
     */
    private record Beginning(@Nullable Order order, String etag, JsonNode version) {
        String address() {
            return order == null ? "/drafts/new" : "/drafts/" + order.orderId();
        }

        boolean isAmendment() {
            return order != null && !order.allows("revise");
        }

        String title() {
            return order == null
                    ? "Write an order"
                    : (isAmendment() ? "Amend order " : "Edit order ") + order.agencyOrderNumber();
        }

        /** Tells whether a version that was never issued is written anew, rather than a further one begun. */
        boolean isRevision() {
            if (order == null) {
                return false;
            }
            Orders.OpenAmendment amendment = order.openAmendment();
            return order.allows("revise") || (amendment != null && amendment.allows("revise"));
        }
    }

    @GET
    @Path("/new")
    public TemplateInstance begin(
            @QueryParam("cmas") @DefaultValue("") String cmas, @QueryParam("item") @DefaultValue("") String item) {
        Map<String, List<String>> fields = new HashMap<>();
        fields.put("orderDate", List.of(LocalDate.now(clock).toString()));
        fields.put("cmas", List.of(cmas));
        if (!cmas.isBlank() && !item.isBlank()) {
            return editor(blank(), Inputs.of(taken(fields, Inputs.of(fields), item)), null, List.of(), "", List.of());
        }
        return editor(
                blank(),
                Inputs.of(DraftFields.withLine(fields, Map.of("cmasNumber", cmas))),
                null,
                List.of(),
                "",
                List.of());
    }

    @GET
    @Path("/{orderId}")
    public TemplateInstance edit(@PathParam("orderId") String orderId) {
        Beginning beginning = beginning(orderId);
        Map<String, List<String>> fields = new HashMap<>(DraftFields.of(beginning.version()));
        if (beginning.isAmendment() && !beginning.isRevision()) {
            fields.put("amendmentDate", List.of(LocalDate.now(clock).toString()));
            fields.put("reason", List.of(""));
        }
        var inputs = Inputs.of(fields);
        return editor(beginning, inputs, checked(beginning, inputs), List.of(), "", List.of());
    }

    @POST
    @Path("/new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> write(MultivaluedMap<String, String> form) {
        return act(blank(), form);
    }

    @POST
    @Path("/{orderId}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> rewrite(
            @PathParam("orderId") String orderId, MultivaluedMap<String, String> form) {
        return act(beginning(orderId), form);
    }

    /** Begins an amendment that has the contractor's right value in its place. */
    @POST
    @Path("/{orderId}/from-rejection")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> fromRejection(
            @PathParam("orderId") String orderId, MultivaluedMap<String, String> form) {
        UUID id = id(orderId);
        var inputs = Inputs.of(form);
        orders.amendOrder(
                id,
                inputs.value("etag"),
                inputs.value("key"),
                "wait=0",
                JsonNodeFactory.instance.objectNode().put("fromRejection", true));
        return RestResponse.seeOther(URI.create("/drafts/" + id));
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
            return again(beginning, Inputs.of(taken(fields, inputs, act.substring(5))));
        }
        if (act.equals("FIND")) {
            return RestResponse.ok(found(beginning, inputs));
        }
        if (act.equals("SAVE") || act.equals("SUBMIT")) {
            return store(beginning, inputs, act.equals("SAVE"));
        }
        // A check shows what is wrong with the form too, but as news and not as a refusal.
        return again(beginning, inputs);
    }

    private RestResponse<TemplateInstance> again(Beginning beginning, Inputs inputs) {
        return RestResponse.ok(editor(beginning, inputs, checked(beginning, inputs), List.of(), "", List.of()));
    }

    private RestResponse<TemplateInstance> store(Beginning beginning, Inputs inputs, boolean draft) {
        ObjectNode body = body(beginning, inputs).put("draft", draft);
        if (beginning.isAmendment()) {
            amendment(inputs, body);
        }
        if (!inputs.isFine()) {
            return RestResponse.status(
                    RestResponse.Status.BAD_REQUEST, editor(beginning, inputs, null, List.of(), "", List.of()));
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
                            checked(beginning, inputs),
                            List.of(),
                            "",
                            Differences.between(inputs, beginning.version())));
        }
        if (problem.status() == 401 || problem.status() == 403 || problem.status() == 404) {
            throw problem;
        }
        if (problem.faults().isEmpty()) {
            inputs.wrong("agencyOrderNumber", problem.detail());
        }
        problem.faults().forEach(fault -> inputs.wrong(field(fault.pointer()), fault.detail()));
        return RestResponse.status(
                RestResponse.Status.BAD_REQUEST,
                editor(beginning, inputs, checked(beginning, inputs), List.of(), "", List.of()));
    }

    /** Returns the form's field of a JSON pointer: {@code /lines/0/quantity} is {@code lines.0.quantity}. */
    static String field(String pointer) {
        String field = pointer.startsWith("/")
                ? pointer.substring(1).replaceFirst("^delivery/", "").replace('/', '.')
                : "lines";
        boolean known = DraftFields.OF_ORDER.contains(field)
                || DraftFields.OF_DELIVERY.contains(field)
                || DraftFields.OF_LINE.stream().anyMatch(name -> field.matches("lines\\.[0-9]+\\." + name));
        return known ? field : "lines";
    }

    private ObjectNode body(Beginning beginning, Inputs inputs) {
        return new DraftBody(inputs, beginning.version())
                .read(contractor(beginning, inputs), LocalDate.now(clock).toString());
    }

    private static void amendment(Inputs inputs, ObjectNode body) {
        inputs.day("amendmentDate").ifPresent(day -> body.put("amendmentDate", day.toString()));
        String reason = inputs.text("reason", 1_000);
        if (reason.isEmpty()) {
            inputs.wrong("reason", "must say why the order is amended.");
        }
        body.put("reason", reason);
        String note = inputs.text("contactNote", 1_000);
        if (!note.isEmpty()) {
            body.put("contactNote", note);
        }
    }

    /** The contractor follows from the first line's agreement, so nobody types an id. */
    private String contractor(Beginning beginning, Inputs inputs) {
        Order order = beginning.order();
        if (order != null) {
            return order.contractorId().toString();
        }
        String field = DraftFields.lineField(0, "cmasNumber");
        String number = inputs.text(field);
        if (number.isEmpty()) {
            return "";
        }
        try {
            return registry.holder(number).contractorId().toString();
        } catch (ServiceProblem unknown) {
            inputs.wrong(field, "is no CMAS that the registry knows. " + unknown.detail());
            return "";
        }
    }

    private @Nullable Panel<OrderCheck> checked(Beginning beginning, Inputs inputs) {
        // What is wrong with half a form is not yet a fault: the check reads a copy.
        Inputs copy = inputs.copy();
        ObjectNode body = body(beginning, copy);
        Order order = beginning.order();
        if (!copy.isFine()) {
            return null;
        }
        if (order != null && beginning.isAmendment()) {
            Orders.OpenAmendment open = order.openAmendment();
            body.putObject("amends")
                    .put("orderDate", order.orderDate().toString())
                    .put("amendmentNumber", open == null ? order.amendmentNumber() + 1 : open.amendmentNumber())
                    .put(
                            "amendmentDate",
                            copy.day("amendmentDate")
                                    .orElse(LocalDate.now(clock))
                                    .toString());
        }
        return panels.ask(Decisions.NAME, () -> decisions.checkOrder(body));
    }

    /** What the amendment would do, as the service works it out; the reason may still be missing. */
    private @Nullable Panel<Orders.AmendmentPreview> previewed(Beginning beginning, Inputs inputs) {
        Order order = beginning.order();
        if (order == null || !beginning.isAmendment() || beginning.isRevision()) {
            return null;
        }
        Inputs copy = inputs.copy();
        ObjectNode body = body(beginning, copy);
        amendment(copy, body);
        if (body.path("reason").asText().isEmpty()) {
            body.put("reason", "A preview");
        }
        return panels.ask(Orders.NAME, () -> orders.previewAmendment(order.orderId(), body));
    }

    private TemplateInstance found(Beginning beginning, Inputs inputs) {
        String number = inputs.text("cmas");
        String words = inputs.text("find");
        List<PricedLine> lines = List.of();
        String note = "";
        try {
            lines = number.isEmpty()
                    ? List.of()
                    : registry.lines(number, null, words.isEmpty() ? null : words, FOUND_LINES)
                            .items();
            note = number.isEmpty()
                    ? "Give the CMAS number whose price list is to be searched."
                    : lines.isEmpty() ? "No line of this price list holds these words." : "";
        } catch (ServiceProblem refused) {
            note = refused.detail();
        }
        return editor(beginning, inputs, checked(beginning, inputs), lines, note, List.of());
    }

    /** Takes a line of the price list over, as it is priced. */
    private Map<String, List<String>> taken(Map<String, List<String>> fields, Inputs inputs, String item) {
        String number = inputs.text("cmas");
        List<PricedLine> lines = registry.lines(number, item, null, 1).items();
        if (lines.isEmpty()) {
            throw new NoSuchPage("The price list has no such item any more.");
        }
        PricedLine line = lines.getFirst();
        Map<String, String> values = new HashMap<>();
        values.put("cmasNumber", number);
        values.put("itemId", line.itemId());
        values.put("description", line.description());
        values.put("unit", line.unit());
        values.put("unitPrice", line.price().toPlainString());
        String kind = line.kind();
        values.put("kind", kind == null ? "" : kind);
        Map<String, List<String>> kept = fields;
        // The one empty line that a new form begins with gives way.
        if (DraftFields.lines(fields) == 1
                && inputs.value(DraftFields.lineField(0, "description")).isBlank()) {
            kept = DraftFields.withoutLine(fields, 0);
        }
        return DraftFields.withLine(kept, values);
    }

    private TemplateInstance editor(
            Beginning beginning,
            Inputs inputs,
            @Nullable Panel<OrderCheck> check,
            List<PricedLine> priceLines,
            String priceNote,
            List<String> changed) {
        return Templates.editor(
                new DraftView(
                        beginning.address(),
                        beginning.title(),
                        beginning.etag(),
                        beginning.isAmendment(),
                        inputs,
                        inputs.count(index -> DraftFields.lineField(index, "lineId"), DraftFields.MOST_LINES),
                        check,
                        check == null ? null : previewed(beginning, inputs),
                        attestable(inputs, check),
                        priceLines,
                        priceNote,
                        changed),
                UUID.randomUUID());
    }

    /** What the check misses, and what the form signs already: a signed statement stays on the page when its rule is content with it. */
    private List<Attestable> attestable(Inputs inputs, @Nullable Panel<OrderCheck> check) {
        List<String> signed = inputs.copy().texts("attest", MOST_ATTESTATIONS);
        Set<String> rules = new TreeSet<>(signed);
        if (check != null && check.isThere()) {
            check.value().attestationsMissing().forEach(missing -> rules.add(missing.rule()));
        }
        if (rules.isEmpty()) {
            return List.of();
        }
        Panel<Decisions.AttestationKinds> kinds = panels.ask(Decisions.NAME, decisions::listAttestationKinds);
        List<AttestationKind> known = kinds.isThere() ? kinds.value().items() : List.of();
        return rules.stream()
                .map(rule -> known.stream()
                        .filter(kind -> kind.rules().contains(rule))
                        .findFirst()
                        .map(kind -> new Attestable(
                                rule, kind.statement(), kind.signedBy(), kind.evidence(), signed.contains(rule)))
                        .orElseGet(() -> new Attestable(rule, "", "", "", signed.contains(rule))))
                .toList();
    }

    private static Beginning blank() {
        return new Beginning(null, "", JsonNodeFactory.instance.objectNode());
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
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            throw new NoSuchPage("There is no order with this address, or it is not yours to see.");
        }
    }

    private static int number(String text) {
        return text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : -1;
    }
}
