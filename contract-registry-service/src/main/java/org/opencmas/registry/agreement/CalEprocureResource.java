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
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
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

    /**
     * Values to copy into the fields of the same names.
     *
     * @param contractId the CMAS number with its letter; never the number of the base contract, which is a reference only
     * @param vendor the contractor's name as the terms in force print it
     */
    @Schema(examples = """
            {"contractId": "4-06-78-0031A", "vendor": "FieldTurf USA, Inc."}
            """)
    record CalEprocureValues(String contractId, String vendor) {}

    @GET
    @PermitAll
    @Transactional
    @Operation(
            operationId = "getCalEprocureValues",
            summary = "What to copy into Contract ID and Vendor of Cal eProcure's contract search. Public.",
            description =
                    "As the guide names the two fields (attachment A, page 24). Which punctuation Cal eProcure wants is not documented:"
                            + " a reading is that the printed number finds the contract.")
    public CalEprocureValues values(
            @Parameter(description = "the number in any printing", example = "4-06-78-0031A") String number) {
        Agreement agreement = agreements.require(NotACmasNumber.parse("number", number));
        LocalDate today = LocalDate.now(clock);
        Supplement inForce = agreements.inForce(agreement, today, null).orElseGet(() -> agreements.original(agreement));
        return new CalEprocureValues(agreement.cmasNumber(), inForce.terms().contractorName());
    }
}
