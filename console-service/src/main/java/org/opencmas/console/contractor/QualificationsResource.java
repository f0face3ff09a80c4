package org.opencmas.console.contractor;

import com.fasterxml.jackson.databind.JsonNode;
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
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.opencmas.console.client.Registry;
import org.opencmas.console.client.Registry.Qualified;
import org.opencmas.console.client.department.Contractors;
import org.opencmas.console.frame.Page;
import org.opencmas.console.frame.Panel;
import org.opencmas.console.frame.Panels;
import org.opencmas.console.frame.fault.NoSuchPage;
import org.opencmas.console.frame.fault.ServiceProblem;
import org.opencmas.console.frame.field.Inputs;
import org.opencmas.console.frame.field.Refusals;
import org.opencmas.console.frame.field.Row;
import org.opencmas.console.frame.meanwhile.Meanwhile;
import org.opencmas.console.frame.meanwhile.Seen;
import org.opencmas.console.frame.meanwhile.Shown;
import org.opencmas.console.session.SignedIn;
import org.opencmas.terms.Roles;

/**
 * What a contractor is licensed, permitted and authorized to do, as it was looked up last (CON-LICENCE-ON-CMAS, CON-SELLERS-PERMIT): everybody reads it, an analyst records it.
 */
@Path("/contractors/{contractorId}/qualifications")
@PermitAll
@Produces(MediaType.TEXT_HTML)
public class QualificationsResource {
    private final Registry registry;
    private final Contractors contractors;
    private final Panels panels;
    private final Page page;

    QualificationsResource(
            @RestClient Registry registry, @RestClient Contractors contractors, Panels panels, Page page) {
        this.registry = registry;
        this.contractors = contractors;
        this.panels = panels;
        this.page = page;
    }

    /**
     * The form of who keeps the registry.
     *
     * @param seen what it began with
     */
    record Form(Seen seen, List<Row> licences, List<Row> manufacturers, List<Row> resellers) {
        public List<String> licenceStatuses() {
            return QualificationsForm.LICENCE_STATUSES;
        }

        public List<String> permitStatuses() {
            return QualificationsForm.PERMIT_STATUSES;
        }
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance qualifications(
                UUID id, String legalName, Qualified held, Inputs inputs, @Nullable Form form, Meanwhile meanwhile);
    }

    @GET
    public TemplateInstance qualifications(@PathParam("contractorId") String contractorId) {
        return shown(ContractorResource.id(contractorId), null, false);
    }

    @POST
    @SignedIn(Roles.DGS_ANALYST)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> change(
            @PathParam("contractorId") String contractorId, MultivaluedMap<String, String> form) {
        UUID id = ContractorResource.id(contractorId);
        var inputs = Inputs.of(form);
        if (inputs.value("do").equals("more")) {
            return RestResponse.ok(shown(id, inputs, false));
        }
        JsonNode changed = QualificationsForm.read(inputs);
        if (inputs.isFine()) {
            try {
                contractors.changeContractorQualifications(id, inputs.value("etag"), changed);
                return RestResponse.seeOther(URI.create("/contractors/" + id + "/qualifications"));
            } catch (ServiceProblem problem) {
                if (problem.status() == 412) {
                    return RestResponse.status(RestResponse.Status.PRECONDITION_FAILED, shown(id, inputs, true));
                }
                Refusals.intoFields(inputs, problem, QualificationsForm.called(inputs));
            }
        }
        return RestResponse.status(RestResponse.Status.BAD_REQUEST, shown(id, inputs, false));
    }

    /** @param typed what was typed; null to show what is stored */
    private TemplateInstance shown(UUID id, @Nullable Inputs typed, boolean isStale) {
        Panel<Qualified> held = panels.ask(Registry.NAME, () -> registry.contractorQualifications(id));
        Panel<Registry.Contractor> contractor = panels.ask(Registry.NAME, () -> registry.contractor(id));
        var whole = page.reader().roles().contains(Roles.DGS_ANALYST)
                ? panels.ask(Registry.NAME, () -> contractors.getContractor(id))
                : null;
        if (held.isMissing()) {
            throw new NoSuchPage("There is no contractor with this address.");
        }
        String name = contractor.value().legalName();
        if (whole == null) {
            return Templates.qualifications(id, name, held.value(), Inputs.of(Map.of()), null, Meanwhile.NONE);
        }
        JsonNode stored = whole.value().getEntity();
        Inputs inputs = typed == null ? Inputs.of(QualificationsForm.fields(stored.path("qualifications"))) : typed;
        Shown now = ContractorShown.of(stored);
        var form = new Form(
                Seen.of(inputs, whole.value().getHeaderString("ETag"), now, isStale),
                ContractorResource.rows(QualificationsForm.LICENCES, inputs, inputs.isFine()),
                ContractorResource.rows(QualificationsForm.MANUFACTURERS, inputs, inputs.isFine()),
                ContractorResource.rows(QualificationsForm.RESELLERS, inputs, inputs.isFine()));
        return Templates.qualifications(
                id, name, held.value(), inputs, form, isStale ? Meanwhile.of(inputs, now) : Meanwhile.NONE);
    }
}
