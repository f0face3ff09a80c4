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
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.opencmas.compliance.rule.book.RuleBooks;
import org.opencmas.http.Caller;
import org.opencmas.terms.ProgramCalendar;
import org.opencmas.terms.Roles;

@Path("/v1/lease-cancellation-checks")
@Tag(
        name = "Lease cancellation checks",
        description = "What the rules say of ending a lease early, before the notice goes out.")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class LeaseCancellationCheckResource {
    private final Clock clock;
    private final Caller caller;

    LeaseCancellationCheckResource(Clock clock, Caller caller) {
        this.clock = clock;
        this.caller = caller;
    }

    @POST
    @RolesAllowed({Roles.AGENCY_BUYER, Roles.AGENCY_APPROVER, Roles.DGS_ANALYST})
    @Operation(operationId = "checkLeaseCancellation", summary = "Check the cancellation of a lease")
    public DocumentCheckView check(
            @QueryParam(ShownFindings.PARAMETER) @DefaultValue(ShownFindings.ALL) ShownFindings findings,
            @NotNull @Valid LeaseCancellationToCheck body) {
        var facts = body.facts(ProgramCalendar.dateOf(clock.instant()), caller.name());
        return DocumentCheckView.of(
                RuleBooks.LEASE_CANCELLATIONS.judge(facts), findings, RuleBooks.LEASE_CANCELLATIONS.version());
    }
}
