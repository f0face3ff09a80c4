package org.opencmas.compliance.review;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.review.record.Review;
import org.opencmas.compliance.review.record.Review.State;
import org.opencmas.compliance.review.record.ReviewAccess;
import org.opencmas.compliance.review.record.ReviewView;
import org.opencmas.compliance.review.record.Reviews;
import org.opencmas.compliance.review.record.Reviews.Filter;
import org.opencmas.http.Cursor;
import org.opencmas.http.ETags;
import org.opencmas.http.Page;
import org.opencmas.http.Paging;
import org.opencmas.http.idempotency.Idempotent;
import org.opencmas.problem.body.FieldReader;
import org.opencmas.problem.parameter.CheckedBy;
import org.opencmas.problem.parameter.ParameterCheck;
import org.opencmas.problem.parameter.SentParameters;
import org.opencmas.terms.Roles;

@Path("/v1/reviews")
@Tag(
        name = "Reviews",
        description =
                "Contractor compliance reviews (Guide, Section 12). They bind on State agencies' orders; what is found on"
                        + " those of local agencies is for information only. The agency takes no part.")
@Produces(MediaType.APPLICATION_JSON)
class ReviewResource {
    private final PlanReview planReview;
    private final Reviews reviews;
    private final ReviewAccess access;
    private final DataSource dataSource;

    ReviewResource(PlanReview planReview, Reviews reviews, ReviewAccess access, DataSource dataSource) {
        this.planReview = planReview;
        this.reviews = reviews;
        this.access = access;
        this.dataSource = dataSource;
    }

    @POST
    @Idempotent
    @RolesAllowed(Roles.COMPLIANCE_REVIEWER)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "planReview",
            summary = "Plan a contractor compliance review",
            description =
                    "Fixes contractor, period and sample, and has them examined by a job. A contractor without orders in the"
                            + " period, and a sample larger than the population, are refused (409).")
    @APIResponseSchema(
            value = ReviewView.class,
            responseCode = "202",
            responseDescription = "Planned; it is going to be examined")
    public Response plan(@NotNull @Valid NewReview body) throws SQLException {
        Review planned = planReview.plan(body);
        return Response.accepted(ReviewView.of(planned))
                .location(URI.create("/v1/reviews/" + planned.reviewId()))
                .header(HttpHeaders.ETAG, ETags.of(planned.version()))
                .build();
    }

    /** Checks what the list is narrowed to. */
    static final class FilterCheck implements ParameterCheck {
        @Override
        public void check(FieldReader fields, SentParameters sent) {
            if (sent.query("contractorId") != null) {
                fields.id("contractorId", sent.query("contractorId"));
            }
            fields.choice("state", sent.query("state"), State.PLANNED);
        }
    }

    @GET
    @RolesAllowed({Roles.COMPLIANCE_REVIEWER, Roles.CONTRACTOR, Roles.DGS_ANALYST, Roles.DGS_APPROVER, Roles.AUDITOR})
    @CheckedBy({FilterCheck.class, Paging.Check.class})
    @Operation(
            operationId = "listReviews",
            summary = "The reviews, the newest first",
            description = "A contractor sees its own once they are examined.")
    public Page<ReviewView> list(
            @Parameter(
                            description = "Only of this contractor",
                            schema = @Schema(type = SchemaType.STRING, format = "uuid"))
                    @QueryParam("contractorId")
                    @Nullable
                    String contractorId,
            @Parameter(description = "Only in this state", schema = @Schema(implementation = State.class))
                    @QueryParam("state")
                    @Nullable
                    String state,
            @Parameter(description = "Reviews on a page, 1 to 200; 50 when absent") @QueryParam("limit") @Nullable
                    Integer limit,
            @Parameter(description = "From the next link of the page before") @QueryParam("cursor") @Nullable
                    String cursor,
            @Context UriInfo uri)
            throws SQLException {
        int size = Page.limit(limit);
        UUID only = access.onlyContractor();
        var fields = new FieldReader();
        UUID before = Cursor.parse(cursor, 1)
                .map(keys -> fields.id("cursor", keys.keys().getFirst()))
                .orElse(null);
        UUID wanted = contractorId == null ? null : fields.id("contractorId", contractorId);
        State inState = state == null ? null : fields.choice("state", state, State.PLANNED);
        fields.requireNoFaults();
        if (only != null && wanted != null && !only.equals(wanted)) {
            return new Page<>(List.of(), null);
        }
        var filter = new Filter(only == null ? wanted : only, inState, only != null, before);
        try (Connection connection = dataSource.getConnection()) {
            List<ReviewView> found = reviews.list(connection, filter, size + 1).stream()
                    .map(ReviewView::of)
                    .toList();
            return Page.of(found, size, last -> Cursor.of(last.reviewId().toString()), uri);
        }
    }

    @GET
    @Path("/{reviewId}")
    @RolesAllowed({Roles.COMPLIANCE_REVIEWER, Roles.CONTRACTOR, Roles.DGS_ANALYST, Roles.DGS_APPROVER, Roles.AUDITOR})
    @Operation(operationId = "getReview", summary = "One review: its plan, and how far it is")
    @APIResponseSchema(value = ReviewView.class, responseCode = "200", responseDescription = "The review")
    public Response get(UUID reviewId) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            Review review = access.find(connection, reviewId);
            return ETags.ok(ReviewView.of(review), review.version());
        }
    }
}
