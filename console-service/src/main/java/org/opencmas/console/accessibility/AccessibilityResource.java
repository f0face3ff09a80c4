package org.opencmas.console.accessibility;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.opencmas.console.client.Registry;
import org.opencmas.console.client.Registry.AccommodationDate;
import org.opencmas.console.client.Registry.ProgramFacts;
import org.opencmas.console.frame.Answers;
import org.opencmas.console.frame.Panel;
import org.opencmas.console.frame.Panels;
import org.opencmas.console.frame.field.Inputs;

/**
 * The accessibility notice: DGS makes every effort that its services are open to all (ADA-POLICY), the help numbers (ADA-PHONES), and the day by which to ask for an
 * accommodation best (ADA-10-DAYS). All of it is data of the registry. A later request is never refused: the page gives advice and stops nothing.
 */
@Path("/accessibility")
@PermitAll
@Produces(MediaType.TEXT_HTML)
public class AccessibilityResource {
    private final Registry registry;
    private final Panels panels;

    AccessibilityResource(@RestClient Registry registry, Panels panels) {
        this.registry = registry;
        this.panels = panels;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance accessibility(
                Inputs inputs,
                Panel<ProgramFacts> notices,
                Panel<ProgramFacts> phones,
                @Nullable Panel<AccommodationDate> askBy);
    }

    /** Of the programme's notices only those about access. */
    private ProgramFacts notices() {
        return new ProgramFacts(registry.programFacts("NOTICE").items().stream()
                .filter(notice -> notice.requirement().startsWith("ADA-"))
                .toList());
    }

    @GET
    public RestResponse<TemplateInstance> accessibility(@Context UriInfo address) {
        var inputs = Inputs.of(address.getQueryParameters());
        Optional<LocalDate> event = inputs.day("event");
        Panel<AccommodationDate> askBy = event.map(
                        day -> panels.ask(Registry.NAME, () -> registry.accommodationDate(day)))
                .orElse(null);
        return Answers.page(
                inputs,
                Templates.accessibility(
                        inputs,
                        panels.ask(Registry.NAME, this::notices),
                        panels.ask(Registry.NAME, () -> registry.programFacts("HELP_NUMBER")),
                        askBy));
    }
}
