package org.opencmas.console.order;

import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.opencmas.console.client.Orders;
import org.opencmas.console.client.Orders.Account;
import org.opencmas.console.client.Orders.Checklist;
import org.opencmas.console.client.Orders.ChecklistItem;
import org.opencmas.console.client.Orders.Order;
import org.opencmas.console.client.agency.OrderRecords;
import org.opencmas.console.client.agency.OrderRecords.Dealings;
import org.opencmas.console.frame.Page;
import org.opencmas.console.frame.Panel;
import org.opencmas.console.frame.Panels;
import org.opencmas.console.frame.fault.NoSuchPage;
import org.opencmas.console.frame.fault.ServiceProblem;
import org.opencmas.console.frame.field.Inputs;
import org.opencmas.console.frame.field.Refusals;
import org.opencmas.console.session.SignedIn;
import org.opencmas.terms.Roles;

/** What was written down of an order beside its own acts: how it was sent, words with the contractor, provisions, bonds, and where pieces of its file are kept. */
@Path("/orders/{orderId}/records")
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
public class OrderRecordResource {
    /** As many as the service answers at once; the page says where there are more. */
    private static final int MOST_SHOWN = 200;

    private final Orders orders;
    private final OrderRecords records;
    private final Panels panels;
    private final Page page;

    OrderRecordResource(@RestClient Orders orders, @RestClient OrderRecords records, Panels panels, Page page) {
        this.orders = orders;
        this.records = records;
        this.panels = panels;
        this.page = page;
    }

    /**
     * The page.
     *
     * @param checklist of the file; null for a reader whom it is not for
     * @param forms what the reader can write down now
     */
    record Sheet(
            Order order,
            Panel<Dealings> dealings,
            Panel<Account> account,
            @Nullable Panel<Checklist> checklist,
            List<FileRecord> forms) {}

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance records(Sheet sheet, Inputs inputs, UUID key);
    }

    @GET
    public TemplateInstance records(@PathParam("orderId") String orderId) {
        return shown(OrderResource.id(orderId), Inputs.of(Map.of()));
    }

    @POST
    @Path("/{record}")
    @SignedIn({Roles.AGENCY_BUYER, Roles.AGENCY_APPROVER})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> write(
            @PathParam("orderId") String orderId,
            @PathParam("record") String path,
            MultivaluedMap<String, String> form) {
        UUID id = OrderResource.id(orderId);
        FileRecord record =
                FileRecord.at(path).orElseThrow(() -> new NoSuchPage("There is nothing of this kind to write down."));
        var inputs = Inputs.of(form);
        ObjectNode body = record.group().body(inputs);
        if (inputs.isFine()) {
            try {
                if (record == FileRecord.FILE_ITEM) {
                    byItsCode(body, orders.getFileChecklist(id).items());
                }
                record.write(records, id, inputs.value("key"), body);
                return RestResponse.seeOther(URI.create("/orders/" + id + "/records"));
            } catch (ServiceProblem problem) {
                Refusals.intoFields(inputs, problem, record.group().calledInBody());
            }
        }
        return RestResponse.status(RestResponse.Status.BAD_REQUEST, shown(id, inputs));
    }

    /** A piece that is called as the list calls it is that one, which the service knows by a code; every other name is the agency's own. */
    private static void byItsCode(ObjectNode body, List<ChecklistItem> pieces) {
        String said = body.path("item").asText();
        pieces.stream()
                .filter(piece -> piece.title().equalsIgnoreCase(said))
                .findFirst()
                .ifPresent(piece -> body.put("item", piece.item()));
    }

    private TemplateInstance shown(UUID id, Inputs inputs) {
        var roles = page.reader().roles();
        var found = panels.ask(Orders.NAME, () -> orders.getOrder(id));
        Panel<Dealings> dealings = panels.ask(Orders.NAME, () -> records.listDealings(id, MOST_SHOWN));
        Panel<Account> account = panels.ask(Orders.NAME, () -> orders.getOrderAccount(id));
        Panel<Checklist> checklist =
                roles.contains(Roles.CONTRACTOR) ? null : panels.ask(Orders.NAME, () -> orders.getFileChecklist(id));
        if (found.isMissing()) {
            throw new NoSuchPage("There is no order with this address, or it is not yours to see.");
        }
        Order order = found.value().getEntity();
        boolean mayWrite = roles.contains(Roles.AGENCY_BUYER) || roles.contains(Roles.AGENCY_APPROVER);
        List<FileRecord> forms = mayWrite
                ? Stream.of(FileRecord.values())
                        .filter(each -> each.isFor(order.state()))
                        .toList()
                : List.of();
        return Templates.records(new Sheet(order, dealings, account, checklist, forms), inputs, UUID.randomUUID());
    }
}
