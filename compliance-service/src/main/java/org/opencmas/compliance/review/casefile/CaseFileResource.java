package org.opencmas.compliance.review.casefile;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.review.record.Review;
import org.opencmas.compliance.review.record.ReviewAccess;
import org.opencmas.compliance.review.record.ReviewActs;
import org.opencmas.compliance.review.record.ReviewActs.DoneAct;
import org.opencmas.compliance.review.record.ReviewFindings;
import org.opencmas.compliance.review.record.ReviewOrders;
import org.opencmas.http.Cursor;
import org.opencmas.http.ETags;
import org.opencmas.http.Page;
import org.opencmas.http.Paging;
import org.opencmas.paper.PaperPrinter;
import org.opencmas.problem.NotFound;
import org.opencmas.problem.body.FieldReader;
import org.opencmas.problem.parameter.CheckedBy;
import org.opencmas.terms.Roles;

@Path("/v1/reviews/{reviewId}")
@Tag(name = "Reviews")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.COMPLIANCE_REVIEWER, Roles.CONTRACTOR, Roles.DGS_ANALYST, Roles.DGS_APPROVER, Roles.AUDITOR})
class CaseFileResource {
    private static final String PDF = "application/pdf";

    private final DataSource dataSource;
    private final ReviewAccess access;
    private final CaseFiles caseFiles;
    private final Lists lists;
    private final PaperPrinter printer;

    CaseFileResource(
            DataSource dataSource, ReviewAccess access, CaseFiles caseFiles, Lists lists, PaperPrinter printer) {
        this.dataSource = dataSource;
        this.access = access;
        this.caseFiles = caseFiles;
        this.lists = lists;
        this.printer = printer;
    }

    /** What is read page by page. */
    @ApplicationScoped
    static class Lists {
        private final ReviewFindings findings;
        private final ReviewOrders orders;
        private final ReviewActs acts;

        Lists(ReviewFindings findings, ReviewOrders orders, ReviewActs acts) {
            this.findings = findings;
            this.orders = orders;
            this.acts = acts;
        }

        List<FindingView> findings(Connection connection, UUID reviewId, int after, int limit) throws SQLException {
            return findings.list(connection, reviewId, after, limit).stream()
                    .map(FindingView::of)
                    .toList();
        }

        ReviewedOrderView order(Connection connection, UUID reviewId, UUID orderId) throws SQLException {
            List<DoneAct> done = acts.list(connection, reviewId);
            return orders.find(connection, reviewId, orderId)
                    .map(order -> ReviewedOrderView.of(order, done))
                    .orElseThrow(() -> new NotFound("order of the sample", orderId));
        }

        List<ReviewedOrderView> orders(Connection connection, UUID reviewId, int after, int limit) throws SQLException {
            List<DoneAct> done = acts.list(connection, reviewId);
            return orders.list(connection, reviewId, after, limit).stream()
                    .map(order -> ReviewedOrderView.of(order, done))
                    .toList();
        }
    }

    @GET
    @Path("/findings")
    @CheckedBy(Paging.Check.class)
    @Operation(operationId = "listReviewFindings", summary = "What a review found, by number")
    public Page<FindingView> findings(
            UUID reviewId,
            @Parameter(description = "Findings on a page, 1 to 200; 50 when absent") @QueryParam("limit") @Nullable
                    Integer limit,
            @Parameter(description = "From the next link of the page before") @QueryParam("cursor") @Nullable
                    String cursor,
            @Context UriInfo uri)
            throws SQLException {
        return page(reviewId, limit, cursor, uri, lists::findings, FindingView::number);
    }

    @GET
    @Path("/orders")
    @CheckedBy(Paging.Check.class)
    @Operation(
            operationId = "listReviewedOrders",
            summary = "The orders of a review's sample with the five evidence questions")
    public Page<ReviewedOrderView> orders(
            UUID reviewId,
            @Parameter(description = "Orders on a page, 1 to 200; 50 when absent") @QueryParam("limit") @Nullable
                    Integer limit,
            @Parameter(description = "From the next link of the page before") @QueryParam("cursor") @Nullable
                    String cursor,
            @Context UriInfo uri)
            throws SQLException {
        return page(reviewId, limit, cursor, uri, lists::orders, ReviewedOrderView::place);
    }

    @GET
    @Path("/orders/{orderId}")
    @Operation(operationId = "getReviewedOrder", summary = "One order of a review's sample")
    @APIResponseSchema(value = ReviewedOrderView.class, responseCode = "200", responseDescription = "The order")
    public Response order(UUID reviewId, UUID orderId) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            Review review = access.find(connection, reviewId);
            return ETags.ok(lists.order(connection, reviewId, orderId), review.version());
        }
    }

    private interface Reading<T> {
        List<T> list(Connection connection, UUID reviewId, int after, int limit) throws SQLException;
    }

    private <T> Page<T> page(
            UUID reviewId,
            @Nullable Integer limit,
            @Nullable String cursor,
            UriInfo uri,
            Reading<T> reading,
            Function<T, Integer> place)
            throws SQLException {
        int size = Page.limit(limit);
        int after = after(cursor);
        try (Connection connection = dataSource.getConnection()) {
            Review review = access.find(connection, reviewId);
            return Page.of(
                    reading.list(connection, review.reviewId(), after, size + 1),
                    size,
                    last -> Cursor.of(place.apply(last).toString()),
                    uri);
        }
    }

    private static int after(@Nullable String cursor) {
        var fields = new FieldReader();
        int after = Cursor.parse(cursor, 1)
                .map(keys -> number(keys.keys().getFirst(), fields))
                .orElse(0);
        fields.requireNoFaults();
        return after;
    }

    private static int number(String text, FieldReader fields) {
        if (text.matches("[0-9]{1,9}")) {
            return Integer.parseInt(text);
        }
        fields.fault("cursor", "is not from a next link of this list");
        return 0;
    }

    @GET
    @Path("/case-file")
    @Operation(operationId = "getReviewCaseFile", summary = "The case file of a review")
    public CaseFileView caseFile(UUID reviewId) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return caseFiles.of(connection, access.find(connection, reviewId));
        }
    }

    @GET
    @Path("/case-file/paper")
    @Produces(PDF)
    @Operation(operationId = "getReviewCasePaper", summary = "The case file of a review as a paper (PDF)")
    @APIResponse(
            responseCode = "200",
            description = "The paper",
            content = @Content(mediaType = PDF, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response paper(UUID reviewId) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            Review review = access.find(connection, reviewId);
            CaseFileView file = caseFiles.of(connection, review);
            Instant dated = file.answers().isEmpty()
                    ? review.plan().planned().at()
                    : file.answers().getLast().answeredAt();
            return Response.ok(printer.print(CasePaper.of(file), dated))
                    .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"review-" + reviewId + ".pdf\"")
                    .build();
        }
    }
}
