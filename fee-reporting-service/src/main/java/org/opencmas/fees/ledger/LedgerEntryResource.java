package org.opencmas.fees.ledger;

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
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.opencmas.fees.facts.Cause;
import org.opencmas.fees.http.UrlValues;
import org.opencmas.fees.http.Visibility;
import org.opencmas.fees.ledger.LedgerEntries.After;
import org.opencmas.fees.ledger.LedgerEntries.Filter;
import org.opencmas.fees.ledger.LedgerEntries.Written;
import org.opencmas.fees.rate.Rate;
import org.opencmas.http.Cursor;
import org.opencmas.http.Page;
import org.opencmas.http.Roles;
import org.opencmas.problem.Fault;
import org.opencmas.problem.InvalidRequest;
import org.opencmas.terms.AgencyType;
import org.opencmas.terms.CalendarQuarter;
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

    @Schema(description = "One posting: a signed difference between what an order is worth and what was posted before.")
    record PostingView(
            UUID postingId,
            UUID orderId,
            @Schema(examples = "4-20-56-0006B") String cmasNumber,

            @Schema(description = "Who holds the agreement and owes the fee.")
            UUID contractorId,

            AgencyType agencyType,

            @Schema(description = "The version of the order that brought the amount.")
            int documentVersion,

            Cause cause,

            @Schema(
                    implementation = String.class,
                    examples = "2026-Q3",
                    description = "The quarter whose report shows it.")
            CalendarQuarter quarter,

            @Schema(
                    implementation = String.class,
                    examples = "2026-Q3",
                    description =
                            "The quarter of the order, amendment or termination; earlier than quarter only when that"
                                    + " one was filed already.")
            CalendarQuarter belongsToQuarter,

            @Schema(
                    implementation = String.class,
                    examples = "100000.00",
                    description = "Before tax and freight, signed.")
            Usd base,

            @Schema(implementation = String.class, examples = "0.0125")
            Rate rate,

            Treatment treatment,

            @Schema(description = "Whether treatment is WAIVED.")
            boolean waived,

            @Schema(
                    implementation = String.class,
                    examples = "1250.00",
                    description = "The exact fee owed, signed, not rounded.")
            Usd fee,

            @Schema(
                    implementation = String.class,
                    examples = "0.00",
                    description = "The exact fee waived, signed, not rounded.")
            Usd feeWaived,

            @Schema(description = "The event on whose account it was posted.")
            UUID eventId,

            Instant postedAt,

            @Schema(description = "The sides of the posting; each book adds up to zero.")
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

    record EntryView(
            Leg.Book book,

            @Schema(examples = "fee-receivable:4-20-56-0006B")
            String account,

            @Schema(
                    implementation = String.class,
                    examples = "1250.00",
                    description = "Exact; a debit is positive, a credit negative.")
            Usd amount) {
        static EntryView of(Leg leg) {
            return new EntryView(leg.book(), leg.account(), leg.amount());
        }
    }

    @GET
    @RolesAllowed({Roles.CONTRACTOR, Roles.DGS_ANALYST, Roles.DGS_APPROVER, Roles.AUDITOR})
    @Operation(
            operationId = "listLedgerEntries",
            summary = "The ledger's postings with their entries, by agreement, then in the order of posting",
            description = "A contractor sees its own.")
    public Page<PostingView> list(
            @Parameter(description = "Only of this agreement; any printing of the number", example = "4-20-56-0006B")
                    @QueryParam("cmasNumber")
                    @Nullable
                    String cmasNumber,
            @Parameter(description = "Only in the report of this quarter", example = "2026-Q3")
                    @QueryParam("quarter")
                    @Nullable
                    String quarter,
            @Parameter(description = "Only of this order", schema = @Schema(format = "uuid"))
                    @QueryParam("orderId")
                    @Nullable
                    String orderId,
            @Parameter(description = "Postings on a page, 1 to 200; 50 when absent") @QueryParam("limit") @Nullable
                    Integer limit,
            @Parameter(description = "From the next link of the page before") @QueryParam("cursor") @Nullable
                    String cursor,
            @Context UriInfo uri)
            throws SQLException {
        var filter = new Filter(
                UrlValues.optionalCmasNumber("cmasNumber", cmasNumber),
                UrlValues.optionalQuarter("quarter", quarter),
                UrlValues.optionalId("orderId", orderId),
                visibility.onlyContractor());
        int size = Page.limit(limit);
        try (Connection connection = dataSource.getConnection()) {
            List<PostingView> fetched = entries.read(connection, filter, after(cursor), size + 1).stream()
                    .map(PostingView::of)
                    .toList();
            return Page.of(fetched, size, posting -> Cursor.of(posting.cmasNumber, posting.postingId.toString()), uri);
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
