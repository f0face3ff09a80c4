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
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.opencmas.console.client.Fees;
import org.opencmas.console.client.Registry;
import org.opencmas.console.client.department.Contractors;
import org.opencmas.console.client.department.Contractors.NameChanges;
import org.opencmas.console.frame.Page;
import org.opencmas.console.frame.Panel;
import org.opencmas.console.frame.Panels;
import org.opencmas.console.frame.fault.NoSuchPage;
import org.opencmas.console.frame.fault.ServiceProblem;
import org.opencmas.console.frame.field.FieldGroup;
import org.opencmas.console.frame.field.Ids;
import org.opencmas.console.frame.field.Inputs;
import org.opencmas.console.frame.field.Refusals;
import org.opencmas.console.frame.field.Row;
import org.opencmas.console.frame.meanwhile.Meanwhile;
import org.opencmas.console.frame.meanwhile.Seen;
import org.opencmas.console.frame.meanwhile.Shown;
import org.opencmas.console.session.SignedIn;
import org.opencmas.terms.Roles;

/** One contractor: its names, where orders go to, its certificates; an analyst changes the latter two here, and a name by a case. */
@Path("/contractors/{contractorId}")
@PermitAll
@SignedIn({Roles.DGS_ANALYST, Roles.DGS_APPROVER, Roles.COMPLIANCE_REVIEWER, Roles.AUDITOR, Roles.CONTRACTOR})
@Produces(MediaType.TEXT_HTML)
public class ContractorResource {
    private static final Set<String> SEES_PAYMENTS = Set.of(Roles.DGS_ANALYST, Roles.DGS_APPROVER, Roles.AUDITOR);

    private final Contractors contractors;
    private final Fees fees;
    private final Panels panels;
    private final Page page;

    ContractorResource(@RestClient Contractors contractors, @RestClient Fees fees, Panels panels, Page page) {
        this.contractors = contractors;
        this.fees = fees;
        this.panels = panels;
        this.page = page;
    }

    /**
     * The contractor on its page.
     *
     * @param seen what the form began with
     * @param isOfDepartment whether the reader sees what contractors paid
     * @param mayChange whether the reader keeps the registry
     * @param mayAsk whether the reader may ask for a change of the name
     */
    record Sheet(
            UUID id,
            String legalName,
            List<String> formerNames,
            Seen seen,
            boolean isOfDepartment,
            boolean mayChange,
            boolean mayAsk) {}

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance contractor(
                Sheet sheet,
                Inputs inputs,
                List<Row> locations,
                List<Row> certificates,
                List<String> certifications,
                Panel<NameChanges> names,
                @Nullable Panel<Fees.Standing> standing,
                Meanwhile meanwhile);
    }

    @GET
    public TemplateInstance contractor(@PathParam("contractorId") String contractorId) {
        return shown(id(contractorId), null, false);
    }

    @POST
    @SignedIn(Roles.DGS_ANALYST)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> change(
            @PathParam("contractorId") String contractorId, MultivaluedMap<String, String> form) {
        UUID id = id(contractorId);
        var inputs = Inputs.of(form);
        if (inputs.value("do").equals("more")) {
            return RestResponse.ok(shown(id, inputs, false));
        }
        JsonNode changed =
                ContractorForm.read(inputs, contractors.getContractor(id).getEntity());
        if (inputs.isFine()) {
            try {
                contractors.changeContractor(id, inputs.value("etag"), changed);
                return RestResponse.seeOther(URI.create("/contractors/" + id));
            } catch (ServiceProblem problem) {
                if (problem.status() == 412) {
                    return RestResponse.status(RestResponse.Status.PRECONDITION_FAILED, shown(id, inputs, true));
                }
                Refusals.intoFields(inputs, problem, ContractorForm.called(inputs));
            }
        }
        return RestResponse.status(RestResponse.Status.BAD_REQUEST, shown(id, inputs, false));
    }

    /** @param typed what was typed; null to show what is stored */
    private TemplateInstance shown(UUID id, @Nullable Inputs typed, boolean isStale) {
        var reader = page.reader();
        var asked = panels.ask(Registry.NAME, () -> contractors.getContractor(id));
        Panel<NameChanges> names = panels.ask(Registry.NAME, () -> contractors.listNameChanges(id));
        Panel<Fees.Standing> standing = reader.roles().contains(Roles.CONTRACTOR)
                ? null
                : panels.ask(Fees.NAME, () -> fees.getContractorStanding(id));
        boolean isOther = reader.roles().contains(Roles.CONTRACTOR)
                && !reader.contractorId().equals(id.toString());
        if (isOther || asked.isMissing()) {
            throw new NoSuchPage("There is no contractor with this address, or it is not yours to see.");
        }
        JsonNode contractor = asked.value().getEntity();
        Inputs inputs = typed == null ? Inputs.of(ContractorForm.fields(contractor)) : typed;
        Shown now = ContractorShown.of(contractor);
        List<String> former = new ArrayList<>();
        contractor.path("formerNames").forEach(name -> former.add(name.asText()));
        boolean mayChange = reader.roles().contains(Roles.DGS_ANALYST);
        return Templates.contractor(
                new Sheet(
                        id,
                        contractor.path("legalName").asText(),
                        former,
                        Seen.of(inputs, asked.value().getHeaderString("ETag"), now, isStale),
                        reader.holdsOneOf(SEES_PAYMENTS),
                        mayChange,
                        mayChange || reader.roles().contains(Roles.CONTRACTOR)),
                inputs,
                rows(ContractorForm.LOCATIONS, inputs, mayChange && inputs.isFine()),
                rows(ContractorForm.CERTIFICATES, inputs, mayChange && inputs.isFine()),
                ContractorForm.CERTIFICATIONS,
                names,
                standing,
                isStale ? Meanwhile.of(inputs, now) : Meanwhile.NONE);
    }

    /** One row more than there is, to write into. */
    static List<Row> rows(FieldGroup group, Inputs inputs, boolean withSpare) {
        return Row.of(group.at(), group.label(), group.count(inputs) + (withSpare ? 1 : 0));
    }

    static UUID id(String text) {
        return Ids.of(text, "There is no contractor with this address, or it is not yours to see.");
    }
}
