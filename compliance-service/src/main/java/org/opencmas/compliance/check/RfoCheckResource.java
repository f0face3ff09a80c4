package org.opencmas.compliance.check;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.rule.book.RuleBooks;
import org.opencmas.compliance.rule.offer.RequestForOfferFacts;
import org.opencmas.terms.ProgramCalendar;
import org.opencmas.terms.Roles;

@Path("/v1/rfo-checks")
@Tag(name = "RFO checks", description = "What the rules say of a request for offer before it is sent.")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class RfoCheckResource {
    private final Clock clock;

    RfoCheckResource(Clock clock) {
        this.clock = clock;
    }

    /** A request for offer. */
    record RequestForOfferToCheck(
            @Nullable LocalDate writtenOn,
            @NotBlank @Size(max = 200_000) String text) {}

    @POST
    @RolesAllowed({Roles.AGENCY_BUYER, Roles.AGENCY_APPROVER, Roles.DGS_ANALYST})
    @Operation(operationId = "checkRequestForOffer", summary = "Check the words of a request for offer")
    public DocumentCheckView check(
            @QueryParam(ShownFindings.PARAMETER) @DefaultValue(ShownFindings.ALL) ShownFindings findings,
            @NotNull @Valid RequestForOfferToCheck body) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ProgramCalendar.ZONE);
        LocalDate writtenOn = Objects.requireNonNullElse(body.writtenOn(), today);
        RequestForOfferFacts facts =
                new RequestForOfferFacts(writtenOn, today, body.text().replace("\r\n", "\n"));
        return DocumentCheckView.of(
                RuleBooks.REQUESTS_FOR_OFFER.judge(facts), findings, RuleBooks.REQUESTS_FOR_OFFER.version());
    }
}
