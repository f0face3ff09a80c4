package org.opencmas.compliance.ruleset;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.opencmas.compliance.rule.judging.RuleVersion;

@Path("/v1/rule-sets")
@Tag(name = "Rules")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
class RuleSetResource {
    /** The rule sets. */
    record RuleSetsView(List<RuleSetView> items) {}

    /** One rule set. */
    record RuleSetView(String version, LocalDate firstUsedOn, boolean inForce, List<RuleVersion> rules) {
        static RuleSetView of(RuleSet set) {
            return new RuleSetView(set.version(), set.firstUsedOn(), set.isInForce(), set.rules());
        }
    }

    @GET
    @Operation(operationId = "listRuleSets", summary = "The rule sets of all releases, the one in force first")
    public RuleSetsView list() {
        return new RuleSetsView(
                RuleSets.all().reversed().stream().map(RuleSetView::of).toList());
    }
}
