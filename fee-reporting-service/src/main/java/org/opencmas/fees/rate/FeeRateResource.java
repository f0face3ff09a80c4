package org.opencmas.fees.rate;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.opencmas.fees.datedfigure.Confidence;
import org.opencmas.fees.datedfigure.ProposeFigure;
import org.opencmas.fees.datedfigure.Proposed;
import org.opencmas.fees.proposal.WithdrawalReason;
import org.opencmas.http.idempotency.Idempotent;
import org.opencmas.terms.Roles;

@Path("/v1/fee-rates")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rates")
class FeeRateResource {
    private final FeeRateTable table;
    private final ProposeFigure propose;
    private final DataSource dataSource;

    FeeRateResource(FeeRateTable table, ProposeFigure propose, DataSource dataSource) {
        this.table = table;
        this.propose = propose;
        this.dataSource = dataSource;
    }

    /** A rate to propose. */
    record NewFeeRate(
            @NotNull LocalDate firstOrderDate,

            @NotNull
            @DecimalMin("0")
            @DecimalMax(value = "1", inclusive = false)
            @Digits(integer = 1, fraction = 6)
            @Schema(implementation = String.class)
            BigDecimal rate,

            @NotBlank @Size(max = 500) String source,
            @NotNull Confidence confidence) {
        FeeRate rated() {
            return new FeeRate(firstOrderDate, new Rate(rate), source, confidence);
        }
    }

    @GET
    @PermitAll
    @Operation(operationId = "listFeeRates", summary = "The incentive fee's rates by order date")
    public FeeRatesView list() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return FeeRatesView.of(table.load(connection), table.history(connection));
        }
    }

    @GET
    @Path("/{figureId}")
    @PermitAll
    @Operation(operationId = "getFeeRate", summary = "One rate as it was proposed")
    public ProposedRateView get(@PathParam("figureId") UUID figureId) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return ProposedRateView.of(table.get(connection, figureId));
        }
    }

    @POST
    @Idempotent
    @RolesAllowed(Roles.DGS_ANALYST)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "proposeFeeRate", summary = "Proposes a rate")
    @APIResponseSchema(value = ProposedRateView.class, responseCode = "201", responseDescription = "Proposed")
    public Response propose(@NotNull @Valid NewFeeRate body) throws SQLException {
        Proposed<FeeRate> proposed = propose.propose(table, body.rated());
        return Response.created(URI.create("/v1/fee-rates/" + proposed.figureId()))
                .entity(ProposedRateView.of(proposed))
                .build();
    }

    @POST
    @Path("/{figureId}/withdrawal")
    @Idempotent
    @RolesAllowed({Roles.DGS_ANALYST, Roles.DGS_APPROVER})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "withdrawFeeRate", summary = "Gives up a rate that does not count")
    @APIResponseSchema(
            value = ProposedRateView.class,
            responseCode = "200",
            responseDescription = "Withdrawn; it never counts")
    public Response withdraw(@PathParam("figureId") UUID figureId, @NotNull @Valid WithdrawalReason body)
            throws SQLException {
        return Response.ok(ProposedRateView.of(propose.withdraw(table, figureId, body.plain())))
                .build();
    }
}
