package org.opencmas.console.tie;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.opencmas.console.client.Fees;
import org.opencmas.console.client.department.OrderTies;
import org.opencmas.console.client.department.OrderTies.LookAlike;
import org.opencmas.console.client.department.OrderTies.LookAlikePage;
import org.opencmas.console.client.department.OrderTies.TieReason;
import org.opencmas.console.frame.Answers;
import org.opencmas.console.frame.Page;
import org.opencmas.console.frame.Panels;
import org.opencmas.console.frame.fault.ServiceProblem;
import org.opencmas.console.frame.field.Address;
import org.opencmas.console.frame.field.Cursors;
import org.opencmas.console.frame.field.Ids;
import org.opencmas.console.frame.field.Inputs;
import org.opencmas.console.frame.field.Refusals;
import org.opencmas.console.frame.meanwhile.Meanwhile;
import org.opencmas.console.frame.meanwhile.Seen;
import org.opencmas.console.frame.meanwhile.Shown;
import org.opencmas.console.session.SignedIn;
import org.opencmas.terms.Roles;

/**
 * Orders that filed reports add and that look like known ones typed otherwise. An analyst ties the two. The service keeps no version of a pair: it refuses one that waits no
 * longer, and then the page tells what became of it.
 */
@Path("/look-alikes")
@PermitAll
@SignedIn({Roles.CONTRACTOR, Roles.DGS_ANALYST, Roles.DGS_APPROVER, Roles.COMPLIANCE_REVIEWER, Roles.AUDITOR})
@Produces(MediaType.TEXT_HTML)
public class LookAlikeResource {
    static final int REASON_LONGEST = 1_000;
    static final String CMAS = "cmas";
    static final Map<String, String> FIELDS = Map.of("cmasNumber", CMAS);

    private static final String PATH = "look-alikes";
    private static final String QUARTER = "quarter";
    private static final int MOST_TIES = 200;

    private final OrderTies ties;
    private final TieShown shown;
    private final Panels panels;
    private final Page page;

    LookAlikeResource(@RestClient OrderTies ties, TieShown shown, Panels panels, Page page) {
        this.ties = ties;
        this.shown = shown;
        this.panels = panels;
        this.page = page;
    }

    /** A pair, and what a form about it carries of it. */
    record Pair(LookAlike it, Seen seen) {
        /** Returns the name of the field that says why the two are one order. */
        public String reasonField() {
            return reasonOf(it.lookAlikeId());
        }

        static String reasonOf(UUID pair) {
            return "tie." + pair + ".reason";
        }
    }

    /**
     * The pair of a form that was refused since it waits no longer.
     *
     * @param order the known one
     */
    private record Stale(UUID pair, String agreement, UUID order) {}

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance alike(
                Inputs inputs, List<Pair> pairs, String next, UUID key, boolean mayTie, Meanwhile meanwhile);
    }

    @GET
    public RestResponse<TemplateInstance> alike(@Context UriInfo address) {
        var inputs = Inputs.of(address.getQueryParameters());
        TemplateInstance list = list(inputs, null);
        return Answers.page(inputs, list);
    }

    @POST
    @Path("/{lookAlikeId}/tie")
    @SignedIn(Roles.DGS_ANALYST)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> tie(
            @PathParam("lookAlikeId") String lookAlikeId, MultivaluedMap<String, String> form) {
        UUID id = id(lookAlikeId);
        var inputs = Inputs.of(form);
        String field = Pair.reasonOf(id);
        inputs.name(field, "Why they are one order");
        String reason = inputs.reason(field, REASON_LONGEST);
        if (inputs.isFine()) {
            try {
                ties.tieOrder(id, inputs.value("key"), new TieReason(reason));
                return RestResponse.seeOther(URI.create(Address.of(PATH)
                        .with(CMAS, inputs.text(CMAS))
                        .with(QUARTER, inputs.text(QUARTER))
                        .with("cursor", inputs.value("cursor"))
                        .with("said", "tied")
                        .toString()));
            } catch (ServiceProblem problem) {
                if (problem.status() == 404) {
                    var stale = new Stale(id, inputs.text("agreement"), id(inputs.value("order")));
                    return RestResponse.status(RestResponse.Status.PRECONDITION_FAILED, list(inputs, stale));
                }
                Refusals.intoFields(inputs, problem, Map.of("/reason", field));
            }
        }
        return RestResponse.status(RestResponse.Status.BAD_REQUEST, list(inputs, null));
    }

    /** @param stale the pair of which the page tells what became; null on every other page */
    private TemplateInstance list(Inputs inputs, @Nullable Stale stale) {
        LookAlikePage found = found(inputs);
        List<Pair> pairs =
                found.items().stream().map(each -> pair(each, inputs, stale)).toList();
        return Templates.alike(
                inputs,
                pairs,
                Cursors.next(
                        "/" + PATH,
                        Map.of(CMAS, List.of(inputs.value(CMAS)), QUARTER, List.of(inputs.value(QUARTER))),
                        found.next()),
                UUID.randomUUID(),
                page.reader().roles().contains(Roles.DGS_ANALYST),
                stale == null ? Meanwhile.NONE : since(inputs, stale, pairs));
    }

    private LookAlikePage found(Inputs inputs) {
        String cmas = inputs.text(CMAS);
        String quarter = inputs.text(QUARTER);
        String cursor = Cursors.of(inputs);
        LookAlikePage found = panels.askHere(
                        Fees.NAME,
                        () -> ties.listOrderLookAlikes(
                                Inputs.unlessEmpty(cmas), Inputs.unlessEmpty(quarter), cursor, Cursors.ROWS))
                .valueUnlessRefused(inputs, FIELDS);
        return found == null ? new LookAlikePage(List.of(), null) : found;
    }

    private Pair pair(LookAlike found, Inputs inputs, @Nullable Stale stale) {
        boolean isTold = stale != null && stale.pair().equals(found.lookAlikeId());
        return new Pair(found, Seen.oneOf(found.lookAlikeId().toString(), inputs, "", shown.of(found), isTold));
    }

    private Meanwhile since(Inputs inputs, Stale stale, List<Pair> pairs) {
        String field = Pair.reasonOf(stale.pair());
        return pairs.stream()
                .map(Pair::it)
                .filter(each -> each.lookAlikeId().equals(stale.pair()))
                .findFirst()
                .map(still -> Meanwhile.oneOf(stale.pair().toString(), inputs, shown.of(still)))
                .orElseGet(() -> Meanwhile.oneOf(stale.pair().toString(), inputs, tied(stale))
                        .withUnsent(inputs, each -> !each.equals(field)));
    }

    /** What took the pair away: a tie of the known order, to this reported one or to another; nothing where a report or an order changed. */
    private Shown tied(Stale stale) {
        var asked = panels.ask(Fees.NAME, () -> ties.listOrderTies(stale.agreement(), null, MOST_TIES));
        return asked.isThere()
                ? asked.value().items().stream()
                        .filter(each -> each.holdsFor(stale.order()))
                        .findFirst()
                        .map(shown::ofPair)
                        .orElseGet(Shown::new)
                : new Shown();
    }

    private static UUID id(String text) {
        return Ids.of(text, "There are no look-alike orders with this address.");
    }
}
