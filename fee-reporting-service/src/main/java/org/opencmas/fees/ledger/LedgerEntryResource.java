package org.opencmas.fees.ledger;

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
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.opencmas.fees.facts.Cause;
import org.opencmas.fees.http.Filters;
import org.opencmas.fees.http.Visibility;
import org.opencmas.fees.ledger.LedgerEntries.After;
import org.opencmas.fees.ledger.LedgerEntries.Filter;
import org.opencmas.fees.ledger.LedgerEntries.Written;
import org.opencmas.fees.rate.Rate;
import org.opencmas.http.Cursor;
import org.opencmas.http.Page;
import org.opencmas.http.Paging;
import org.opencmas.problem.parameter.CheckedBy;
import org.opencmas.terms.AgencyType;
import org.opencmas.terms.CalendarQuarter;
import org.opencmas.terms.Roles;
import org.opencmas.terms.Usd;

@Path("/v1/ledger-entries")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Ledger")
class LedgerEntryResource {
    private final LedgerEntries entries;
    private final Visibility visibility;
    private final DataSource dataSource;

    LedgerEntryResource(LedgerEntries entries, Visibility visibility, DataSource dataSource) {
        this.entries = entries;
        this.visibility = visibility;
        this.dataSource = dataSource;
    }

    record PostingView(
            UUID postingId,
            UUID orderId,
            String cmasNumber,
            UUID contractorId,
            AgencyType agencyType,
            int documentVersion,
            Cause cause,
            CalendarQuarter quarter,
            CalendarQuarter belongsToQuarter,
            Usd base,
            Rate rate,
            Treatment treatment,
            boolean waived,
            Usd fee,
            Usd feeWaived,
            UUID eventId,
            Instant postedAt,
            List<EntryView> entries) {
        static PostingView of(Written written) {
            Posting posting = written.posting();
            Dimension dimension = posting.difference().dimension();
            Amount amount = posting.difference().amount();
            return new PostingView(
                    posting.postingId(),
                    posting.part().orderId(),
                    posting.part().agreement().canonical(),
                    dimension.contractorId(),
                    dimension.agencyType(),
                    dimension.documentVersion(),
                    dimension.cause(),
                    posting.quarter(),
                    dimension.belongsTo(),
                    amount.base(),
                    dimension.rate(),
                    dimension.treatment(),
                    dimension.treatment() == Treatment.WAIVED,
                    amount.feeDue(),
                    amount.feeWaived(),
                    written.eventId(),
                    written.postedAt(),
                    written.legs().stream().map(EntryView::of).toList());
        }
    }

    @Schema(name = "LedgerEntryView")
    record EntryView(Leg.Book book, String account, Usd amount) {

        static EntryView of(Leg leg) {
            return new EntryView(leg.book(), leg.account(), leg.amount());
        }
    }

    @GET
    @RolesAllowed({Roles.CONTRACTOR, Roles.DGS_ANALYST, Roles.DGS_APPROVER, Roles.AUDITOR})
    @CheckedBy(Filters.Check.class)
    @Operation(
            operationId = "listLedgerEntries",
            summary = "The ledger's postings with their entries, by agreement, then in the order of posting")
    public Page<PostingView> list(
            @QueryParam("cmasNumber") @Nullable String cmasNumber,
            @QueryParam("quarter") @Nullable String quarter,
            @Parameter(schema = @Schema(format = "uuid")) @QueryParam("orderId") @Nullable String orderId,
            @BeanParam Paging paging)
            throws SQLException {
        var filters = new Filters();
        var filter = new Filter(
                filters.cmasNumber("cmasNumber", cmasNumber),
                filters.quarter("quarter", quarter),
                filters.id("orderId", orderId),
                visibility.onlyContractor());
        filters.requireNoFaults();
        int count = paging.count();
        try (Connection connection = dataSource.getConnection()) {
            List<PostingView> read = entries.read(connection, filter, after(paging), count).stream()
                    .map(PostingView::of)
                    .toList();
            return paging.page(read, posting -> Cursor.of(posting.cmasNumber, posting.postingId.toString()));
        }
    }

    private static @Nullable After after(Paging paging) {
        return paging.after(2)
                .map(last -> new After(last.keys().getFirst(), last.id(1)))
                .orElse(null);
    }
}
