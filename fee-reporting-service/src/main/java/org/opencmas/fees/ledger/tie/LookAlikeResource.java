package org.opencmas.fees.ledger.tie;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.opencmas.fees.http.Filters;
import org.opencmas.fees.http.Visibility;
import org.opencmas.fees.ledger.declared.LookAlike;
import org.opencmas.fees.ledger.declared.LookAlikes;
import org.opencmas.http.Cursor;
import org.opencmas.http.Page;
import org.opencmas.http.Paging;
import org.opencmas.http.idempotency.Idempotent;
import org.opencmas.problem.body.CheckedBody;
import org.opencmas.problem.body.FieldReader;
import org.opencmas.problem.parameter.CheckedBy;
import org.opencmas.terms.CalendarQuarter;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.Roles;

@Path("/v1/order-look-alikes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Ledger")
class LookAlikeResource {
    private static final int LONGEST_REASON = 1_000;

    private final LookAlikes lookAlikes;
    private final TieOrder tieOrder;
    private final Visibility visibility;
    private final DataSource dataSource;

    LookAlikeResource(LookAlikes lookAlikes, TieOrder tieOrder, Visibility visibility, DataSource dataSource) {
        this.lookAlikes = lookAlikes;
        this.tieOrder = tieOrder;
        this.visibility = visibility;
        this.dataSource = dataSource;
    }

    /** Why two orders are one, or are not. */
    @Schema(name = "OrderTieReason")
    record TieReason(@NotNull String reason) implements CheckedBody {
        @Override
        public void check(FieldReader fields, LocalDate today) {
            read(fields);
        }

        String plain() {
            var fields = new FieldReader();
            String plain = read(fields);
            fields.requireNoFaults();
            return plain;
        }

        private String read(FieldReader fields) {
            return fields.text("/reason", reason, LONGEST_REASON);
        }
    }

    @GET
    @RolesAllowed({Roles.CONTRACTOR, Roles.DGS_ANALYST, Roles.DGS_APPROVER, Roles.COMPLIANCE_REVIEWER, Roles.AUDITOR})
    @CheckedBy(Filters.Check.class)
    @Operation(
            operationId = "listOrderLookAlikes",
            summary = "Orders that filed reports add and that look like known ones, by agreement and quarter")
    public Page<LookAlike> list(
            @QueryParam("cmasNumber") @Nullable String cmasNumber,
            @QueryParam("quarter") @Nullable String quarter,
            @Parameter(schema = @Schema(format = "uuid")) @QueryParam("contractorId") @Nullable String contractorId,
            @BeanParam Paging paging)
            throws SQLException {
        Optional<UUID> own = visibility.onlyContractor();
        var filters = new Filters();
        CmasNumber agreement = filters.cmasNumber("cmasNumber", cmasNumber);
        CalendarQuarter period = filters.quarter("quarter", quarter);
        UUID asked = filters.id("contractorId", contractorId);
        filters.requireNoFaults();
        int count = paging.count();
        LookAlikes.After after = paging.after(3)
                .map(last ->
                        new LookAlikes.After(last.keys().get(0), last.keys().get(1), last.id(2)))
                .orElse(null);
        if (own.isPresent() && asked != null && !asked.equals(own.get())) {
            return new Page<>(List.of(), null);
        }
        try (Connection connection = dataSource.getConnection()) {
            return paging.page(
                    lookAlikes.list(
                            connection, new LookAlikes.Asked(agreement, period, own.orElse(asked)), after, count),
                    last -> Cursor.of(
                            last.cmasNumber().canonical(),
                            last.quarter().toString(),
                            last.lookAlikeId().toString()));
        }
    }

    @POST
    @Path("/{lookAlikeId}/tie")
    @Idempotent
    @RolesAllowed(Roles.DGS_ANALYST)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "tieOrder", summary = "Says that a declared order and the known one are the same")
    @APIResponseSchema(
            value = OrderTie.class,
            responseCode = "201",
            responseDescription = "Tied; what was declared is taken back")
    public Response tie(@PathParam("lookAlikeId") UUID lookAlikeId, @NotNull @Valid TieReason body)
            throws SQLException {
        OrderTie tied = tieOrder.tie(lookAlikeId, body.plain());
        return Response.created(URI.create("/v1/order-ties?cmasNumber=" + tied.cmasNumber()))
                .entity(tied)
                .build();
    }
}
