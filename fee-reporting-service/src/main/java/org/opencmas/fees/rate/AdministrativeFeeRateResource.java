package org.opencmas.fees.rate;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.opencmas.fees.datedfigure.ProposeFigure;
import org.opencmas.fees.datedfigure.Proposed;
import org.opencmas.fees.proposal.WithdrawalReason;
import org.opencmas.fees.rate.FeeRateResource.NewFeeRate;
import org.opencmas.http.Caller;
import org.opencmas.http.idempotency.Idempotent;
import org.opencmas.terms.Roles;

@Path("/v1/administrative-fee-rates")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rates")
class AdministrativeFeeRateResource {
    private final AdministrativeFeeRateTable table;
    private final ProposeFigure propose;
    private final Caller caller;
    private final DataSource dataSource;
    private final Clock clock;

    AdministrativeFeeRateResource(
            AdministrativeFeeRateTable table,
            ProposeFigure propose,
            Caller caller,
            DataSource dataSource,
            Clock clock) {
        this.table = table;
        this.propose = propose;
        this.caller = caller;
        this.dataSource = dataSource;
        this.clock = clock;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listAdministrativeFeeRates",
            summary = "The rates of State departments' administrative fee by order date")
    public FeeRatesView list() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return FeeRatesView.of(new FeeRates(table.activated(connection)), table.history(connection));
        }
    }

    @POST
    @Idempotent
    @RolesAllowed(Roles.DGS_ANALYST)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "proposeAdministrativeFeeRate", summary = "Proposes a rate of the administrative fee")
    @APIResponseSchema(value = ProposedRateView.class, responseCode = "201", responseDescription = "Proposed")
    public Response propose(@NotNull @Valid NewFeeRate body) throws SQLException {
        Proposed<FeeRate> proposed = propose.propose(table, body.rated());
        return Response.created(URI.create("/v1/administrative-fee-rates/" + proposed.figureId()))
                .entity(ProposedRateView.of(proposed))
                .build();
    }

    @GET
    @Path("/{figureId}")
    @PermitAll
    @Operation(operationId = "getAdministrativeFeeRate", summary = "One rate as it was proposed")
    public ProposedRateView get(@PathParam("figureId") UUID figureId) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return ProposedRateView.of(table.get(connection, figureId));
        }
    }

    @POST
    @Path("/{figureId}/activation")
    @Idempotent
    @Transactional
    @RolesAllowed(Roles.DGS_APPROVER)
    @Operation(
            operationId = "activateAdministrativeFeeRate",
            summary = "Makes a proposed rate of the administrative fee count")
    @APIResponseSchema(value = ProposedRateView.class, responseCode = "200", responseDescription = "It counts")
    public Response activate(@PathParam("figureId") UUID figureId) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            table.activate(
                    connection, figureId, caller.subject(), clock.instant().truncatedTo(ChronoUnit.MICROS));
            return Response.ok(ProposedRateView.of(table.get(connection, figureId)))
                    .build();
        }
    }

    @POST
    @Path("/{figureId}/withdrawal")
    @Idempotent
    @RolesAllowed({Roles.DGS_ANALYST, Roles.DGS_APPROVER})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "withdrawAdministrativeFeeRate",
            summary = "Gives up a rate of the administrative fee that does not count")
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
