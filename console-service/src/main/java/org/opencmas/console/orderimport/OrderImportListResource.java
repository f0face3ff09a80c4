package org.opencmas.console.orderimport;

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
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import org.opencmas.console.client.agency.OrderImports;
import org.opencmas.console.client.agency.OrderImports.ImportPage;
import org.opencmas.console.client.agency.OrderImports.OrderImport;
import org.opencmas.console.frame.Answers;
import org.opencmas.console.frame.Page;
import org.opencmas.console.frame.fault.ServiceProblem;
import org.opencmas.console.frame.field.Cursors;
import org.opencmas.console.frame.field.Inputs;
import org.opencmas.console.frame.field.Refusals;
import org.opencmas.console.frame.field.RowFault;
import org.opencmas.console.frame.field.SentFile;
import org.opencmas.console.order.Names;
import org.opencmas.console.session.SignedIn;
import org.opencmas.terms.Roles;

/** Sends a file of orders, to be placed by itself, and lists the files that were sent: an agency's own, and all for DGS and its reviewers. */
@Path("/order-imports")
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
public class OrderImportListResource {
    static final Set<String> SENDERS = Set.of(Roles.AGENCY_BUYER, Roles.AGENCY_APPROVER);

    private final OrderImports imports;
    private final Names names;
    private final Page page;

    OrderImportListResource(@RestClient OrderImports imports, Names names, Page page) {
        this.imports = imports;
        this.names = names;
        this.page = page;
    }

    /** What becomes of a file in which something is wrong. */
    enum Mode {
        CONTINUE("The sound orders are placed, the others refused"),
        ATOMIC("All are placed or none, of at most 10,000");

        private final String label;

        Mode(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance imports(
                Inputs inputs,
                List<RowFault> faults,
                List<OrderImport> found,
                Map<UUID, String> agencies,
                String next,
                Mode[] modes,
                UUID key,
                boolean maySend);
    }

    @GET
    public RestResponse<TemplateInstance> imports(@Context UriInfo address) {
        var inputs = Inputs.of(address.getQueryParameters());
        String cursor = Cursors.of(inputs);
        return Answers.page(inputs, shown(inputs, List.of(), cursor));
    }

    /** Takes the file down; what is wrong with an order is told on the import's page. */
    @POST
    @Path("/file")
    @SignedIn({Roles.AGENCY_BUYER, Roles.AGENCY_APPROVER})
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public RestResponse<TemplateInstance> send(
            @RestForm("mode") @DefaultValue("") String mode,
            @RestForm("key") @DefaultValue("") String key,
            @RestForm("file") @Nullable FileUpload sent) {
        var inputs = Inputs.of(Map.of("mode", List.of(mode)));
        inputs.name("mode", "Where something is wrong");
        inputs.name("file", "The file");
        List<RowFault> faults = List.of();
        Mode chosen = inputs.choice("mode", Mode.class).orElse(Mode.CONTINUE);
        var file = SentFile.ofOrders(inputs, "file", sent);
        if (file.isPresent() && inputs.isFine()) {
            String once = key.isBlank() ? UUID.randomUUID().toString() : key;
            try {
                OrderImport taken = file.get().type().equals(SentFile.CSV)
                        ? imports.importOrders(chosen.name(), once, file.get().content())
                        : imports.importOrdersInJson(
                                chosen.name(), once, file.get().content());
                return RestResponse.seeOther(URI.create("/order-imports/" + taken.importId()));
            } catch (ServiceProblem problem) {
                if (problem.status() == 422) {
                    inputs.wrongAsAWhole("", problem.detail());
                    faults = RowFault.of(problem);
                } else {
                    Refusals.intoFields(inputs, problem);
                }
            }
        }
        return RestResponse.status(RestResponse.Status.BAD_REQUEST, shown(inputs, faults, null));
    }

    private TemplateInstance shown(Inputs inputs, List<RowFault> faults, @Nullable String cursor) {
        ImportPage found = imports.listOrderImports(cursor, Cursors.ROWS);
        boolean maySend = page.reader().holdsOneOf(SENDERS);
        return Templates.imports(
                inputs,
                faults,
                found.items(),
                maySend
                        ? Map.of()
                        : names.agencies(found.items().stream()
                                .map(OrderImport::agencyId)
                                .toList()),
                Cursors.next("/order-imports", Map.of(), found.next()),
                Mode.values(),
                UUID.randomUUID(),
                maySend);
    }
}
