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
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.opencmas.fees.http.Filters;
import org.opencmas.fees.http.Visibility;
import org.opencmas.fees.ledger.tie.LookAlikeResource.TieReason;
import org.opencmas.http.Cursor;
import org.opencmas.http.Page;
import org.opencmas.http.Paging;
import org.opencmas.http.idempotency.Idempotent;
import org.opencmas.problem.parameter.CheckedBy;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.Roles;

@Path("/v1/order-ties")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Ledger")
class OrderTieResource {
    private final OrderTies ties;
    private final TieOrder tieOrder;
    private final Visibility visibility;
    private final DataSource dataSource;

    OrderTieResource(OrderTies ties, TieOrder tieOrder, Visibility visibility, DataSource dataSource) {
        this.ties = ties;
        this.tieOrder = tieOrder;
        this.visibility = visibility;
        this.dataSource = dataSource;
    }

    @GET
    @RolesAllowed({Roles.CONTRACTOR, Roles.DGS_ANALYST, Roles.DGS_APPROVER, Roles.COMPLIANCE_REVIEWER, Roles.AUDITOR})
    @CheckedBy(Filters.Check.class)
    @Operation(operationId = "listOrderTies", summary = "Declared orders that were tied to known ones, by agreement")
    public Page<OrderTie> list(@QueryParam("cmasNumber") @Nullable String cmasNumber, @BeanParam Paging paging)
            throws SQLException {
        UUID own = visibility.onlyContractor().orElse(null);
        var filters = new Filters();
        CmasNumber agreement = filters.cmasNumber("cmasNumber", cmasNumber);
        filters.requireNoFaults();
        int count = paging.count();
        OrderTies.After after = paging.after(2)
                .map(last -> new OrderTies.After(last.keys().getFirst(), last.id(1)))
                .orElse(null);
        try (Connection connection = dataSource.getConnection()) {
            return paging.page(
                    ties.list(connection, agreement, own, after, count),
                    last -> Cursor.of(
                            last.cmasNumber().canonical(), last.tieId().toString()));
        }
    }

    @POST
    @Path("/{tieId}/withdrawal")
    @Idempotent
    @RolesAllowed(Roles.DGS_ANALYST)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "withdrawOrderTie", summary = "Says that tied orders are two after all")
    @APIResponseSchema(
            value = OrderTie.class,
            responseCode = "200",
            responseDescription = "Withdrawn; what was declared is owed again")
    public Response withdraw(@PathParam("tieId") UUID tieId, @NotNull @Valid TieReason body) throws SQLException {
        return Response.ok(tieOrder.withdraw(tieId, body.plain())).build();
    }
}
