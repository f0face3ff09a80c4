package org.opencmas.console.settlement;

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
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.opencmas.console.client.Fees;
import org.opencmas.console.client.department.ProposalWithdrawal.NewProposalWithdrawal;
import org.opencmas.console.client.department.Settlements;
import org.opencmas.console.client.department.Settlements.ItemPage;
import org.opencmas.console.client.department.Settlements.NewSettlement;
import org.opencmas.console.client.department.Settlements.Settlement;
import org.opencmas.console.client.department.Settlements.SettlementPage;
import org.opencmas.console.frame.Answers;
import org.opencmas.console.frame.Page;
import org.opencmas.console.frame.Panel;
import org.opencmas.console.frame.Panels;
import org.opencmas.console.frame.fault.NoSuchPage;
import org.opencmas.console.frame.fault.ServiceProblem;
import org.opencmas.console.frame.field.Cursors;
import org.opencmas.console.frame.field.Ids;
import org.opencmas.console.frame.field.Inputs;
import org.opencmas.console.frame.field.Refusals;
import org.opencmas.console.order.Names;
import org.opencmas.console.session.SignedIn;
import org.opencmas.terms.CalendarQuarter;
import org.opencmas.terms.Roles;

/** What was due before the suite began and is kept on paper only: an analyst proposes to settle it, an approver looks at each item and approves. */
@Path("/settlements")
@PermitAll
@SignedIn({Roles.DGS_ANALYST, Roles.DGS_APPROVER, Roles.AUDITOR})
@Produces(MediaType.TEXT_HTML)
public class SettlementResource {
    private static final int REASON_LONGEST = 2_000;
    private static final int WITHDRAWAL_LONGEST = 1_000;

    private final Settlements settlements;
    private final Names names;
    private final Panels panels;
    private final Page page;

    SettlementResource(@RestClient Settlements settlements, Names names, Panels panels, Page page) {
        this.settlements = settlements;
        this.names = names;
        this.panels = panels;
        this.page = page;
    }

    /**
     * For whom the form proposes.
     *
     * @param id of a contractor; empty for everybody
     */
    record Whose(String id, String name) {}

    /** @param isOwn whether the reader proposed it, and so cannot approve it */
    record Shown(
            Settlement it,
            String whose,
            Panel<ItemPage> items,
            String next,
            boolean isOwn,
            boolean mayApprove,
            boolean mayWithdraw) {
        public boolean isWaiting() {
            return it.state().equals("WAITING");
        }
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance settlements(
                Inputs inputs,
                SettlementPage found,
                Map<UUID, String> names,
                String next,
                Whose whose,
                UUID key,
                boolean mayPropose);

        static native TemplateInstance settlement(Shown shown, Inputs inputs, UUID key);
    }

    @GET
    public RestResponse<TemplateInstance> settlements(@Context UriInfo address) {
        var inputs = Inputs.of(address.getQueryParameters());
        return Answers.page(inputs, list(inputs, address.getQueryParameters()));
    }

    @POST
    @SignedIn(Roles.DGS_ANALYST)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> propose(MultivaluedMap<String, String> form) {
        var inputs = Inputs.of(form);
        inputs.name("throughQuarter", "Last quarter");
        UUID contractor = Ids.contractor(inputs);
        String quarter = inputs.text("throughQuarter");
        try {
            quarter = CalendarQuarter.parse(quarter).toString();
        } catch (IllegalArgumentException none) {
            inputs.wrong("throughQuarter", "must be a quarter such as 2012-Q4.");
        }
        String reason = inputs.paragraphs("reason", REASON_LONGEST);
        if (reason.isEmpty()) {
            inputs.wrong("reason", "must say why, for the file.");
        }
        if (inputs.isFine()) {
            try {
                var proposed = settlements.proposeSettlement(
                        inputs.value("key"), new NewSettlement(contractor, quarter, reason));
                return RestResponse.seeOther(URI.create("/settlements/" + proposed.settlementId()));
            } catch (ServiceProblem problem) {
                Refusals.intoFields(inputs, problem);
            }
        }
        return RestResponse.status(RestResponse.Status.BAD_REQUEST, list(inputs, Map.of()));
    }

