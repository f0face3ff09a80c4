package org.opencmas.console.figure;

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
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.opencmas.console.client.department.ProposalWithdrawal;
import org.opencmas.console.frame.Answers;
import org.opencmas.console.frame.Page;
import org.opencmas.console.frame.fault.NoSuchPage;
import org.opencmas.console.frame.fault.ServiceProblem;
import org.opencmas.console.frame.field.Figures;
import org.opencmas.console.frame.field.Ids;
import org.opencmas.console.frame.field.Inputs;
import org.opencmas.console.frame.field.Refusals;
import org.opencmas.console.session.SignedIn;
import org.opencmas.terms.Roles;

/** The figures that the rules, the fees and the due dates go by, each from its first day on: what counts, what waits for a second person, and since when. */
@Path("/figures")
@PermitAll
@SignedIn({Roles.DGS_ANALYST, Roles.DGS_APPROVER, Roles.COMPLIANCE_REVIEWER, Roles.AUDITOR})
@Produces(MediaType.TEXT_HTML)
public class FigureResource {
    private static final int REASON_LONGEST = 1_000;

    private final AllFigures figures;
    private final Page page;

    FigureResource(AllFigures figures, Page page) {
        this.figures = figures;
        this.page = page;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance figures(
                FigureKind kind,
                FigureKind[] kinds,
                AllFigures.Listed listed,
                Inputs inputs,
                UUID key,
                boolean mayPropose,
                boolean mayActivate);
    }

    @GET
    public RestResponse<TemplateInstance> figures(@Context UriInfo address) {
        return of("rules", address);
    }

    /** @param kind such as {@code fee-rates} */
    @GET
    @Path("/{kind}")
    public RestResponse<TemplateInstance> of(@PathParam("kind") String kind, @Context UriInfo address) {
        var inputs = Inputs.of(address.getQueryParameters());
        Figures.count(inputs, "changed");
        return Answers.page(inputs, shown(kind(kind), inputs));
    }

    @POST
    @Path("/{kind}")
    @SignedIn(Roles.DGS_ANALYST)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> propose(@PathParam("kind") String kind, MultivaluedMap<String, String> form) {
        var inputs = Inputs.of(form);
        FigureKind proposed = kind(kind);
        try {
            figures.propose(proposed, inputs);
        } catch (ServiceProblem problem) {
            Refusals.intoFields(inputs, problem, AllFigures.called());
        }
        return inputs.isFine()
                ? RestResponse.seeOther(URI.create(proposed.address()))
                : RestResponse.status(RestResponse.Status.BAD_REQUEST, shown(proposed, inputs));
    }

    /** By a second person: who proposed a figure cannot make it count. */
    @POST
    @Path("/{kind}/{figureId}/activation")
    @SignedIn(Roles.DGS_APPROVER)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> activate(
            @PathParam("kind") String kind,
            @PathParam("figureId") String figureId,
            MultivaluedMap<String, String> form) {
        var inputs = Inputs.of(form);
        FigureKind activated = kind(kind);
        try {
            return RestResponse.seeOther(URI.create(figures.activate(
                    activated, Ids.of(figureId, "There is no figure with this address."), inputs.value("key"))));
        } catch (ServiceProblem problem) {
            Refusals.intoFields(inputs, problem);
        }
        return RestResponse.status(RestResponse.Status.BAD_REQUEST, shown(activated, inputs));
    }

    /** Gives up a figure that nobody has activated. */
    @POST
    @Path("/{kind}/{figureId}/withdrawal")
    @SignedIn({Roles.DGS_ANALYST, Roles.DGS_APPROVER})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> withdraw(
            @PathParam("kind") String kind,
            @PathParam("figureId") String figureId,
            MultivaluedMap<String, String> form) {
        var inputs = Inputs.of(form);
        FigureKind withdrawn = kind(kind);
        UUID id = Ids.of(figureId, "There is no figure with this address.");
        String field = ProposalWithdrawal.field(id);
        String reason = inputs.reason(field, REASON_LONGEST);
        if (inputs.isFine()) {
            try {
                figures.withdraw(withdrawn, id, inputs.value("key"), reason);
                return RestResponse.seeOther(URI.create(withdrawn.address()));
            } catch (ServiceProblem problem) {
                Refusals.intoFields(inputs, problem, Map.of("/reason", field));
            }
        }
        return RestResponse.status(RestResponse.Status.BAD_REQUEST, shown(withdrawn, inputs));
    }

    private TemplateInstance shown(FigureKind kind, Inputs inputs) {
        return Templates.figures(
                kind,
                FigureKind.values(),
                figures.list(kind),
                inputs,
                UUID.randomUUID(),
                page.reader().roles().contains(Roles.DGS_ANALYST),
                page.reader().roles().contains(Roles.DGS_APPROVER));
    }

    private static FigureKind kind(String path) {
        FigureKind kind = FigureKind.at(path);
        if (kind == null) {
            throw new NoSuchPage("There are no figures of this kind.");
        }
        return kind;
    }
}
