package org.opencmas.console.offer;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.opencmas.console.client.Requests;
import org.opencmas.console.client.Requests.RequestForOffer;
import org.opencmas.console.frame.fault.ServiceProblem;
import org.opencmas.console.frame.field.Inputs;
import org.opencmas.console.frame.field.Refusals;
import org.opencmas.console.frame.meanwhile.Meanwhile;
import org.opencmas.console.frame.meanwhile.Seen;
import org.opencmas.console.frame.meanwhile.Shown;
import org.opencmas.console.session.SignedIn;
import org.opencmas.terms.Roles;

/** The text of a request for offer: written as a draft, and changed as long as it is one. */
@Path("/requests/{requestId}/text")
@PermitAll
@SignedIn({Roles.AGENCY_BUYER, Roles.AGENCY_APPROVER})
@Produces(MediaType.TEXT_HTML)
public class RequestTextResource {
    private static final int TEXT_LONGEST = 100_000;
    private static final int CLAUSE_LONGEST = 10_000;
    private static final Map<String, String> FIELDS = Map.of(
            "/services", "services",
            "/simpleProduct", "simpleProduct",
            "/offersDueAt", "dueOn",
            "/clauses/liquidatedDamages", "liquidatedDamages",
            "/clauses/acceptanceTesting", "acceptanceTesting");

    private final Requests requests;

    RequestTextResource(@RestClient Requests requests) {
        this.requests = requests;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance text(
                String action, Inputs inputs, Seen seen, UUID key, boolean isNew, Meanwhile meanwhile);
    }

    /** The empty form of a new request. */
    TemplateInstance begin() {
        return again(null, Inputs.of(Map.of()));
    }

    /** Stores a new request as a draft. */
    RestResponse<TemplateInstance> draft(MultivaluedMap<String, String> form) {
        return written(form, null);
    }

    @GET
    public TemplateInstance edit(@PathParam("requestId") String requestId) {
        return shown(RequestResource.id(requestId), null, false);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> revise(
            @PathParam("requestId") String requestId, MultivaluedMap<String, String> form) {
        return written(form, RequestResource.id(requestId));
    }

    private RestResponse<TemplateInstance> written(MultivaluedMap<String, String> form, @Nullable UUID id) {
        var inputs = Inputs.of(form);
        inputs.name("reference", "Your reference");
        inputs.name("title", "What it is about");
        inputs.name("needs", "Needs and requirements");
        inputs.name("dueOn", "Day");
        inputs.name("dueAt", "Time");
        Requests.NewRequestForOffer request = read(inputs);
        if (inputs.isFine()) {
            try {
                RequestForOffer stored = id == null
                        ? requests.draftRequestForOffer(inputs.value("key"), request)
                        : requests.reviseRequestForOffer(id, inputs.value("etag"), request);
                return RestResponse.seeOther(URI.create("/requests/" + stored.requestId()));
            } catch (ServiceProblem problem) {
                if (problem.status() == 412 && id != null) {
                    return RestResponse.status(RestResponse.Status.PRECONDITION_FAILED, shown(id, inputs, true));
                }
                Refusals.intoFields(inputs, problem, FIELDS);
            }
        }
        return RestResponse.status(RestResponse.Status.BAD_REQUEST, again(id, inputs));
    }

    private static TemplateInstance again(@Nullable UUID id, Inputs inputs) {
        // With what the form began with: it takes no notice of what another person stored meanwhile.
        Seen seen = Seen.carriedBy(inputs);
        return id == null
                ? Templates.text("/requests/new", inputs, seen, UUID.randomUUID(), true, Meanwhile.NONE)
                : Templates.text("/requests/" + id + "/text", inputs, seen, UUID.randomUUID(), false, Meanwhile.NONE);
    }

    /** @param typed what was typed over another version; null to show what is stored */
    private TemplateInstance shown(UUID id, @Nullable Inputs typed, boolean isStale) {
        var answer = requests.getRequestForOffer(id);
        Inputs inputs = typed == null ? Inputs.of(fields(answer.getEntity())) : typed;
        // Of a draft, to which no offer came: no contractor is to be named.
        Shown now = RequestShown.of(answer.getEntity(), Map.of());
        return Templates.text(
                "/requests/" + id + "/text",
                inputs,
                Seen.of(inputs, answer.getHeaderString("ETag"), now, isStale),
                UUID.randomUUID(),
                false,
                isStale ? Meanwhile.of(inputs, now) : Meanwhile.NONE);
    }

    private static Requests.NewRequestForOffer read(Inputs inputs) {
        String reference = required(inputs, "reference", inputs.text("reference", 100));
        String title = required(inputs, "title", inputs.text("title"));
        String needs = required(inputs, "needs", inputs.paragraphs("needs", TEXT_LONGEST));
        var due = PacificMoments.of(inputs, "dueOn", "dueAt", "dueBefore");
        return new Requests.NewRequestForOffer(
                reference,
                title,
                needs,
                Inputs.unlessEmpty(inputs.paragraphs("statementOfWork", TEXT_LONGEST)),
                inputs.value("services").equals("true"),
                inputs.value("simpleProduct").equals("true"),
                due.orElse(null),
                new Requests.Clauses(
                        Inputs.unlessEmpty(inputs.paragraphs("liquidatedDamages", CLAUSE_LONGEST)),
                        Inputs.unlessEmpty(inputs.paragraphs("acceptanceTesting", CLAUSE_LONGEST))));
    }

    private static Map<String, List<String>> fields(RequestForOffer request) {
        Map<String, List<String>> fields = new HashMap<>();
        fields.put("reference", List.of(request.reference()));
        fields.put("title", List.of(request.title()));
        fields.put("needs", List.of(request.needs()));
        put(fields, "statementOfWork", request.statementOfWork());
        put(fields, "liquidatedDamages", request.clauses().liquidatedDamages());
        put(fields, "acceptanceTesting", request.clauses().acceptanceTesting());
        fields.put("services", request.services() ? List.of("true") : List.of());
        fields.put("simpleProduct", request.simpleProduct() ? List.of("true") : List.of());
        fields.put("dueOn", List.of(PacificMoments.day(request.offersDueAt())));
        fields.put("dueAt", List.of(PacificMoments.time(request.offersDueAt())));
        put(fields, "dueBefore", Objects.toString(request.offersDueAt(), ""));
        return fields;
    }

    private static void put(Map<String, List<String>> fields, String field, @Nullable String text) {
        fields.put(field, List.of(text == null ? "" : text));
    }

    private static String required(Inputs inputs, String field, String text) {
        if (text.isEmpty()) {
            inputs.wrong(field, "must be given.");
        }
        return text;
    }
}
