package org.opencmas.console.dashboard;

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
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.opencmas.console.client.Fees;
import org.opencmas.console.client.department.Dashboards;
import org.opencmas.console.client.department.Dashboards.Export;
import org.opencmas.console.client.department.Dashboards.ExportPage;
import org.opencmas.console.frame.Panel;
import org.opencmas.console.frame.Panels;
import org.opencmas.console.frame.fault.NoSuchPage;
import org.opencmas.console.frame.fault.ServiceProblem;
import org.opencmas.console.frame.field.Cursors;
import org.opencmas.console.frame.field.Ids;
import org.opencmas.console.frame.field.Inputs;
import org.opencmas.console.frame.field.Refusals;
import org.opencmas.console.session.SignedIn;
import org.opencmas.terms.Roles;

/** Files of all sales figures or of the entries behind them, as CSV, workbook or JSON: written as a job, pinned to a position, with control totals and a hash. */
@Path("/exports")
@PermitAll
@SignedIn({Roles.DGS_ANALYST, Roles.DGS_APPROVER, Roles.COMPLIANCE_REVIEWER, Roles.AUDITOR})
@Produces(MediaType.TEXT_HTML)
public class ExportResource {
    private static final List<String> CONTENTS = names(Content.values());
    private static final List<String> FORMATS = names(Format.values());
    private static final List<String> VIEWS = names(SalesResource.By.values());

    private final Dashboards dashboards;
    private final Panels panels;

    ExportResource(@RestClient Dashboards dashboards, Panels panels) {
        this.dashboards = dashboards;
        this.panels = panels;
    }

    /** What the rows of the file are. */
    enum Content {
        FIGURES,
        LINES
    }

    /** The kind of file. */
    enum Format {
        CSV,
        XLSX,
        JSON
    }

    /**
     * What was asked for before, newest first.
     *
     * @param ofAll whether everybody's are shown, and not the reader's own
     * @param next address of the next page; empty on the last
     */
    record Asked(Panel<ExportPage> page, boolean ofAll, String next) {}

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance ask(
                Inputs inputs, List<String> contents, List<String> formats, List<String> views, UUID key, Asked asked);

        static native TemplateInstance export(Export it);
    }

    /** The form, and what was asked for before: an export is long work, which may be left and come back to. */
    @GET
    public RestResponse<TemplateInstance> begin(@Context UriInfo address) {
        Quarters quarters = Quarters.of(Inputs.of(Map.of()), panels.today());
        var inputs = Inputs.of(address.getQueryParameters());
        Asked asked = asked(inputs, address.getQueryParameters());
        return inputs.isFine()
                ? RestResponse.ok(asking(
                        Inputs.of(Map.of(
                                "content", List.of("LINES"),
                                "format", List.of("CSV"),
                                "by", List.of("QUARTER"),
                                "from", List.of(quarters.from()),
                                "through", List.of(quarters.through()))),
                        asked))
                : RestResponse.status(RestResponse.Status.BAD_REQUEST, asking(inputs, asked));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> ask(MultivaluedMap<String, String> form) {
        var inputs = Inputs.of(form);
        inputs.name("content", "What is in it");
        inputs.name("format", "Kind of file");
        var content = inputs.choice("content", Content.class);
        var format = inputs.choice("format", Format.class);
        var by = inputs.choice("by", SalesResource.By.class);
        Map.of("content", content, "format", format, "by", by).forEach((field, choice) -> {
            if (choice.isEmpty()) {
                inputs.wrong(field, "must be chosen.");
            }
        });
        Quarters quarters = Quarters.of(inputs, panels.today());
        if (content.isPresent() && format.isPresent() && by.isPresent() && inputs.isFine()) {
            try {
                Export asked = dashboards.requestDashboardExport(
                        inputs.value("key"),
                        new Dashboards.NewExport(
                                content.get().name(),
                                format.get().name(),
                                by.get().param(),
                                quarters.from(),
                                quarters.through()));
                return RestResponse.seeOther(URI.create("/exports/" + asked.exportId()));
            } catch (ServiceProblem problem) {
                Refusals.intoFields(inputs, problem);
            }
        }
        return RestResponse.status(
                RestResponse.Status.BAD_REQUEST, asking(inputs, asked(Inputs.of(Map.of()), Map.of())));
    }

    @GET
    @Path("/{exportId}")
    public TemplateInstance export(@PathParam("exportId") String exportId) {
        UUID id = id(exportId);
        var asked = panels.ask(Fees.NAME, () -> dashboards.getDashboardExport(id));
        if (asked.isMissing()) {
            throw new NoSuchPage("There is no export with this address.");
        }
        return Templates.export(asked.value());
    }

    @GET
    @Path("/{exportId}/file")
    @Produces(MediaType.WILDCARD)
    public RestResponse<byte[]> file(@PathParam("exportId") String exportId) {
        UUID id = id(exportId);
        RestResponse<byte[]> file = dashboards.getDashboardExportFile(id);
        String type = file.getHeaderString("Content-Type");
        String suffix = type.startsWith("text/csv") ? "csv" : type.startsWith("application/json") ? "json" : "xlsx";
        return RestResponse.ResponseBuilder.ok(file.getEntity())
                .header("Content-Type", type)
                .header("Content-Disposition", "attachment; filename=\"export-" + id + "." + suffix + "\"")
                .build();
    }

    private Asked asked(Inputs inputs, Map<String, List<String>> address) {
        boolean ofAll = inputs.value("of").equals("all");
        String cursor = Cursors.of(inputs);
        Panel<ExportPage> page =
                panels.ask(Fees.NAME, () -> dashboards.listDashboardExports(!ofAll, cursor, Cursors.ROWS));
        String next =
                page.isThere() ? Cursors.next("/exports", address, page.value().next()) : "";
        return new Asked(page, ofAll, next);
    }

    private static TemplateInstance asking(Inputs inputs, Asked asked) {
        return Templates.ask(inputs, CONTENTS, FORMATS, VIEWS, UUID.randomUUID(), asked);
    }

    private static List<String> names(Enum<?>[] choices) {
        return Stream.of(choices).map(Enum::name).toList();
    }

    private static UUID id(String text) {
        return Ids.of(text, "There is no export with this address.");
    }
}
