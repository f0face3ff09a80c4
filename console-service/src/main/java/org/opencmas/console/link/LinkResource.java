package org.opencmas.console.link;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.opencmas.console.client.Registry;
import org.opencmas.console.client.Registry.ProgramFacts;
import org.opencmas.console.frame.Panel;
import org.opencmas.console.frame.Panels;

/** The contact card of the CMAS unit (GEN-CONTACT) and the useful sites (SRCH-LINKS), each with its source and the day it was last checked. */
@Path("/")
@PermitAll
@Produces(MediaType.TEXT_HTML)
public class LinkResource {
    private final Registry registry;
    private final Panels panels;

    LinkResource(@RestClient Registry registry, Panels panels) {
        this.registry = registry;
        this.panels = panels;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance start();

        static native TemplateInstance links(Panel<ProgramFacts> contact, Panel<ProgramFacts> links);
    }

    @GET
    public TemplateInstance start() {
        return Templates.start();
    }

    @GET
    @Path("links")
    public TemplateInstance links() {
        return Templates.links(
                panels.ask(Registry.NAME, () -> registry.programFacts("CONTACT")),
                panels.ask(Registry.NAME, () -> registry.programFacts("LINK")));
    }
}
