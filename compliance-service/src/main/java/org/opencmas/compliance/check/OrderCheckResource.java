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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.rule.book.RuleBooks;
import org.opencmas.compliance.rule.judging.Decision;
import org.opencmas.compliance.rule.judging.Finding;
import org.opencmas.compliance.rule.outcome.Verdict;
import org.opencmas.http.Caller;
import org.opencmas.http.Roles;
import org.opencmas.problem.Forbidden;

@Path("/v1/order-checks")
@Tag(name = "Order checks", description = "What would be decided on an order, without placing it.")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class OrderCheckResource {
    private static final String EXAMPLE = """
            {"agencyOrderNumber": "PO-2026-00117", "orderDate": "2026-03-02",
             "contractorId": "0190a000-0000-7000-8000-0000000c0001",
             "lines": [
              {"lineId": "10", "cmasNumber": "4-06-78-0031A", "itemId": "FT-100", "description": "Synthetic turf with infill",
               "unit": "square foot", "quantity": "1200", "unitPrice": "7.25"},
              {"lineId": "20", "cmasNumber": "4-06-78-0031A", "nsp": true, "description": "Edge boards", "unit": "foot",
               "quantity": "140", "unitPrice": "3.10", "supportsLineIds": ["10"], "nspReason": "hold the turf in place"}]}
            """;

    private final CheckOrder checkOrder;
    private final Caller caller;

    OrderCheckResource(CheckOrder checkOrder, Caller caller) {
        this.checkOrder = checkOrder;
        this.caller = caller;
    }

    /**
     * What would be decided.
     *
     * @param findings one or more of every rule, those that do not apply included; only what is not a plain pass where that was asked for
     * @param summary how many findings there are of each verdict, those left out included
     * @param asOf by source, the position of its journal up to which the copies used have followed it
     */
    record OrderCheckView(
            Decision decision,
            List<Finding> findings,
            Map<Verdict, Integer> summary,
            Map<String, Long> asOf,
            String ruleSetVersion) {
        static OrderCheckView of(CheckOrder.Checked checked, ShownFindings shown) {
            return new OrderCheckView(
                    checked.judgement().decision(),
                    shown.of(checked.judgement()),
                    checked.judgement().summary(),
                    checked.asOf(),
                    RuleBooks.ORDERS.version());
        }
    }

    @POST
    @RolesAllowed({Roles.AGENCY_BUYER, Roles.AGENCY_APPROVER, Roles.DGS_ANALYST})
    @Operation(
            operationId = "checkOrder",
            summary = "Check an order or an amendment",
            description =
                    "A dry run: every rule answers with verdict, numbers, citation and remedy, and nothing is stored. "
                            + "An agency checks its own orders; an analyst names the agency.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = OrderToCheck.class),
                            examples = @ExampleObject(name = "an order of one CMAS", value = EXAMPLE)))
    public OrderCheckView check(
            @QueryParam(ShownFindings.PARAMETER) @DefaultValue(ShownFindings.ALL) ShownFindings findings,
            @NotNull @Valid OrderToCheck body)
            throws SQLException {
        return OrderCheckView.of(checkOrder.check(body, buyer(), caller.name()), findings);
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
