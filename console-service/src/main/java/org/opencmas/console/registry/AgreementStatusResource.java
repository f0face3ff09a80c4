package org.opencmas.console.registry;

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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.opencmas.console.client.Registry;
import org.opencmas.console.client.Registry.StatusChanges;
import org.opencmas.console.client.Registry.StatusSince;
import org.opencmas.console.client.department.AgreementDrafts;
import org.opencmas.console.frame.Panel;
import org.opencmas.console.frame.Panels;
import org.opencmas.console.frame.fault.NoSuchPage;
import org.opencmas.console.frame.fault.ServiceProblem;
import org.opencmas.console.frame.field.Address;
import org.opencmas.console.frame.field.Inputs;
import org.opencmas.console.frame.field.Refusals;
import org.opencmas.console.frame.meanwhile.Meanwhile;
import org.opencmas.console.frame.meanwhile.Seen;
import org.opencmas.console.frame.meanwhile.Shown;
import org.opencmas.console.session.SignedIn;
import org.opencmas.terms.Roles;

/** Whether orders may be issued under an agreement, day by day: suspended, activated again or terminated from a day on, for a reason. */
@Path("/agreements/{number}/status")
@PermitAll
@SignedIn(Roles.DGS_ANALYST)
@Produces(MediaType.TEXT_HTML)
public class AgreementStatusResource {
    private static final int REASON_LONGEST = 1_000;

    private final AgreementDrafts agreements;
    private final Registry registry;
    private final Panels panels;

    AgreementStatusResource(@RestClient AgreementDrafts agreements, @RestClient Registry registry, Panels panels) {
        this.agreements = agreements;
        this.registry = registry;
        this.panels = panels;
    }

    /** What an agreement's status may become. */
    enum Status {
        ACTIVE("Active: orders may be issued"),
        SUSPENDED("Suspended: no order may be issued until it is active again"),
        TERMINATED("Terminated, for good");

        private final String label;

        Status(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * The agreement on its page.
     *
     * @param timeline every status and its first day, ascending
     * @param seen the version that the form is about
     */
    record Of(String cmasNumber, String contractorName, String status, List<StatusSince> timeline, Seen seen) {}

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance status(
                Of of, Inputs inputs, Status[] statuses, Panel<StatusChanges> changes, UUID key, Meanwhile meanwhile);
    }

    @GET
    public TemplateInstance status(@PathParam("number") String number) {
        return shown(number, Inputs.of(Map.of()), false);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> change(
            @PathParam("number") String number, MultivaluedMap<String, String> form) {
        var inputs = Inputs.of(form);
        inputs.name("effectiveOn", "First day");
        var status = inputs.choice("status", Status.class);
        if (status.isEmpty()) {
            inputs.wrong("status", "must be chosen.");
        }
        var from = inputs.day("effectiveOn");
        String reason = inputs.paragraphs("reason", REASON_LONGEST);
        if (reason.isEmpty()) {
            inputs.wrong("reason", "must say why, for the agreement's history.");
        }
        if (status.isPresent() && inputs.isFine()) {
            try {
                agreements.changeAgreementStatus(
                        number,
                        inputs.value("etag"),
                        inputs.value("key"),
                        new AgreementDrafts.NewStatusChange(status.get().name(), from.orElse(null), reason));
                return RestResponse.seeOther(
                        URI.create(Address.of("agreements", number, "status").toString()));
            } catch (ServiceProblem problem) {
                if (problem.status() == 412) {
                    return RestResponse.status(RestResponse.Status.PRECONDITION_FAILED, shown(number, inputs, true));
                }
                Refusals.intoFields(inputs, problem, Map.of("/effectiveOn", "effectiveOn", "/status", "status"));
            }
        }
        return RestResponse.status(RestResponse.Status.BAD_REQUEST, shown(number, inputs, false));
    }

    private TemplateInstance shown(String number, Inputs inputs, boolean isStale) {
        var asked = panels.ask(Registry.NAME, () -> agreements.getAgreement(number));
        Panel<StatusChanges> changes = panels.ask(Registry.NAME, () -> registry.statusChanges(number));
        if (asked.isMissing()) {
            throw new NoSuchPage("There is no agreement with this number.");
        }
        JsonNode agreement = asked.value().getEntity();
        Shown now = AgreementShown.of(agreement);
        List<StatusSince> timeline = new ArrayList<>();
        agreement
                .path("statusTimeline")
                .forEach(each -> timeline.add(new StatusSince(
                        each.path("status").asText(),
                        LocalDate.parse(each.path("effectiveOn").asText()))));
        return Templates.status(
                new Of(
                        agreement.path("cmasNumber").asText(),
                        agreement.path("contractorName").asText(),
                        agreement.path("status").asText(),
                        timeline,
                        Seen.of(inputs, asked.value().getHeaderString("ETag"), now, isStale)),
                inputs,
                Status.values(),
                changes,
                UUID.randomUUID(),
                isStale ? Meanwhile.of(inputs, now) : Meanwhile.NONE);
    }
}
