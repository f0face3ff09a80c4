package org.opencmas.console.doubt;

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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.opencmas.console.client.Doubts;
import org.opencmas.console.client.Doubts.AskedDoubt;
import org.opencmas.console.client.Doubts.NewConfirmation;
import org.opencmas.console.client.Orders;
import org.opencmas.console.frame.Panels;
import org.opencmas.console.frame.fault.ServiceProblem;
import org.opencmas.console.frame.field.Ids;
import org.opencmas.console.frame.field.Inputs;
import org.opencmas.console.frame.field.Refusals;
import org.opencmas.console.frame.meanwhile.Meanwhile;
import org.opencmas.console.frame.meanwhile.Seen;
import org.opencmas.console.frame.meanwhile.Shown;
import org.opencmas.console.frame.text.Forms;
import org.opencmas.console.frame.text.Places;
import org.opencmas.console.session.SignedIn;
import org.opencmas.terms.Roles;

/**
 * What is hardly meant in an order: a telephone number as an amount, a price ten times the usual one. Each is mended in the draft, or
 * confirmed with an explanation that stays in the order's history.
 */
@Path("/orders/{orderId}/doubts")
@PermitAll
@SignedIn({Roles.AGENCY_BUYER, Roles.AGENCY_APPROVER})
@Produces(MediaType.TEXT_HTML)
public class DoubtsResource {
    private static final int EXPLANATION_LONGEST = 1_000;

    private final Doubts doubts;
    private final Orders orders;
    private final Panels panels;

    DoubtsResource(@RestClient Doubts doubts, @RestClient Orders orders, Panels panels) {
        this.doubts = doubts;
        this.orders = orders;
        this.panels = panels;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance doubts(
                UUID orderId,
                String orderNumber,
                List<AskedDoubt> asked,
                boolean hasOpen,
                Inputs inputs,
                Seen seen,
                UUID key,
                Meanwhile meanwhile);
    }

    @GET
    public TemplateInstance doubts(@PathParam("orderId") String orderId) {
        return shown(id(orderId), Inputs.of(Map.of()), false);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> confirm(
            @PathParam("orderId") String orderId, MultivaluedMap<String, String> form) {
        UUID id = id(orderId);
        var inputs = Inputs.of(form);
        List<NewConfirmation> said = new ArrayList<>();
        Map<String, String> fields = new HashMap<>();
        for (AskedDoubt doubt : doubts.getOrderDoubts(id).doubts()) {
            inputs.name(DoubtFields.field(doubt), "It is meant, since");
            String explanation = inputs.paragraphs(DoubtFields.field(doubt), EXPLANATION_LONGEST);
            if (!explanation.isEmpty()) {
                fields.put("/confirmations/" + said.size(), DoubtFields.field(doubt));
                said.add(new NewConfirmation(doubt.kind(), doubt.pointer(), explanation));
            }
        }
        if (said.isEmpty()) {
            inputs.wrongAsAWhole(
                    "",
                    "Say of one possible mistake at least why it is meant; what is not meant is corrected in the draft.");
        }
        if (inputs.isFine()) {
            try {
                doubts.confirmDoubts(id, inputs.value("etag"), inputs.value("key"), new Doubts.NewConfirmations(said));
                return RestResponse.seeOther(URI.create("/orders/" + id));
            } catch (ServiceProblem problem) {
                if (problem.status() == 412) {
                    return RestResponse.status(RestResponse.Status.PRECONDITION_FAILED, shown(id, inputs, true));
                }
                Refusals.intoFields(inputs, problem, fields);
            }
        }
        return RestResponse.status(RestResponse.Status.BAD_REQUEST, shown(id, inputs, false));
    }

    private TemplateInstance shown(UUID id, Inputs inputs, boolean isStale) {
        var order = panels.ask(Orders.NAME, () -> orders.getOrder(id));
        List<AskedDoubt> asked = doubts.getOrderDoubts(id).doubts();
        Shown now = shownOf(order.value().getEntity(), asked);
        return Templates.doubts(
                id,
                order.value().getEntity().agencyOrderNumber(),
                asked,
                asked.stream().anyMatch(doubt -> doubt.explanation() == null),
                inputs,
                Seen.of(inputs, order.value().getHeaderString("ETag"), now, isStale),
                UUID.randomUUID(),
                isStale
                        ? Meanwhile.of(inputs, now).withUnsent(inputs, field -> isAsked(asked, field))
                        : Meanwhile.NONE);
    }

    /** Tells whether the page has a field for the explanation of a doubt. */
    private static boolean isAsked(List<AskedDoubt> asked, String field) {
        return asked.stream()
                .anyMatch(doubt ->
                        doubt.explanation() == null && DoubtFields.field(doubt).equals(field));
    }

    private static Shown shownOf(Orders.Order order, List<AskedDoubt> asked) {
        Shown shown = new Shown()
                .say("Version of the order", Integer.toString(order.documentVersion()))
                .say("State of the order", Forms.words(order.state()));
        asked.forEach(doubt -> shown.say(
                Forms.words(doubt.kind()) + ", " + Forms.lower(Places.place(doubt.pointer())),
                doubt.explanation() == null ? doubt.message() : "Confirmed: " + doubt.explanation()));
        return shown;
    }

    private static UUID id(String text) {
        return Ids.of(text, "There is no order with this address, or it is not yours to see.");
    }
}
