package org.opencmas.console.remittance;

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
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.opencmas.console.client.Fees;
import org.opencmas.console.client.department.ProposalWithdrawal;
import org.opencmas.console.client.department.ProposalWithdrawal.NewProposalWithdrawal;
import org.opencmas.console.client.department.Remittances;
import org.opencmas.console.client.department.Remittances.AgreementCredit;
import org.opencmas.console.client.department.Remittances.CreditRelease;
import org.opencmas.console.frame.Page;
import org.opencmas.console.frame.Panels;
import org.opencmas.console.frame.fault.NoSuchPage;
import org.opencmas.console.frame.fault.ServiceProblem;
import org.opencmas.console.frame.field.Cursors;
import org.opencmas.console.frame.field.Figures;
import org.opencmas.console.frame.field.Ids;
import org.opencmas.console.frame.field.Inputs;
import org.opencmas.console.frame.field.Refusals;
import org.opencmas.console.session.SignedIn;
import org.opencmas.terms.Roles;

/** The credit of an agreement: what is left of it and what left it. That of an agreement that ended is moved or paid back by two persons. */
@Path("/credits/{number}")
@PermitAll
@SignedIn({Roles.DGS_ANALYST, Roles.DGS_APPROVER, Roles.AUDITOR})
@Produces(MediaType.TEXT_HTML)
public class CreditResource {
    private static final int REASON_LONGEST = 1_000;
    private static final List<String> WAYS =
            Stream.of(Way.values()).map(Way::name).toList();

    private final Remittances remittances;
    private final Panels panels;
    private final Page page;

    CreditResource(@RestClient Remittances remittances, Panels panels, Page page) {
        this.remittances = remittances;
        this.panels = panels;
        this.page = page;
    }

    /** Where it goes: to another agreement of the contractor, or back. */
    enum Way {
        TRANSFER,
        REFUND
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance credit(
                AgreementCredit it,
                List<CreditRelease> releases,
                Inputs inputs,
                List<String> ways,
                UUID key,
                boolean mayPropose,
                boolean mayApprove);
    }

    @GET
    public TemplateInstance credit(@PathParam("number") String number) {
        return shown(number, Inputs.of(Map.of()));
    }

    @POST
    @Path("/releases")
    @SignedIn(Roles.DGS_ANALYST)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> propose(
            @PathParam("number") String number, MultivaluedMap<String, String> form) {
        var inputs = Inputs.of(form);
        inputs.name("way", "Where it goes");
        inputs.name("toCmasNumber", "To the agreement");
        inputs.name("amount", "Amount in $");
        var way = inputs.choice("way", Way.class);
        if (way.isEmpty()) {
            inputs.wrong("way", "must be chosen.");
        }
        String to = inputs.text("toCmasNumber");
        var amount = Figures.dollars(inputs, "amount");
        if (amount.isEmpty()) {
            inputs.wrong("amount", "must be what leaves.");
        }
        String reason = inputs.reason("reason", REASON_LONGEST);
        return done(
                number,
                inputs,
                () -> remittances.proposeCreditRelease(
                        number,
                        inputs.value("key"),
                        new Remittances.NewCreditRelease(
                                way.map(Way::name).orElse(""),
                                Inputs.unlessEmpty(to),
                                amount.map(BigDecimal::toPlainString).orElse(""),
                                reason)));
    }

    /** By another person than proposed it. */
    @POST
    @Path("/releases/{releaseId}/approval")
    @SignedIn(Roles.DGS_APPROVER)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> approve(
            @PathParam("number") String number,
            @PathParam("releaseId") String releaseId,
            MultivaluedMap<String, String> form) {
        var inputs = Inputs.of(form);
        UUID id = Ids.of(releaseId, "There is no release with this address.");
        return done(number, inputs, () -> remittances.approveCreditRelease(number, id, inputs.value("key")));
    }

    /** Gives up one that nobody has approved. */
    @POST
    @Path("/releases/{releaseId}/withdrawal")
    @SignedIn({Roles.DGS_ANALYST, Roles.DGS_APPROVER})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> withdraw(
            @PathParam("number") String number,
            @PathParam("releaseId") String releaseId,
            MultivaluedMap<String, String> form) {
        var inputs = Inputs.of(form);
        UUID id = Ids.of(releaseId, "There is no release with this address.");
        String field = ProposalWithdrawal.field(id);
        String reason = inputs.reason(field, REASON_LONGEST);
        return done(
                number,
                inputs,
                Map.of("/reason", field),
                () -> remittances.withdrawCreditRelease(
                        number, id, inputs.value("key"), new NewProposalWithdrawal(reason)));
    }

    private RestResponse<TemplateInstance> done(String number, Inputs inputs, Runnable act) {
        return done(number, inputs, Map.of(), act);
    }

    /** @param called the form's field for each JSON pointer that the form calls otherwise */
    private RestResponse<TemplateInstance> done(
            String number, Inputs inputs, Map<String, String> called, Runnable act) {
        if (inputs.isFine()) {
            try {
                act.run();
                return RestResponse.seeOther(URI.create("/credits/" + number));
            } catch (ServiceProblem problem) {
                Refusals.intoFields(inputs, problem, called);
            }
        }
        return RestResponse.status(RestResponse.Status.BAD_REQUEST, shown(number, inputs));
    }

    private TemplateInstance shown(String number, Inputs inputs) {
        var asked = panels.ask(Fees.NAME, () -> remittances.getAgreementCredit(number));
        if (asked.isMissing()) {
            throw new NoSuchPage("There is no agreement with this address.");
        }
        return Templates.credit(
                asked.value(),
                remittances.listCreditReleases(number, Cursors.ROWS).items(),
                inputs,
                WAYS,
                UUID.randomUUID(),
                page.reader().roles().contains(Roles.DGS_ANALYST),
                page.reader().roles().contains(Roles.DGS_APPROVER));
    }
}
