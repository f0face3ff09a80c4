package org.opencmas.console.remittance;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.opencmas.console.client.department.Remittances;
import org.opencmas.console.client.department.Remittances.RemittancePage;
import org.opencmas.console.frame.Answers;
import org.opencmas.console.frame.Page;
import org.opencmas.console.frame.fault.NoSuchPage;
import org.opencmas.console.frame.fault.ServiceProblem;
import org.opencmas.console.frame.field.Cursors;
import org.opencmas.console.frame.field.Figures;
import org.opencmas.console.frame.field.Ids;
import org.opencmas.console.frame.field.Inputs;
import org.opencmas.console.frame.field.Refusals;
import org.opencmas.console.order.Names;
import org.opencmas.console.session.SignedIn;
import org.opencmas.terms.Roles;

/** The payments that came in, of all contractors or of one; one is written down at its contractor's list. */
@Path("/remittances")
@PermitAll
@SignedIn({Roles.DGS_ANALYST, Roles.DGS_APPROVER, Roles.AUDITOR})
@Produces(MediaType.TEXT_HTML)
public class RemittanceListResource {
    private static final List<String> METHODS =
            Stream.of(Method.values()).map(Method::name).toList();

    private final Remittances remittances;
    private final Names names;
    private final Page page;

    RemittanceListResource(@RestClient Remittances remittances, Names names, Page page) {
        this.remittances = remittances;
        this.names = names;
        this.page = page;
    }

    /** How a payment came. */
    enum Method {
        CHECK,
        ACH,
        WIRE,
        PORTAL,
        OTHER
    }

    /**
     * The list on its page.
     *
     * @param contractor whose payments alone are listed; empty for all
     * @param names of contractors
     */
    record Listed(RemittancePage found, Map<UUID, String> names, String contractor, String next, boolean mayRecord) {
        public String name() {
            return contractor.isEmpty() ? "" : names.getOrDefault(UUID.fromString(contractor), contractor);
        }
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance remittances(Inputs inputs, Listed list, List<String> methods, UUID key);
    }

    @GET
    public RestResponse<TemplateInstance> remittances(@Context UriInfo address) {
        var inputs = Inputs.of(address.getQueryParameters());
        return Answers.page(inputs, shown(inputs, address.getQueryParameters()));
    }

    @POST
    @SignedIn(Roles.DGS_ANALYST)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> record(MultivaluedMap<String, String> form) {
        var inputs = Inputs.of(form);
        inputs.name("reference", "Reference");
        UUID contractor = Ids.contractor(inputs);
        String reference = inputs.text("reference");
        if (reference.isEmpty()) {
            inputs.wrong("reference", "must be the number of the check or payment.");
        }
        var method = inputs.choice("method", Method.class);
        if (method.isEmpty()) {
            inputs.wrong("method", "must be chosen.");
        }
        var amount = Figures.dollars(inputs, "amount");
        if (amount.isEmpty()) {
            inputs.wrong("amount", "must be what came in.");
        }
        var on = inputs.day("receivedOn");
        if (on.isEmpty()) {
            inputs.wrong("receivedOn", "must be the day on which it came in.");
        }
        if (contractor == null) {
            throw new NoSuchPage("A payment is written down at its contractor's list.");
        }
        if (method.isPresent() && inputs.isFine()) {
            try {
                var recorded = remittances.recordRemittance(
                        inputs.value("key"),
                        new Remittances.NewRemittance(
                                contractor,
                                reference,
                                method.get().name(),
                                amount.map(BigDecimal::toPlainString).orElse(""),
                                on.orElse(null)));
                return RestResponse.seeOther(URI.create("/remittances/" + recorded.remittanceId()));
            } catch (ServiceProblem problem) {
                Refusals.intoFields(inputs, problem);
            }
        }
        return RestResponse.status(RestResponse.Status.BAD_REQUEST, shown(inputs, Map.of()));
    }

    private TemplateInstance shown(Inputs inputs, Map<String, List<String>> filter) {
        UUID contractor = Ids.contractor(inputs);
        String cursor = Cursors.of(inputs);
        RemittancePage found = remittances.listRemittances(contractor, cursor, Cursors.ROWS);
        Map<UUID, String> known = names.contractors(Stream.concat(
                        found.items().stream().map(Remittances.Remittance::contractorId), Stream.ofNullable(contractor))
                .distinct()
                .toList());
        boolean mayRecord = contractor != null && page.reader().roles().contains(Roles.DGS_ANALYST);
        return Templates.remittances(
                inputs,
                new Listed(
                        found,
                        known,
                        contractor == null ? "" : contractor.toString(),
                        Cursors.next("/remittances", filter, found.next()),
                        mayRecord),
                METHODS,
                UUID.randomUUID());
    }
}
