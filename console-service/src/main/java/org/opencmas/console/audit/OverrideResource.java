package org.opencmas.console.audit;

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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.opencmas.console.client.Orders;
import org.opencmas.console.client.department.Oversight;
import org.opencmas.console.client.department.Oversight.OverrideCounts;
import org.opencmas.console.client.department.Oversight.OverridePage;
import org.opencmas.console.frame.Answers;
import org.opencmas.console.frame.Panel;
import org.opencmas.console.frame.Panels;
import org.opencmas.console.frame.field.Address;
import org.opencmas.console.frame.field.Cursors;
import org.opencmas.console.frame.field.Inputs;
import org.opencmas.console.order.Names;
import org.opencmas.console.session.SignedIn;
import org.opencmas.terms.Roles;

/** Where people went on in spite of a rule: who, how often, which rule, which amount and why. An agency meets its own. */
@Path("/overrides")
@PermitAll
@SignedIn({
    Roles.AUDITOR,
    Roles.DGS_ANALYST,
    Roles.DGS_APPROVER,
    Roles.COMPLIANCE_REVIEWER,
    Roles.AGENCY_BUYER,
    Roles.AGENCY_APPROVER
})
@Produces(MediaType.TEXT_HTML)
public class OverrideResource {
    private final Oversight oversight;
    private final Names names;
    private final Panels panels;

    OverrideResource(@RestClient Oversight oversight, Names names, Panels panels) {
        this.oversight = oversight;
        this.names = names;
        this.panels = panels;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance overrides(
                Inputs inputs,
                Panel<OverrideCounts> counts,
                Panel<OverridePage> overrides,
                Map<UUID, String> agencies,
                String next,
                String csv);
    }

    /** What the reader narrows to; null where nothing is said. */
    private record Sought(
            @Nullable String person,
            @Nullable String rule,
            @Nullable LocalDate from,
            @Nullable LocalDate through) {
        static Sought of(Inputs inputs) {
            return new Sought(
                    Inputs.unlessEmpty(inputs.text("person")),
                    Inputs.unlessEmpty(inputs.text("rule", 60)),
                    inputs.day("from").orElse(null),
                    inputs.day("through").orElse(null));
        }
    }

    @GET
    public RestResponse<TemplateInstance> overrides(@Context UriInfo address) {
        var inputs = Inputs.of(address.getQueryParameters());
        Sought sought = Sought.of(inputs);
        String cursor = Cursors.of(inputs);
        boolean isFine = inputs.isFine();
        var counts = panels.ask(
                Orders.NAME,
                () -> isFine
                        ? oversight.countOverrides(sought.person(), sought.rule(), sought.from(), sought.through())
                        : new OverrideCounts(List.of(), false));
        var overrides = panels.ask(
                Orders.NAME,
                () -> isFine
                        ? oversight.listOverrides(
                                sought.person(), sought.rule(), sought.from(), sought.through(), cursor, Cursors.ROWS)
                        : new OverridePage(List.of(), null));
        return Answers.page(
                inputs,
                Templates.overrides(
                        inputs,
                        counts,
                        overrides,
                        names.agencies(
                                counts.isThere()
                                        ? counts.value().counts().stream()
                                                .map(Oversight.OverrideCount::agencyId)
                                                .distinct()
                                                .toList()
                                        : List.of()),
                        overrides.isThere()
                                ? Cursors.next(
                                        "/overrides",
                                        address.getQueryParameters(),
                                        overrides.value().next())
                                : "",
                        Address.of("overrides.csv")
                                .with("person", inputs.value("person"))
                                .with("rule", inputs.value("rule"))
                                .with("from", inputs.value("from"))
                                .with("through", inputs.value("through"))
                                .toString()));
    }
}
