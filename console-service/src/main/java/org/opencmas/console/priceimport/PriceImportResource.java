package org.opencmas.console.priceimport;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import org.opencmas.console.client.PriceListImports;
import org.opencmas.console.client.PriceListImports.FaultyRowPage;
import org.opencmas.console.frame.Page;
import org.opencmas.console.frame.Panels;
import org.opencmas.console.frame.fault.NoSuchPage;
import org.opencmas.console.frame.fault.ServiceDown;
import org.opencmas.console.frame.fault.ServiceProblem;
import org.opencmas.console.frame.field.Cursors;
import org.opencmas.console.frame.field.Ids;
import org.opencmas.console.frame.field.Inputs;
import org.opencmas.console.frame.field.Refusals;
import org.opencmas.console.frame.field.SentFile;
import org.opencmas.console.session.SignedIn;
import org.opencmas.terms.Roles;

/** One import of a price list: long work, which may be left and come back to, left off, and mended row by row. */
@Path("/price-imports/{importId}")
@PermitAll
@SignedIn({Roles.DGS_ANALYST, Roles.DGS_APPROVER, Roles.COMPLIANCE_REVIEWER, Roles.AUDITOR})
@Produces(MediaType.TEXT_HTML)
public class PriceImportResource {
    private static final String REGISTRY = "contract registry";
    private static final Pattern ADDRESS = Pattern.compile("/price-list-imports/([0-9a-f-]{36})(/|$)");

    private final PriceListImports imports;
    private final Panels panels;
    private final Page page;

    PriceImportResource(@RestClient PriceListImports imports, Panels panels, Page page) {
        this.imports = imports;
        this.panels = panels;
        this.page = page;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance job(ImportView view, Inputs inputs, UUID key);
    }

    @GET
    public TemplateInstance job(@PathParam("importId") String importId, @Context UriInfo address) {
        return shown(id(importId), Cursors.of(Inputs.of(address.getQueryParameters())), Inputs.of(Map.of()));
    }

    @POST
    @Path("/cancellation")
    @SignedIn(Roles.DGS_ANALYST)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> cancel(
            @PathParam("importId") String importId, MultivaluedMap<String, String> form) {
        UUID id = id(importId);
        var inputs = Inputs.of(form);
        try {
            imports.cancelPriceListImport(id, inputs.value("key"));
            return RestResponse.seeOther(URI.create("/price-imports/" + id));
        } catch (ServiceProblem problem) {
            Refusals.intoFields(inputs, problem);
            return RestResponse.status(RestResponse.Status.BAD_REQUEST, shown(id, null, inputs));
        }
    }

    /** Takes the faulty rows back, mended: an import of its own. */
    @POST
    @Path("/corrections/file")
    @SignedIn(Roles.DGS_ANALYST)
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public RestResponse<TemplateInstance> correct(
            @PathParam("importId") String importId,
            @RestForm("key") @DefaultValue("") String key,
            @RestForm("file") @Nullable FileUpload sent) {
        UUID id = id(importId);
        var inputs = Inputs.of(Map.of());
        var file = SentFile.of(inputs, "file", sent);
        if (file.filter(SentFile::isWorkbook).isPresent()) {
            inputs.wrong("file", "must be the .csv file with the faulty rows.");
        }
        if (file.isPresent() && inputs.isFine()) {
            try {
                return RestResponse.seeOther(address(imports.correctPriceListImport(
                        id,
                        key.isBlank() ? UUID.randomUUID().toString() : key,
                        file.get().content())));
            } catch (ServiceProblem problem) {
                Refusals.intoFields(inputs, problem);
            }
        }
        return RestResponse.status(RestResponse.Status.BAD_REQUEST, shown(id, null, inputs));
    }

    /** The faulty rows, each with what is wrong, to be mended and sent back. */
    @GET
    @Path("/corrections.csv")
    @Produces(SentFile.CSV)
    public RestResponse<byte[]> corrections(@PathParam("importId") String importId) {
        UUID id = id(importId);
        return download(imports.getPriceListCorrections(id).getEntity(), SentFile.CSV, "corrections-" + id + ".csv");
    }

    /** The workbook as it was sent, with what is wrong beside each row. */
    @GET
    @Path("/marked.xlsx")
    @Produces(SentFile.WORKBOOK)
    public RestResponse<byte[]> marked(@PathParam("importId") String importId) {
        UUID id = id(importId);
        return download(imports.getMarkedPriceList(id).getEntity(), SentFile.WORKBOOK, "marked-" + id + ".xlsx");
    }

    private TemplateInstance shown(UUID id, @Nullable String cursor, Inputs inputs) {
        var found = panels.ask(REGISTRY, () -> imports.getPriceListImportProgress(id));
        var faulty = panels.ask(REGISTRY, () -> imports.listPriceListFaultyRows(id, cursor, Cursors.ROWS));
        if (found.isMissing()) {
            throw new NoSuchPage("There is no import with this address.");
        }
        FaultyRowPage rows = faulty.value();
        return Templates.job(
                new ImportView(
                        found.value(),
                        rows,
                        Cursors.next("/price-imports/" + id, Map.of(), rows.next()),
                        page.reader().roles().contains(Roles.DGS_ANALYST)),
                inputs,
                UUID.randomUUID());
    }

    /** Returns the page of an import that was just taken down. */
    static URI address(RestResponse<Void> taken) {
        Matcher place = ADDRESS.matcher(String.valueOf(taken.getHeaderString("Location")));
        if (!place.find()) {
            throw new ServiceDown("The registry did not say where the import is");
        }
        return URI.create("/price-imports/" + place.group(1));
    }

    private static RestResponse<byte[]> download(byte[] content, String type, String name) {
        return RestResponse.ResponseBuilder.ok(content)
                .header("Content-Type", type)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .build();
    }

    private static UUID id(String text) {
        return Ids.of(text, "There is no import with this address.");
    }
}
