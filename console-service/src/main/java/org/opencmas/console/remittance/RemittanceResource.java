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
import java.util.regex.Pattern;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.opencmas.console.client.Fees;
import org.opencmas.console.client.department.ProposalWithdrawal;
import org.opencmas.console.client.department.ProposalWithdrawal.NewProposalWithdrawal;
import org.opencmas.console.client.department.Remittances;
import org.opencmas.console.client.department.Remittances.Remittance;
import org.opencmas.console.frame.Page;
import org.opencmas.console.frame.Panels;
import org.opencmas.console.frame.fault.NoSuchPage;
import org.opencmas.console.frame.fault.ServiceProblem;
import org.opencmas.console.frame.field.Figures;
import org.opencmas.console.frame.field.Ids;
import org.opencmas.console.frame.field.Inputs;
import org.opencmas.console.frame.field.Refusals;
import org.opencmas.console.order.Names;
import org.opencmas.console.session.SignedIn;
import org.opencmas.terms.Roles;

/** One payment: which reports it pays, what is left of it, and what goes back, which a second person approves. */
@Path("/remittances/{remittanceId}")
@PermitAll
@SignedIn({Roles.DGS_ANALYST, Roles.DGS_APPROVER, Roles.AUDITOR})
@Produces(MediaType.TEXT_HTML)
public class RemittanceResource {
    private static final int REASON_LONGEST = 1_000;
    private static final Pattern QUARTER = Pattern.compile("[0-9]{4}-Q[1-4]");

    private final Remittances remittances;
    private final Names names;
    private final Panels panels;
    private final Page page;

    RemittanceResource(@RestClient Remittances remittances, Names names, Panels panels, Page page) {
        this.remittances = remittances;
        this.names = names;
        this.panels = panels;
        this.page = page;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance remittance(
                Remittance it,
                String contractorName,
                Inputs inputs,
                UUID key,
                boolean isLeft,
                boolean mayApply,
                boolean mayApprove);
    }

    @GET
    public TemplateInstance remittance(@PathParam("remittanceId") String remittanceId) {
        return shown(id(remittanceId), Inputs.of(Map.of()));
    }

    /** The receipt of the payment as a paper. */
    @GET
    @Path("/receipt")
    @Produces("application/pdf")
    public RestResponse<byte[]> receipt(@PathParam("remittanceId") String remittanceId) {
        UUID id = id(remittanceId);
        return RestResponse.ResponseBuilder.ok(
                        remittances.getRemittanceReceipt(id).getEntity())
                .header("Content-Type", "application/pdf")
                .header("Content-Disposition", "inline; filename=\"receipt-" + id + ".pdf\"")
                .build();
    }

    /** Applies it to the oldest unpaid reports, or to one report. */
    @POST
    @Path("/allocations")
    @SignedIn(Roles.DGS_ANALYST)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> apply(
            @PathParam("remittanceId") String remittanceId, MultivaluedMap<String, String> form) {
        UUID id = id(remittanceId);
        var inputs = Inputs.of(form);
        List<Remittances.NewAllocation> allocations = List.of();
        if (!inputs.value("do").equals("oldest")) {
            String number = inputs.text("cmasNumber");
            if (number.isEmpty()) {
                inputs.wrong("cmasNumber", "must be the agreement of the report.");
            }
            String quarter = inputs.text("quarter");
            if (!QUARTER.matcher(quarter).matches()) {
                inputs.wrong("quarter", "must be a quarter such as 2026-Q3.");
            }
            var amount = Figures.dollars(inputs, "amount");
            if (amount.isEmpty()) {
                inputs.wrong("amount", "must be what of the payment it gets.");
            }
            allocations = List.of(new Remittances.NewAllocation(
                    number, quarter, amount.map(BigDecimal::toPlainString).orElse("")));
        }
        var said = new Remittances.NewAllocations(allocations);
        return done(
                id,
                inputs,
                () -> remittances.allocateRemittance(id, inputs.value("key"), said),
                Map.of(
                        "/allocations/0/cmasNumber", "cmasNumber",
                        "/allocations/0/quarter", "quarter",
                        "/allocations/0/amount", "amount"));
    }

    @POST
    @Path("/refunds")
    @SignedIn(Roles.DGS_ANALYST)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> refund(
            @PathParam("remittanceId") String remittanceId, MultivaluedMap<String, String> form) {
        UUID id = id(remittanceId);
        var inputs = Inputs.of(form);
        inputs.name("refund", "Amount");
        var amount = Figures.dollars(inputs, "refund");
        if (amount.isEmpty()) {
            inputs.wrong("refund", "must be what goes back.");
        }
        String reason = inputs.reason("reason", REASON_LONGEST);
        return done(
                id,
                inputs,
                () -> remittances.proposeRefund(
                        id,
                        inputs.value("key"),
                        new Remittances.NewRefund(
                                amount.map(BigDecimal::toPlainString).orElse(""), reason)),
                Map.of("/amount", "refund"));
    }

    /** By another person than proposed it. */
    @POST
    @Path("/refunds/{refundId}/approval")
    @SignedIn(Roles.DGS_APPROVER)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> approve(
            @PathParam("remittanceId") String remittanceId,
            @PathParam("refundId") String refundId,
            MultivaluedMap<String, String> form) {
        UUID id = id(remittanceId);
        var inputs = Inputs.of(form);
        return done(id, inputs, () -> remittances.approveRefund(id, id(refundId), inputs.value("key")), Map.of());
    }

    /** Gives up a refund that nobody has approved. */
    @POST
    @Path("/refunds/{refundId}/withdrawal")
    @SignedIn({Roles.DGS_ANALYST, Roles.DGS_APPROVER})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> withdraw(
            @PathParam("remittanceId") String remittanceId,
            @PathParam("refundId") String refundId,
            MultivaluedMap<String, String> form) {
        UUID id = id(remittanceId);
        UUID refund = id(refundId);
        var inputs = Inputs.of(form);
        String field = ProposalWithdrawal.field(refund);
        String reason = inputs.reason(field, REASON_LONGEST);
        return done(
                id,
                inputs,
                () -> remittances.withdrawRefund(id, refund, inputs.value("key"), new NewProposalWithdrawal(reason)),
                Map.of("/reason", field));
    }

    private RestResponse<TemplateInstance> done(UUID id, Inputs inputs, Runnable act, Map<String, String> called) {
        if (inputs.isFine()) {
            try {
                act.run();
                return RestResponse.seeOther(URI.create("/remittances/" + id));
            } catch (ServiceProblem problem) {
                Refusals.intoFields(inputs, problem, called);
            }
        }
        return RestResponse.status(RestResponse.Status.BAD_REQUEST, shown(id, inputs));
    }

    private TemplateInstance shown(UUID id, Inputs inputs) {
        var asked = panels.ask(Fees.NAME, () -> remittances.getRemittance(id));
        if (asked.isMissing()) {
            throw new NoSuchPage("There is no payment with this address.");
        }
        Remittance found = asked.value();
        return Templates.remittance(
                found,
                names.contractors(List.of(found.contractorId()))
                        .getOrDefault(found.contractorId(), found.contractorId().toString()),
                inputs,
                UUID.randomUUID(),
                found.unapplied().signum() > 0,
                page.reader().roles().contains(Roles.DGS_ANALYST),
                page.reader().roles().contains(Roles.DGS_APPROVER));
    }

    private static UUID id(String text) {
        return Ids.of(text, "There is no payment with this address.");
    }
}