    @GET
    @Path("/{settlementId}")
    public TemplateInstance settlement(@PathParam("settlementId") String settlementId, @Context UriInfo address) {
        return shown(id(settlementId), Inputs.of(address.getQueryParameters()));
    }

    /** By another person than proposed it. */
    @POST
    @Path("/{settlementId}/approval")
    @SignedIn(Roles.DGS_APPROVER)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> approve(
            @PathParam("settlementId") String settlementId, MultivaluedMap<String, String> form) {
        UUID id = id(settlementId);
        var inputs = Inputs.of(form);
        try {
            settlements.approveSettlement(id, inputs.value("key"));
            return RestResponse.seeOther(URI.create("/settlements/" + id));
        } catch (ServiceProblem problem) {
            Refusals.intoFields(inputs, problem);
        }
        return RestResponse.status(RestResponse.Status.BAD_REQUEST, shown(id, inputs));
    }

    /** Gives up one that nobody has approved. */
    @POST
    @Path("/{settlementId}/withdrawal")
    @SignedIn({Roles.DGS_ANALYST, Roles.DGS_APPROVER})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> withdraw(
            @PathParam("settlementId") String settlementId, MultivaluedMap<String, String> form) {
        UUID id = id(settlementId);
        var inputs = Inputs.of(form);
        String reason = inputs.reason("withdrawal", WITHDRAWAL_LONGEST);
        if (inputs.isFine()) {
            try {
                settlements.withdrawSettlement(id, inputs.value("key"), new NewProposalWithdrawal(reason));
                return RestResponse.seeOther(URI.create("/settlements/" + id));
            } catch (ServiceProblem problem) {
                Refusals.intoFields(inputs, problem, Map.of("/reason", "withdrawal"));
            }
        }
        return RestResponse.status(RestResponse.Status.BAD_REQUEST, shown(id, inputs));
    }

    private TemplateInstance list(Inputs inputs, Map<String, List<String>> filter) {
        UUID contractor = Ids.contractor(inputs);
        SettlementPage found = settlements.listSettlements(Cursors.of(inputs), Cursors.ROWS);
        Map<UUID, String> known = names.contractors(Stream.concat(
                        found.items().stream().map(Settlement::contractorId).filter(Objects::nonNull),
                        Stream.ofNullable(contractor))
                .distinct()
                .toList());
        return Templates.settlements(
                inputs,
                found,
                known,
                Cursors.next("/settlements", filter, found.next()),
                contractor == null
                        ? new Whose("", "")
                        : new Whose(contractor.toString(), known.getOrDefault(contractor, contractor.toString())),
                UUID.randomUUID(),
                page.reader().roles().contains(Roles.DGS_ANALYST));
    }

    private TemplateInstance shown(UUID id, Inputs inputs) {
        String cursor = Cursors.of(inputs);
        var asked = panels.ask(Fees.NAME, () -> settlements.getSettlement(id));
        var items = panels.ask(Fees.NAME, () -> settlements.listSettlementItems(id, cursor, Cursors.ROWS));
        if (asked.isMissing()) {
            throw new NoSuchPage("There is no settlement with this address.");
        }
        Settlement found = asked.value();
        UUID contractor = found.contractorId();
        return Templates.settlement(
                new Shown(
                        found,
                        contractor == null
                                ? "Everybody's"
                                : names.contractors(List.of(contractor))
                                        .getOrDefault(contractor, contractor.toString()),
                        items,
                        items.isThere()
                                ? Cursors.next(
                                        "/settlements/" + id,
                                        Map.of(),
                                        items.value().next())
                                : "",
                        page.reader().is(found.proposedBy()),
                        page.reader().roles().contains(Roles.DGS_APPROVER),
                        page.reader().roles().contains(Roles.DGS_APPROVER)
                                || page.reader().roles().contains(Roles.DGS_ANALYST)),
                inputs,
                UUID.randomUUID());
    }

    private static UUID id(String text) {
        return Ids.of(text, "There is no settlement with this address.");
    }
}
