package org.opencmas.order.oversight;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.opencmas.order.purchaseorder.document.RecordedAttestation;

/**
 * What a person attested to, with the version of the order that tells it.
 *
 * @param orderVersion the version that was written then; the statement names the one that it was made for
 * @param ordinal its place among the statements of the version, from 1
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "OrderAttestation")
record NotedAttestation(
        UUID orderId,
        UUID agencyId,
        String agencyOrderNumber,
        int orderVersion,
        int ordinal,
        Instant writtenAt,
        @JsonUnwrapped RecordedAttestation attestation) {}
