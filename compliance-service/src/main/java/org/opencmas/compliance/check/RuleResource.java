package org.opencmas.compliance.check;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.rule.Citation;
import org.opencmas.compliance.rule.ParameterName;
import org.opencmas.compliance.rule.RuleKind;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.book.RuleBooks;
import org.opencmas.problem.NotFound;
import org.opencmas.terms.AgencyClass;

@Path("/v1/rules")
@Tag(name = "Rules", description = "What is asked of an order. Public.")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
class RuleResource {
    /** The rule book. */
    record RulesView(String ruleSetVersion, List<RuleView> items) {}

    /** One rule. */
    record RuleView(
            String id,
            int version,
            String title,
            String meaning,
            RuleKind kind,
            Citation citation,
            @Nullable String reading,
            @Nullable AgencyClass binds,
            boolean severityByAgency,
            boolean overridable,
            LocalDate inForceFrom,
            List<ParameterName> parameters) {
        static RuleView of(RuleText text) {
            return new RuleView(
                    text.id(),
                    text.version(),
                    text.title(),
                    text.meaning(),
                    text.kind(),
                    text.citation(),
                    text.reading(),
                    text.binds(),
                    text.latitude().severityByAgency(),
                    text.latitude().overridable(),
                    text.days().from(),
                    text.parameters());
        }
    }

    @GET
    @Operation(operationId = "listRules", summary = "All rules, in the order in which findings are shown")
    public RulesView list() {
        return new RulesView(
                RuleBooks.ORDERS.version(),
                RuleBooks.texts().stream().map(RuleView::of).toList());
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getRule", summary = "One rule by its id, such as NSP-DOLLAR-LOW")
    public RuleView get(String id) {
        return RuleBooks.text(id).map(RuleView::of).orElseThrow(() -> new NotFound("rule", id));
    }
}
