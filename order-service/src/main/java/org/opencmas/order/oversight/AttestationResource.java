package org.opencmas.order.oversight;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.opencmas.http.Cursor;
import org.opencmas.http.Page;
import org.opencmas.http.Paging;
import org.opencmas.order.purchaseorder.store.Database;
import org.opencmas.terms.Roles;

/** What persons attested to in orders. */
@Path("/v1/attestations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Oversight")
class AttestationResource {
    private final Attestations attestations;
    private final OversightAccess access;
    private final Database database;

    AttestationResource(Attestations attestations, OversightAccess access, Database database) {
        this.attestations = attestations;
        this.access = access;
        this.database = database;
    }

    @GET
    @RolesAllowed({
        Roles.AGENCY_BUYER,
        Roles.AGENCY_APPROVER,
        Roles.DGS_ANALYST,
        Roles.DGS_APPROVER,
        Roles.COMPLIANCE_REVIEWER,
        Roles.AUDITOR
    })
    @Operation(operationId = "listAttestations", summary = "List the attestations of orders, the latest first")
    public Page<NotedAttestation> list(
            @QueryParam("agencyId") @Nullable UUID agencyId,
            @QueryParam("orderId") @Nullable UUID orderId,
            @QueryParam("attestedBy") @Size(min = 1, max = 200) @Nullable String attestedBy,
            @QueryParam("rule") @Size(min = 1, max = 60) @Nullable String rule,
            @QueryParam("until") @Nullable Instant until,
            @BeanParam Paging paging) {
        var search = new Attestations.Search(
                access.agency(agencyId),
                orderId,
                attestedBy,
                rule,
                until,
                paging.after(4).map(AttestationResource::place).orElse(null));
        List<NotedAttestation> found =
                database.with(connection -> attestations.find(connection, search, paging.count()));
        return paging.page(
                found,
                last -> Cursor.of(
                        last.writtenAt().toString(),
                        last.orderId().toString(),
                        Integer.toString(last.orderVersion()),
                        Integer.toString(last.ordinal())));
    }

    private static Attestations.Place place(Cursor cursor) {
        return new Attestations.Place(cursor.instant(0), cursor.id(1), cursor.number(2), cursor.number(3));
    }
}
