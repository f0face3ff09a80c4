package org.opencmas.fees.uncomputable;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.opencmas.fees.http.UrlValues;
import org.opencmas.fees.http.Visibility;
import org.opencmas.fees.uncomputable.UncomputableOrders.After;
import org.opencmas.fees.uncomputable.UncomputableOrders.Filter;
import org.opencmas.fees.uncomputable.UncomputableOrders.Listed;
import org.opencmas.http.Cursor;
import org.opencmas.http.Page;
import org.opencmas.http.Roles;
import org.opencmas.problem.Fault;
import org.opencmas.problem.InvalidRequest;
import org.opencmas.terms.CalendarQuarter;
import org.opencmas.terms.Usd;

@Path("/v1/uncomputable-orders")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Uncomputable orders")
class UncomputableOrderResource {
    private final UncomputableOrders orders;
    private final Visibility visibility;
    private final DataSource dataSource;

    UncomputableOrderResource(UncomputableOrders orders, Visibility visibility, DataSource dataSource) {
        this.orders = orders;
        this.visibility = visibility;
        this.dataSource = dataSource;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(description = "An order under one agreement, whose fee cannot be worked out yet.")
    record UncomputableOrderView(
            UUID orderId,

            @Schema(description = "The agency's own order number.")
            String purchaseOrderNumber,

            @Schema(examples = "4-20-56-0006B") String cmasNumber,
            UUID agencyId,

            @Schema(description = "Absent while the agency is not known.") @Nullable
            String agencyName,

            @Schema(
                    description =
                            "Who holds the agreement or, when it is not known, whom the order names; absent when neither is known.")
            @Nullable
            UUID contractorId,

            @Nullable String contractorName,

            @Schema(description = "The date of the original order.")
            LocalDate purchaseOrderDate,

            @Schema(
                    implementation = String.class,
                    examples = "2026-Q3",
                    description = "The quarter in which the order first named the agreement.")
            CalendarQuarter quarter,

            @Schema(
                    implementation = String.class,
                    examples = "100000.00",
                    description = "What it comes to now, before tax and freight.")
            Usd totalExcludingTaxAndFreight,

            @Schema(description = "When it was first found uncomputable.")
            Instant since,

            List<ReasonView> reasons) {
        static UncomputableOrderView of(Listed listed) {
            return new UncomputableOrderView(
                    listed.orderId(),
                    listed.agencyOrderNumber(),
                    listed.agreement().canonical(),
                    listed.buyer().agencyId(),
                    listed.buyer().name(),
                    listed.owner().contractorId(),
                    listed.owner().name(),
                    listed.when().orderDate(),
                    listed.when().quarter(),
                    listed.base(),
                    listed.when().since(),
                    listed.missing().stream().map(ReasonView::of).toList());
        }
    }

    record ReasonView(
            @Schema(description = "What is not known.") MissingFact missing,

            @Schema(examples = "4-20-56-0006B", description = "Its number or id.")
            String id,

            @Schema(description = "Why the fee cannot be worked out without it.")
            String why,

            @Schema(description = "What would mend it.") String remedy) {
        /** @param missing a word and an id, such as {@code agreement 4-20-56-0006B} */
        static ReasonView of(String missing) {
            int space = missing.indexOf(' ');
            MissingFact fact = MissingFact.valueOf(missing.substring(0, space).toUpperCase(Locale.ROOT));
            String id = missing.substring(space + 1);
            return new ReasonView(fact, id, fact.why(id), fact.remedy());
        }
    }

    @GET
    @RolesAllowed({Roles.CONTRACTOR, Roles.DGS_ANALYST, Roles.DGS_APPROVER, Roles.COMPLIANCE_REVIEWER, Roles.AUDITOR})
    @Operation(
            operationId = "listUncomputableOrders",
            summary = "The orders whose fee cannot be worked out yet, by agreement, then by order",
            description =
                    "Each with why and what would mend it; once that has happened the fee is posted by itself and the order leaves"
                            + " the list. A contractor sees the orders under its agreements and those that name it.")
    public Page<UncomputableOrderView> list(
            @Parameter(description = "Only of this contractor", schema = @Schema(format = "uuid"))
                    @QueryParam("contractorId")
                    @Nullable
                    String contractorId,
            @Parameter(description = "Only under this agreement; any printing of the number", example = "4-20-56-0006B")
                    @QueryParam("cmasNumber")
                    @Nullable
                    String cmasNumber,
            @Parameter(description = "Orders on a page, 1 to 200; 50 when absent") @QueryParam("limit") @Nullable
                    Integer limit,
            @Parameter(description = "From the next link of the page before") @QueryParam("cursor") @Nullable
                    String cursor,
            @Context UriInfo uri)
            throws SQLException {
        Optional<UUID> own = visibility.onlyContractor();
        UUID asked = UrlValues.optionalId("contractorId", contractorId);
        int size = Page.limit(limit);
        var filter = new Filter(own.orElse(asked), UrlValues.optionalCmasNumber("cmasNumber", cmasNumber));
        After after = after(cursor);
        if (own.isPresent() && asked != null && !asked.equals(own.get())) {
            return new Page<>(List.of(), null);
        }
        try (Connection connection = dataSource.getConnection()) {
            List<UncomputableOrderView> fetched = orders.read(connection, filter, after, size + 1).stream()
                    .map(UncomputableOrderView::of)
                    .toList();
            return Page.of(fetched, size, last -> Cursor.of(last.cmasNumber, last.orderId.toString()), uri);
        }
    }

    private static @Nullable After after(@Nullable String cursor) {
        try {
            return Cursor.parse(cursor, 2)
                    .map(last -> new After(
                            last.keys().get(0), UUID.fromString(last.keys().get(1))))
                    .orElse(null);
        } catch (IllegalArgumentException e) {
            throw new InvalidRequest(new Fault("cursor", "is not a cursor of this list"));
        }
    }
}
