package org.opencmas.console.priceimport;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import org.opencmas.console.client.PriceListImports;
import org.opencmas.console.client.PriceListImports.ImportPage;
import org.opencmas.console.frame.Answers;
import org.opencmas.console.frame.Page;
import org.opencmas.console.frame.fault.ServiceProblem;
import org.opencmas.console.frame.field.Cursors;
import org.opencmas.console.frame.field.Figures;
import org.opencmas.console.frame.field.Inputs;
import org.opencmas.console.frame.field.Refusals;
import org.opencmas.console.frame.field.SentFile;
import org.opencmas.console.session.SignedIn;
import org.opencmas.terms.Roles;

/** Sends a price list in a file, to be taken over by itself, and lists the imports that were sent. */
@Path("/price-imports")
@PermitAll
@SignedIn({Roles.DGS_ANALYST, Roles.DGS_APPROVER, Roles.COMPLIANCE_REVIEWER, Roles.AUDITOR})
@Produces(MediaType.TEXT_HTML)
public class PriceImportListResource {
    private static final Map<String, String> FIELDS =
            Map.of("agreement", "agreement", "supplement", "supplement", "effectiveFrom", "effectiveFrom");

    private final PriceListImports imports;
    private final Page page;

    PriceImportListResource(@RestClient PriceListImports imports, Page page) {
        this.imports = imports;
        this.page = page;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance imports(Inputs inputs, ImportPage found, String next, UUID key, boolean maySend);
    }

    @GET
    public RestResponse<TemplateInstance> imports(@Context UriInfo address) {
        var inputs = Inputs.of(address.getQueryParameters());
        String of = inputs.text("of");
        String cursor = Cursors.of(inputs);
        ImportPage found = new ImportPage(List.of(), null);
        if (inputs.isFine()) {
            try {
                found = imports.listPriceListImports(Inputs.unlessEmpty(of), cursor, Cursors.ROWS);
            } catch (ServiceProblem problem) {
                if (problem.status() != 400) {
                    throw problem;
                }
                Refusals.intoFields(inputs, problem, Map.of("agreement", "of"));
            }
        }
        return Answers.page(
                inputs,
                Templates.imports(
                        inputs,
                        found,
                        Cursors.next("/price-imports", address.getQueryParameters(), found.next()),
                        UUID.randomUUID(),
                        maySend()));
    }

    @POST
    @Path("/file")
    @SignedIn(Roles.DGS_ANALYST)
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public RestResponse<TemplateInstance> send(
            @RestForm("agreement") @DefaultValue("") String agreement,
            @RestForm("supplement") @DefaultValue("") String supplement,
            @RestForm("effectiveFrom") @DefaultValue("") String effectiveFrom,
            @RestForm("dryRun") @DefaultValue("") String dryRun,
            @RestForm("key") @DefaultValue("") String key,
            @RestForm("file") @Nullable FileUpload sent) {
        var inputs = Inputs.of(Map.of(
                "agreement", List.of(agreement),
                "supplement", List.of(supplement),
                "effectiveFrom", List.of(effectiveFrom),
                "dryRun", List.of(dryRun)));
        inputs.name("agreement", "CMAS number");
        inputs.name("effectiveFrom", "First day of its prices");
        inputs.name("file", "The file");
        String number = inputs.text("agreement");
        if (number.isEmpty()) {
            inputs.wrong("agreement", "must be given: whose price list it is.");
        }
        int of = Figures.count(inputs, "supplement").orElse(0);
        var from = inputs.day("effectiveFrom");
        Optional<SentFile> file = SentFile.of(inputs, "file", sent);
        if (file.isPresent() && inputs.isFine()) {
            String once = key.isBlank() ? UUID.randomUUID().toString() : key;
            boolean isTrial = dryRun.equals("true");
            try {
                RestResponse<Void> taken = file.get().isWorkbook()
                        ? imports.importPriceListWorkbook(
                                number,
                                of,
                                from.orElse(null),
                                isTrial,
                                true,
                                once,
                                file.get().content())
                        : imports.importPriceList(
                                number,
                                of,
                                from.orElse(null),
                                isTrial,
                                true,
                                once,
                                file.get().content());
                return RestResponse.seeOther(PriceImportResource.address(taken));
            } catch (ServiceProblem problem) {
                Refusals.intoFields(inputs, problem, FIELDS);
            }
        }
        return RestResponse.status(
                RestResponse.Status.BAD_REQUEST,
                Templates.imports(
                        inputs,
                        imports.listPriceListImports(null, null, Cursors.ROWS),
                        "",
                        UUID.randomUUID(),
                        maySend()));
    }

    private boolean maySend() {
        return page.reader().roles().contains(Roles.DGS_ANALYST);
    }
}
