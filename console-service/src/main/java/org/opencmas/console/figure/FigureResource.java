package org.opencmas.console.figure;

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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.opencmas.console.client.DatedFigures;
import org.opencmas.console.client.DatedFigures.Figure;
import org.opencmas.console.frame.Page;
import org.opencmas.console.frame.fault.NoSuchPage;
import org.opencmas.console.frame.fault.ServiceProblem;
import org.opencmas.console.frame.field.Inputs;
import org.opencmas.console.frame.field.Refusals;
import org.opencmas.console.session.SignedIn;
import org.opencmas.terms.Roles;

/** The figures that the rules go by, each from its first day on: what counts, what waits for a second person, and since when. */
@Path("/figures")
@PermitAll
@SignedIn({Roles.DGS_ANALYST, Roles.DGS_APPROVER, Roles.COMPLIANCE_REVIEWER, Roles.AUDITOR})
@Produces(MediaType.TEXT_HTML)
public class FigureResource {
    private static final int SOURCE_LONGEST = 500;

    private final DatedFigures figures;
    private final Page page;

    FigureResource(@RestClient DatedFigures figures, Page page) {
        this.figures = figures;
        this.page = page;
    }

    /** Where a figure comes from, as the service names it. */
    enum Confidence {
        A("Official text"),
        B("Copy of an official text"),
        C("Statement of another"),
        D("Inference"),
        M("Unconfirmed"),
        OWN("Setting of our own");

        private final String label;

        Confidence(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance figures(
                List<Figure> waiting,
                List<Figure> counting,
                List<String> names,
                Confidence[] confidences,
                Inputs inputs,
                UUID key,
                boolean mayPropose,
                boolean mayActivate);
    }

    @GET
    public TemplateInstance figures() {
        return shown(Inputs.of(Map.of()));
    }

    @POST
    @SignedIn(Roles.DGS_ANALYST)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> propose(MultivaluedMap<String, String> form) {
        var inputs = Inputs.of(form);
        inputs.name("name", "Figure");
        inputs.name("validFrom", "First day");
        inputs.name("confidence", "Kind of source");
        String name = required(inputs, "name", inputs.text("name"));
        String value = required(inputs, "value", inputs.text("value"));
        String source = required(inputs, "source", inputs.text("source", SOURCE_LONGEST));
        var from = inputs.day("validFrom");
        if (from.isEmpty()) {
            inputs.wrong("validFrom", "must be the first day for which it holds.");
        }
        String confidence = inputs.choice("confidence", Confidence.class)
                .map(Confidence::name)
                .orElse(Confidence.M.name());
        if (from.isPresent() && inputs.isFine()) {
            try {
                figures.proposeParameter(
                        inputs.value("key"), new DatedFigures.NewFigure(name, value, from.get(), source, confidence));
                return RestResponse.seeOther(URI.create("/figures"));
            } catch (ServiceProblem problem) {
                Refusals.intoFields(inputs, problem);
            }
        }
        return RestResponse.status(RestResponse.Status.BAD_REQUEST, shown(inputs));
    }

    /** By a second person: who proposed a figure cannot make it count. */
    @POST
    @Path("/{figureId}/activation")
    @SignedIn(Roles.DGS_APPROVER)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> activate(
            @PathParam("figureId") String figureId, MultivaluedMap<String, String> form) {
        var inputs = Inputs.of(form);
        try {
            figures.activateParameter(id(figureId), inputs.value("key"));
            return RestResponse.seeOther(URI.create("/figures"));
        } catch (ServiceProblem problem) {
            Refusals.intoFields(inputs, problem);
        }
        return RestResponse.status(RestResponse.Status.BAD_REQUEST, shown(inputs));
    }

    private TemplateInstance shown(Inputs inputs) {
        List<Figure> all = figures.listParameters().items();
        List<Figure> sorted = all.stream()
                .sorted(Comparator.comparing(Figure::name).thenComparing(Figure::validFrom, Comparator.reverseOrder()))
                .toList();
        return Templates.figures(
                sorted.stream().filter(figure -> figure.activatedBy() == null).toList(),
                sorted.stream().filter(figure -> figure.activatedBy() != null).toList(),
                sorted.stream().map(Figure::name).distinct().toList(),
                Confidence.values(),
                inputs,
                UUID.randomUUID(),
                page.reader().roles().contains(Roles.DGS_ANALYST),
                page.reader().roles().contains(Roles.DGS_APPROVER));
    }

    private static String required(Inputs inputs, String field, String text) {
        if (text.isEmpty()) {
            inputs.wrong(field, "must be given.");
        }
        return text;
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            throw new NoSuchPage("There is no figure with this address.");
        }
    }
}
