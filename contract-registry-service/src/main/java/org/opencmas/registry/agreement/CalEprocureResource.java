package org.opencmas.registry.agreement;

import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.opencmas.registry.agreement.store.Agreement;
import org.opencmas.registry.agreement.store.Agreements;
import org.opencmas.registry.agreement.store.Supplement;
import org.opencmas.registry.cmasnumber.NotACmasNumber;

/** What to type into Cal eProcure to find an agreement there (SRCH-CALEPROCURE). */
@Path("/v1/agreements/{number}/cal-eprocure")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Agreements")
class CalEprocureResource {
    private final Agreements agreements;
    private final Clock clock;

    CalEprocureResource(Agreements agreements, Clock clock) {
        this.agreements = agreements;
        this.clock = clock;
    }

    /** Values to copy into the fields of the same names. */
    record CalEprocureValues(String contractId, String vendor) {}

    @GET
    @PermitAll
    @Transactional
    @Operation(
            operationId = "getCalEprocureValues",
            summary = "What to copy into Contract ID and Vendor of Cal eProcure's contract search")
    public CalEprocureValues values(String number) {
        Agreement agreement = agreements.require(NotACmasNumber.parse("number", number));
        LocalDate today = LocalDate.now(clock);
        Supplement inForce = agreements.inForce(agreement, today, null).orElseGet(() -> agreements.original(agreement));
        return new CalEprocureValues(agreement.cmasNumber(), inForce.terms().contractorName());
    }
}
