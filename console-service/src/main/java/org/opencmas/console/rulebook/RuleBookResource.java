package org.opencmas.console.rulebook;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.opencmas.console.client.Compliance;
import org.opencmas.console.client.Compliance.Parameter;
import org.opencmas.console.client.Compliance.Rule;
import org.opencmas.console.client.Compliance.Rules;
import org.opencmas.console.frame.Answers;
import org.opencmas.console.frame.Panel;
import org.opencmas.console.frame.Panels;
import org.opencmas.console.frame.fault.NoSuchPage;
import org.opencmas.console.frame.field.Inputs;

/** The rules that orders are judged by, as a list by section of the text, and one by one. */
@Path("/rules")
@PermitAll
@Produces(MediaType.TEXT_HTML)
public class RuleBookResource {
    private final Compliance compliance;
    private final Panels panels;

    RuleBookResource(@RestClient Compliance compliance, Panels panels) {
        this.compliance = compliance;
        this.panels = panels;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance rules(Inputs inputs, Panel<Rules> rules, Map<String, List<Rule>> sections);

        static native TemplateInstance rule(Rule rule, Panel<List<Parameter>> figures);
    }

    @GET
    public RestResponse<TemplateInstance> rules(@Context UriInfo address) {
        var inputs = Inputs.of(address.getQueryParameters());
        String find = inputs.text("find").toLowerCase(Locale.ROOT);
        Panel<Rules> rules = panels.askHere(Compliance.NAME, compliance::rules);
        Map<String, List<Rule>> sections = new LinkedHashMap<>();
        if (rules.isThere()) {
            rules.value().items().stream()
                    .filter(rule -> holds(rule, find))
                    .forEach(rule -> sections.computeIfAbsent(sectionOf(rule), none -> new ArrayList<>())
                            .add(rule));
        }
        return Answers.page(inputs, Templates.rules(inputs, rules, sections));
    }

    @GET
    @Path("{id}")
    public TemplateInstance rule(@PathParam("id") String id) {
        Panel<Rule> rule = panels.ask(Compliance.NAME, () -> compliance.rule(id));
        Panel<List<Parameter>> figures =
                panels.ask(Compliance.NAME, () -> compliance.parameters().items());
        if (rule.isMissing()) {
            throw new NoSuchPage("There is no rule with this id.");
        }
        Rule found = rule.value();
        Panel<List<Parameter>> own = panels.ask(
                Compliance.NAME,
                () -> figures.value().stream()
                        .filter(figure -> found.parameters().contains(figure.name()))
                        .toList());
        return Templates.rule(found, own);
    }

    private static String sectionOf(Rule rule) {
        return rule.citation().document() + ", " + rule.citation().section();
    }

    private static boolean holds(Rule rule, String find) {
        return (rule.id() + " " + rule.title() + " " + rule.meaning())
                .toLowerCase(Locale.ROOT)
                .contains(find);
    }
}
