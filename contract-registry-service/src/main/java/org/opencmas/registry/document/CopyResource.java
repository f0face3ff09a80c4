package org.opencmas.registry.document;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.opencmas.http.Caller;
import org.opencmas.http.idempotency.Idempotent;
import org.opencmas.problem.Forbidden;
import org.opencmas.registry.cmasnumber.NotACmasNumber;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.Roles;

/** Which version of an agreement's copy a buyer got. An agency sees its own. */
@Path("/v1/agreements/{number}/copies")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Documents")
class CopyResource {
    private final AgreementCopies copies;
    private final CopiesObtained obtained;
    private final Caller caller;
    private final Clock clock;

    CopyResource(AgreementCopies copies, CopiesObtained obtained, Caller caller, Clock clock) {
        this.copies = copies;
        this.obtained = obtained;
        this.caller = caller;
        this.clock = clock;
    }

    /** A copy that an agency got. */
    record AgreementCopyView(
            UUID copyId,
            String cmasNumber,
            UUID agencyId,
            int supplementNumber,
            String manifestSha256,
            boolean complete,
            List<String> missingParts,
            Instant obtainedAt,
            String obtainedBy,
            String archive) {
        static AgreementCopyView of(CopyObtained copy) {
            return new AgreementCopyView(
                    copy.id(),
                    copy.cmasNumber(),
                    copy.agencyId(),
                    copy.supplementNumber(),
                    copy.manifestSha256(),
                    copy.missingParts().isEmpty(),
                    List.copyOf(copy.missingParts()),
                    copy.obtainedAt(),
                    copy.obtainedBy(),
                    "/v1/agreements/" + copy.cmasNumber() + "/documents/archive");
        }
    }

    /** Copies, the latest first. */
    record AgreementCopyList(List<AgreementCopyView> items) {}

    @POST
    @RolesAllowed({Roles.AGENCY_BUYER, Roles.AGENCY_APPROVER})
    @Idempotent
    @Operation(
            operationId = "obtainAgreementCopy",
            summary = "Record that the agency gets the copy of an agreement as it is now")
    @APIResponseSchema(value = AgreementCopyView.class, responseCode = "201")
    public Response obtain(String number) {
        UUID agency =
                caller.agencyId().orElseThrow(() -> new Forbidden("The token names no agency in its claim agency_id."));
        CmasNumber parsed = NotACmasNumber.parse("number", number);
        var copy = new CopyObtained(
                parsed.canonical(),
                agency,
                copies.of(parsed),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                caller.subject());
        obtained.persistAndFlush(copy);
        return Response.created(URI.create("/v1/agreements/" + parsed + "/copies"))
                .entity(AgreementCopyView.of(copy))
                .build();
    }

    @GET
    @RolesAllowed({
        Roles.AGENCY_BUYER,
        Roles.AGENCY_APPROVER,
        Roles.DGS_ANALYST,
        Roles.COMPLIANCE_REVIEWER,
        Roles.AUDITOR
    })
    @Transactional
    @Operation(
            operationId = "listAgreementCopies",
            summary = "The copies of an agreement that were got, the latest first, 200 at most")
    public AgreementCopyList list(String number) {
        return new AgreementCopyList(obtained.of(copies.require(NotACmasNumber.parse("number", number))).stream()
                .map(AgreementCopyView::of)
                .toList());
    }
}
