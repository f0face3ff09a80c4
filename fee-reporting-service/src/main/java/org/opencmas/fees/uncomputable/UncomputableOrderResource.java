package org.opencmas.fees.uncomputable;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
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
import org.opencmas.fees.http.Filters;
import org.opencmas.fees.http.Visibility;
import org.opencmas.fees.uncomputable.UncomputableOrders.After;
import org.opencmas.fees.uncomputable.UncomputableOrders.Filter;
import org.opencmas.fees.uncomputable.UncomputableOrders.Listed;
import org.opencmas.http.Cursor;
import org.opencmas.http.Page;
import org.opencmas.http.Paging;
import org.opencmas.problem.parameter.CheckedBy;
import org.opencmas.terms.CalendarQuarter;
import org.opencmas.terms.Roles;
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
    record UncomputableOrderView(
            UUID orderId,
            String purchaseOrderNumber,
            String cmasNumber,
            UUID agencyId,
            @Nullable String agencyName,
            @Nullable UUID contractorId,
            @Nullable String contractorName,
            LocalDate purchaseOrderDate,
            CalendarQuarter quarter,
            Usd totalExcludingTaxAndFreight,
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

    @Schema(name = "UncomputableReasonView")
    record ReasonView(MissingFact missing, String id, String why, String remedy) {

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
    @CheckedBy(Filters.Check.class)
    @Operation(
            operationId = "listUncomputableOrders",
            summary = "The orders whose fee cannot be worked out yet, by agreement, then by order")
    public Page<UncomputableOrderView> list(
            @Parameter(schema = @Schema(format = "uuid")) @QueryParam("contractorId") @Nullable String contractorId,
            @QueryParam("cmasNumber") @Nullable String cmasNumber,
            @BeanParam Paging paging)
            throws SQLException {
        Optional<UUID> own = visibility.onlyContractor();
        var filters = new Filters();
        UUID asked = filters.id("contractorId", contractorId);
        var filter = new Filter(own.orElse(asked), filters.cmasNumber("cmasNumber", cmasNumber));
        filters.requireNoFaults();
        int count = paging.count();
        After after = after(paging);
        if (own.isPresent() && asked != null && !asked.equals(own.get())) {
            return new Page<>(List.of(), null);
        }
        try (Connection connection = dataSource.getConnection()) {
            List<UncomputableOrderView> read = orders.read(connection, filter, after, count).stream()
                    .map(UncomputableOrderView::of)
                    .toList();
            return paging.page(read, last -> Cursor.of(last.cmasNumber, last.orderId.toString()));
        }
    }

    private static @Nullable After after(Paging paging) {
        return paging.after(2)
                .map(last -> new After(last.keys().getFirst(), last.id(1)))
                .orElse(null);
    }
}
