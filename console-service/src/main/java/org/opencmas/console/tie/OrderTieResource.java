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
import org.opencmas.console.client.department.OrderTies.OrderTie;
import org.opencmas.console.client.department.OrderTies.TiePage;
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
import org.opencmas.console.session.SignedIn;
import org.opencmas.terms.Roles;

/** Orders that were tied, those that were withdrawn among them. An analyst withdraws a tie whose orders are two after all. */
@Path("/look-alikes/ties")
@PermitAll
@SignedIn({Roles.CONTRACTOR, Roles.DGS_ANALYST, Roles.DGS_APPROVER, Roles.COMPLIANCE_REVIEWER, Roles.AUDITOR})
@Produces(MediaType.TEXT_HTML)
public class OrderTieResource {
    private final OrderTies ties;
    private final TieShown shown;
    private final Panels panels;
    private final Page page;

    OrderTieResource(@RestClient OrderTies ties, TieShown shown, Panels panels, Page page) {
        this.ties = ties;
        this.shown = shown;
        this.panels = panels;
        this.page = page;
    }

    /** A tie, and what a form about it carries of it. */
    record Tie(OrderTie it, Seen seen) {
        /** Returns the name of the field that says why the two are not one order. */
        public String reasonField() {
            return reasonOf(it.tieId());
        }

        static String reasonOf(UUID tie) {
            return "withdrawal." + tie + ".reason";
        }
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance ties(
                Inputs inputs, List<Tie> ties, String next, UUID key, boolean mayWithdraw, Meanwhile meanwhile);
    }

    @GET
    public RestResponse<TemplateInstance> ties(@Context UriInfo address) {
        var inputs = Inputs.of(address.getQueryParameters());
        TemplateInstance list = list(inputs, found(inputs), null);
        return Answers.page(inputs, list);
    }

    @POST
    @Path("/{tieId}/withdrawal")
    @SignedIn(Roles.DGS_ANALYST)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> withdraw(
            @PathParam("tieId") String tieId, MultivaluedMap<String, String> form) {
        UUID id = Ids.of(tieId, "There is no tie of orders with this address.");
        var inputs = Inputs.of(form);
        String field = Tie.reasonOf(id);
        inputs.name(field, "Why they are two orders");
        String reason = inputs.reason(field, LookAlikeResource.REASON_LONGEST);
        if (inputs.isFine()) {
            try {
                ties.withdrawOrderTie(id, inputs.value("key"), new TieReason(reason));
                return RestResponse.seeOther(URI.create(Address.of("look-alikes", "ties")
                        .with(LookAlikeResource.CMAS, inputs.text(LookAlikeResource.CMAS))
                        .with("cursor", inputs.value("cursor"))
                        .with("said", "withdrawn")
                        .toString()));
            } catch (ServiceProblem problem) {
                if (problem.status() == 409) {
                    TiePage now = found(inputs);
                    OrderTie withdrawn = now.items().stream()
                            .filter(each -> each.tieId().equals(id) && each.withdrawal() != null)
                            .findFirst()
                            .orElse(null);
                    if (withdrawn != null) {
                        return RestResponse.status(
                                RestResponse.Status.PRECONDITION_FAILED, list(inputs, now, withdrawn));
                    }
                }
                Refusals.intoFields(inputs, problem, Map.of("/reason", field));
            }
        }
        return RestResponse.status(RestResponse.Status.BAD_REQUEST, list(inputs, found(inputs), null));
    }

    /** @param withdrawn the tie whose form was refused since another person withdrew it; null on every other page */
    private TemplateInstance list(Inputs inputs, TiePage found, @Nullable OrderTie withdrawn) {
        return Templates.ties(
                inputs,
                found.items().stream().map(each -> tie(each, inputs)).toList(),
                Cursors.next(
                        "/look-alikes/ties",
                        Map.of(LookAlikeResource.CMAS, List.of(inputs.value(LookAlikeResource.CMAS))),
                        found.next()),
                UUID.randomUUID(),
                page.reader().roles().contains(Roles.DGS_ANALYST),
                withdrawn == null ? Meanwhile.NONE : since(inputs, withdrawn));
    }

    private Meanwhile since(Inputs inputs, OrderTie withdrawn) {
        String field = Tie.reasonOf(withdrawn.tieId());
        return Meanwhile.oneOf(withdrawn.tieId().toString(), inputs, shown.of(withdrawn))
                .withUnsent(inputs, each -> !each.equals(field));
    }

    private Tie tie(OrderTie found, Inputs inputs) {
        return new Tie(found, Seen.oneOf(found.tieId().toString(), inputs, "", shown.of(found), false));
    }

    private TiePage found(Inputs inputs) {
        String cmas = inputs.text(LookAlikeResource.CMAS);
        String cursor = Cursors.of(inputs);
        TiePage found = panels.askHere(
                        Fees.NAME, () -> ties.listOrderTies(Inputs.unlessEmpty(cmas), cursor, Cursors.ROWS))
                .valueUnlessRefused(inputs, LookAlikeResource.FIELDS);
        return found == null ? new TiePage(List.of(), null) : found;
    }
}
