package org.opencmas.console.orderimport;

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
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.opencmas.console.client.Orders;
import org.opencmas.console.client.agency.OrderImports;
import org.opencmas.console.client.agency.OrderImports.OrderResult;
import org.opencmas.console.client.agency.OrderImports.ResultPage;
import org.opencmas.console.frame.Answers;
import org.opencmas.console.frame.Page;
import org.opencmas.console.frame.Panels;
import org.opencmas.console.frame.fault.NoSuchPage;
import org.opencmas.console.frame.fault.ServiceProblem;
import org.opencmas.console.frame.field.Address;
import org.opencmas.console.frame.field.Cursors;
import org.opencmas.console.frame.field.Ids;
import org.opencmas.console.frame.field.Inputs;
import org.opencmas.console.frame.field.Refusals;
import org.opencmas.console.frame.text.CsvTable;
import org.opencmas.console.session.SignedIn;
import org.opencmas.terms.Roles;

/** One file of orders: long work, which may be left and come back to, and left off; what became of each order, and why one was refused. */
@Path("/order-imports/{importId}")
@PermitAll
@SignedIn({
    Roles.AGENCY_BUYER,
    Roles.AGENCY_APPROVER,
    Roles.DGS_ANALYST,
    Roles.DGS_APPROVER,
    Roles.COMPLIANCE_REVIEWER,
    Roles.AUDITOR
})
@Produces(MediaType.TEXT_HTML)
public class OrderImportResource {
    /** What the service lists at most at once. */
    private static final int PAGE = 200;

    /** As many refused orders as a file of them holds; the page lists all. */
    private static final int MOST_IN_FILE = 20_000;

    private final OrderImports imports;
    private final Panels panels;
    private final Page page;

    OrderImportResource(@RestClient OrderImports imports, Panels panels, Page page) {
        this.imports = imports;
        this.panels = panels;
        this.page = page;
    }

    /** What became of an order. */
    enum Result {
        PLACED,
        UNCHANGED,
        REFUSED
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance job(ImportView view, Inputs inputs, Result[] states, UUID key);
    }

    @GET
    public RestResponse<TemplateInstance> job(@PathParam("importId") String importId, @Context UriInfo address) {
        var inputs = Inputs.of(address.getQueryParameters());
        String state = inputs.choice("state", Result.class).map(Result::name).orElse(null);
        String cursor = Cursors.of(inputs);
        UUID id = id(importId);
        var found = panels.ask(Orders.NAME, () -> imports.getOrderImport(id));
        var results = panels.ask(Orders.NAME, () -> imports.listOrderImportResults(id, state, cursor, Cursors.ROWS));
        if (found.isMissing()) {
            throw new NoSuchPage("There is no import with this address, or it is not yours to see.");
        }
        ResultPage rows = results.value();
        return Answers.page(
                inputs,
                Templates.job(
                        new ImportView(
                                found.value(),
                                rows.items(),
                                Address.of("order-imports", id.toString())
                                        .with("state", state == null ? "" : state)
                                        .with("cursor", cursor == null ? "" : cursor)
                                        .toString(),
                                Cursors.next("/order-imports/" + id, address.getQueryParameters(), rows.next()),
                                page.reader().holdsOneOf(OrderImportListResource.SENDERS)),
                        inputs,
                        Result.values(),
                        UUID.randomUUID()));
    }

    @POST
    @Path("/cancellation")
    @SignedIn({Roles.AGENCY_BUYER, Roles.AGENCY_APPROVER})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> cancel(
            @PathParam("importId") String importId, MultivaluedMap<String, String> form) {
        UUID id = id(importId);
        var inputs = Inputs.of(form);
        try {
            imports.cancelOrderImport(id, inputs.value("key"));
            return RestResponse.seeOther(URI.create("/order-imports/" + id));
        } catch (ServiceProblem problem) {
            Refusals.intoFields(inputs, problem);
        }
        ResultPage rows = imports.listOrderImportResults(id, null, null, Cursors.ROWS);
        return RestResponse.status(
                RestResponse.Status.BAD_REQUEST,
                Templates.job(
                        new ImportView(
                                imports.getOrderImport(id),
                                rows.items(),
                                "/order-imports/" + id,
                                Cursors.next("/order-imports/" + id, Map.of(), rows.next()),
                                true),
                        inputs,
                        Result.values(),
                        UUID.randomUUID()));
    }

    /** The refused orders, a row for each thing that is wrong, to be mended in the file that was sent. */
    @GET
    @Path("/refused.csv")
    @Produces("text/csv")
    public RestResponse<String> refused(@PathParam("importId") String importId) {
        UUID id = id(importId);
        var table = new CsvTable("row", "agency_order_number", "field", "what_is_wrong", "what_puts_it_right");
        int orders = 0;
        Optional<String> from = Optional.empty();
        do {
            ResultPage found = imports.listOrderImportResults(id, Result.REFUSED.name(), from.orElse(null), PAGE);
            for (OrderResult result : found.items()) {
                add(table, result);
            }
            orders += found.items().size();
            from = Cursors.following(found.next());
        } while (from.isPresent() && orders < MOST_IN_FILE);
        if (from.isPresent()) {
            throw new ServiceProblem(
                    400,
                    "Too much",
                    "More than " + MOST_IN_FILE
                            + " orders were refused. What is wrong with the first of them is most likely wrong with all: mend that, and send the file again.",
                    List.of());
        }
        return Answers.csv("refused-" + id + ".csv", table);
    }

    private static void add(CsvTable table, OrderResult result) {
        List<ImportView.Wrong> all = ImportView.wrong(result);
        for (ImportView.Wrong each : all) {
            table.add(result.row(), result.agencyOrderNumber(), each.field(), each.detail(), each.remedy());
        }
    }

    private static UUID id(String text) {
        return Ids.of(text, "There is no import with this address, or it is not yours to see.");
    }
}
