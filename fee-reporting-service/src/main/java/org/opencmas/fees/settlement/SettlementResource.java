package org.opencmas.fees.settlement;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
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
import java.time.LocalDate;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.opencmas.fees.http.UrlValues;
import org.opencmas.fees.proposal.WithdrawalReason;
import org.opencmas.http.Cursor;
import org.opencmas.http.Page;
import org.opencmas.http.Paging;
import org.opencmas.http.idempotency.Idempotent;
import org.opencmas.problem.NotFound;
import org.opencmas.problem.body.CheckedBody;
import org.opencmas.problem.body.FieldReader;
import org.opencmas.terms.CalendarQuarter;
import org.opencmas.terms.Roles;

@Path("/v1/settlements")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Work items")
class SettlementResource {
    private final SettleObligations settle;
    private final Settlements settlements;
    private final DataSource dataSource;
    private final Clock clock;

    SettlementResource(SettleObligations settle, Settlements settlements, DataSource dataSource, Clock clock) {
        this.settle = settle;
        this.settlements = settlements;
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /** A settlement to propose. */
    @Schema(name = "NewSettlement")
    record NewSettlement(
            @Nullable UUID contractorId,
            @NotNull CalendarQuarter throughQuarter,
            @NotBlank @Size(max = 2000) String reason)
            implements CheckedBody {
        @Override
        public void check(FieldReader fields, LocalDate today) {
            UrlValues.checkProgramQuarter(fields, "/throughQuarter", throughQuarter);
            fields.text("/reason", reason, 2000);
        }
    }

    @GET
    @RolesAllowed({Roles.DGS_ANALYST, Roles.DGS_APPROVER, Roles.AUDITOR})
    @Operation(operationId = "listSettlements", summary = "Settlements, by the time of their proposal")
    public Page<Settlement> list(@BeanParam Paging paging) throws SQLException {
        int count = paging.count();
        UUID after = paging.after(1).map(last -> last.id(0)).orElse(null);
        try (Connection connection = dataSource.getConnection()) {
            return paging.page(
                    settlements.list(connection, after, count, LocalDate.now(clock)),
                    last -> Cursor.of(last.settlementId().toString()));
        }
    }

    @POST
    @Idempotent
    @RolesAllowed(Roles.DGS_ANALYST)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "proposeSettlement", summary = "Proposes to settle what was owed before the suite began")
    @APIResponseSchema(
            value = Settlement.class,
            responseCode = "201",
            responseDescription = "Proposed; a second person approves it")
    public Response propose(@NotNull @Valid NewSettlement body) throws SQLException {
        FieldReader.require(body, LocalDate.now(clock));
        Settlement proposed = settle.propose(
                body.contractorId(), body.throughQuarter(), body.reason().strip());
        return Response.created(URI.create("/v1/settlements/" + proposed.settlementId()))
                .entity(proposed)
                .build();
    }

    @GET
    @Path("/{settlementId}")
    @RolesAllowed({Roles.DGS_ANALYST, Roles.DGS_APPROVER, Roles.AUDITOR})
    @Operation(operationId = "getSettlement", summary = "A settlement with what it comes to")
    public Settlement get(@PathParam("settlementId") UUID settlementId) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return settlements
                    .find(connection, settlementId, LocalDate.now(clock))
                    .orElseThrow(() -> new NotFound("settlement", settlementId));
        }
    }

    @GET
    @Path("/{settlementId}/items")
    @RolesAllowed({Roles.DGS_ANALYST, Roles.DGS_APPROVER, Roles.AUDITOR})
    @Operation(
            operationId = "listSettlementItems",
            summary = "What a settlement settles, by quarter, then by agreement")
    public Page<Settlement.Item> items(@PathParam("settlementId") UUID settlementId, @BeanParam Paging paging)
            throws SQLException {
        int count = paging.count();
        Settlements.After after = paging.after(3)
                .map(last -> new Settlements.After(
                        last.keys().get(0), last.keys().get(1), last.keys().get(2)))
                .orElse(null);
        LocalDate today = LocalDate.now(clock);
        try (Connection connection = dataSource.getConnection()) {
            if (settlements.find(connection, settlementId, today).isEmpty()) {
                throw new NotFound("settlement", settlementId);
            }
            return paging.page(
                    settlements.items(connection, settlementId, after, count, today),
                    last -> Cursor.of(
                            last.quarter().toString(),
                            last.cmasNumber(),
                            last.kind().name()));
        }
    }

    @POST
    @Path("/{settlementId}/approval")
    @Idempotent
    @RolesAllowed(Roles.DGS_APPROVER)
    @Operation(operationId = "approveSettlement", summary = "Approves a settlement, as a second person")
    @APIResponseSchema(value = Settlement.class, responseCode = "200", responseDescription = "Settled")
    public Response approve(@PathParam("settlementId") UUID settlementId) throws SQLException {
        return Response.ok(settle.approve(settlementId)).build();
    }

    @POST
    @Path("/{settlementId}/withdrawal")
    @Idempotent
    @RolesAllowed({Roles.DGS_ANALYST, Roles.DGS_APPROVER})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "withdrawSettlement", summary = "Gives up a settlement that nobody has approved")
    @APIResponseSchema(value = Settlement.class, responseCode = "200", responseDescription = "Withdrawn")
    public Response withdraw(@PathParam("settlementId") UUID settlementId, @NotNull @Valid WithdrawalReason body)
            throws SQLException {
        return Response.ok(settle.withdraw(settlementId, body.plain())).build();
    }
}
