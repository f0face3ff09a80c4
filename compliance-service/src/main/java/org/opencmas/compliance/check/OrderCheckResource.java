package org.opencmas.compliance.check;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.fix.Fix;
import org.opencmas.compliance.rule.Parameter;
import org.opencmas.compliance.rule.ParameterName;
import org.opencmas.compliance.rule.judging.Decision;
import org.opencmas.compliance.rule.judging.Finding;
import org.opencmas.compliance.rule.judging.MissingAttestation;
import org.opencmas.compliance.rule.outcome.Verdict;
import org.opencmas.compliance.ruleset.RuleSet;
import org.opencmas.compliance.ruleset.RuleSets;
import org.opencmas.http.Caller;
import org.opencmas.problem.Forbidden;
import org.opencmas.problem.body.FieldReader;
import org.opencmas.problem.parameter.CheckedBy;
import org.opencmas.problem.parameter.ParameterCheck;
import org.opencmas.problem.parameter.SentParameters;
import org.opencmas.terms.Roles;

@Path("/v1/order-checks")
@Tag(name = "Order checks", description = "What would be decided on an order, without placing it.")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class OrderCheckResource {
    private final CheckOrder checkOrder;
    private final Caller caller;

    OrderCheckResource(CheckOrder checkOrder, Caller caller) {
        this.checkOrder = checkOrder;
        this.caller = caller;
    }

    /**
     * What would be decided.
     *
     * @param asOn the day on which the order was taken to be sent
     * @param attestationsMissing which attestations are asked for and not there
     * @param fixes for each rule that fails and whose least change can be computed, that change as a JSON Patch
     * @param unconfirmedFigures figures of the order's day that no text at hand confirms; none when all are
     * @param newestNews by service, when the newest of its news happened that the copies used hold
     */
    record OrderCheckView(
            Decision decision,
            LocalDate asOn,
            List<Finding> findings,
            List<MissingAttestation> attestationsMissing,
            List<Fix> fixes,
            Map<Verdict, Integer> summary,
            List<UnconfirmedFigure> unconfirmedFigures,
            Map<String, Long> asOf,
            Map<String, Instant> newestNews,
            String ruleSetVersion) {
        static OrderCheckView of(CheckOrder.Checked checked, ShownFindings shown) {
            return new OrderCheckView(
                    checked.judgement().decision(),
                    checked.asOn(),
                    shown.of(checked.judgement()),
                    checked.missing(),
                    checked.fixes(),
                    checked.judgement().summary(),
                    checked.unconfirmed().stream().map(UnconfirmedFigure::of).toList(),
                    checked.state().asOf(),
                    checked.state().newestNews(),
                    checked.rules().version());
        }
    }

    /** A figure that a rule may have used and that no text at hand confirms. */
    record UnconfirmedFigure(ParameterName name, String value, LocalDate validFrom, String source) {
        static UnconfirmedFigure of(Parameter figure) {
            return new UnconfirmedFigure(
                    figure.name(), figure.value().toPlainString(), figure.validFrom(), figure.source());
        }
    }

    /** Checks by which rules is to be judged. */
    static final class RuleSetCheck implements ParameterCheck {
        @Override
        public void check(FieldReader fields, SentParameters sent) {
            String version = sent.query("ruleSetVersion");
            if (version != null && RuleSets.find(version).isEmpty()) {
                fields.fault(RuleSets.unknown("ruleSetVersion"));
            }
        }
    }

    @POST
    @RolesAllowed({Roles.AGENCY_BUYER, Roles.AGENCY_APPROVER, Roles.DGS_ANALYST})
    @CheckedBy(RuleSetCheck.class)
    @Operation(operationId = "checkOrder", summary = "Check an order or an amendment")
    public OrderCheckView check(
            @QueryParam(ShownFindings.PARAMETER) @DefaultValue(ShownFindings.ALL) ShownFindings findings,
            @QueryParam("asOn") @Nullable LocalDate asOn,
            @QueryParam("ruleSetVersion") @Nullable String ruleSetVersion,
            @NotNull @Valid OrderToCheck body)
            throws SQLException {
        RuleSet rules = RuleSets.asked("ruleSetVersion", ruleSetVersion);
        return OrderCheckView.of(checkOrder.check(body, buyer(), caller.name(), asOn, rules), findings);
    }

    /** The agency that the caller acts for; null for an analyst, who names one in the body. */
    private @Nullable UUID buyer() {
        UUID own = caller.agencyId().orElse(null);
        if (own == null && !caller.has(Roles.DGS_ANALYST)) {
            throw new Forbidden("The token names no agency to check orders for.");
        }
        return own;
    }
}
