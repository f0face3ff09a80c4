package org.opencmas.fees.report.filing;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.opencmas.fees.feeproof.FeeProof;
import org.opencmas.fees.feeproof.FeeProofs;
import org.opencmas.fees.http.UrlValues;
import org.opencmas.fees.obligation.AgreementQuarter;
import org.opencmas.fees.report.filed.ReadReport;
import org.opencmas.fees.report.filed.ReportStanding;
import org.opencmas.problem.NotFound;
import org.opencmas.terms.CalendarQuarter;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.Roles;

@Path("/v1/quarterly-reports/{number}/{quarter}/fee-proof")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Quarterly reports")
class FeeProofResource {
    private final ReadReport readReport;
    private final ProveFee proveFee;
    private final FeeProofs proofs;
    private final DataSource dataSource;

    FeeProofResource(ReadReport readReport, ProveFee proveFee, FeeProofs proofs, DataSource dataSource) {
        this.readReport = readReport;
        this.proveFee = proveFee;
        this.proofs = proofs;
        this.dataSource = dataSource;
    }

    /** The proof with its digest. */
    record FeeProofView(FeeProof proof, String sha256) {}

    @GET
    @RolesAllowed({Roles.CONTRACTOR, Roles.DGS_ANALYST, Roles.DGS_APPROVER, Roles.COMPLIANCE_REVIEWER, Roles.AUDITOR})
    @Operation(
            operationId = "getFeeProof",
            summary = "All that a report's fee follows from, for an independent verifier")
    @APIResponseSchema(
            value = FeeProofView.class,
            responseCode = "200",
            responseDescription = "The proof, to the byte as it was sealed")
    public Response get(@PathParam("number") String number, @PathParam("quarter") String quarter) throws SQLException {
        CmasNumber agreement = UrlValues.cmasNumber("number", number);
        CalendarQuarter period = UrlValues.quarter("quarter", quarter);
        try (Connection connection = dataSource.getConnection()) {
            ReportStanding standing = readReport.standing(connection, agreement, period);
            Optional<String> kept = proofs.kept(connection, new AgreementQuarter(agreement, period));
            if (kept.isEmpty() && standing.first().isPresent()) {
                throw new NotFound("proof kept when the report was filed", agreement + " " + period);
            }
            return Response.ok(
                            kept.isPresent()
                                    ? kept.get()
                                    : proveFee.prove(connection, standing.statement(), null)
                                            .document())
                    .build();
        }
    }
}
