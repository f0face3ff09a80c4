package org.opencmas.console.contractor;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.opencmas.console.client.department.Contractors;
import org.opencmas.console.frame.fault.ServiceProblem;
import org.opencmas.console.frame.field.Inputs;
import org.opencmas.console.frame.field.Refusals;
import org.opencmas.console.frame.field.Row;
import org.opencmas.console.session.SignedIn;
import org.opencmas.terms.Roles;

/** A contractor is registered by its legal name, with where orders go to; all else is written down on its own page. */
@Path("/contractors/new")
@PermitAll
@SignedIn(Roles.DGS_ANALYST)
@Produces(MediaType.TEXT_HTML)
public class NewContractorResource {
    private final Contractors contractors;

    NewContractorResource(@RestClient Contractors contractors) {
        this.contractors = contractors;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance register(Inputs inputs, List<Row> locations, UUID key);
    }

    @GET
    public TemplateInstance begin() {
        return shown(Inputs.of(Map.of()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> register(MultivaluedMap<String, String> form) {
        var inputs = Inputs.of(form);
        String name = inputs.text("legalName");
        if (name.isEmpty()) {
            inputs.wrong("legalName", "must be given, as it is in law.");
        }
        ObjectNode contractor = JsonNodeFactory.instance.objectNode();
        contractor.put("legalName", name);
        contractor.set(ContractorForm.LOCATIONS.at(), ContractorForm.LOCATIONS.rows(inputs));
        if (inputs.isFine()) {
            try {
                UUID id = contractors
                        .registerContractor(inputs.value("key"), contractor)
                        .contractorId();
                return RestResponse.seeOther(URI.create("/contractors/" + id));
            } catch (ServiceProblem problem) {
                Refusals.intoFields(inputs, problem, ContractorForm.called(inputs));
            }
        }
        return RestResponse.status(RestResponse.Status.BAD_REQUEST, shown(inputs));
    }

    private static TemplateInstance shown(Inputs inputs) {
        return Templates.register(
                inputs,
                Row.of(
                        ContractorForm.LOCATIONS.at(),
                        ContractorForm.LOCATIONS.label(),
                        Math.max(1, ContractorForm.LOCATIONS.count(inputs))),
                UUID.randomUUID());
    }
}
