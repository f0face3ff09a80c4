package org.opencmas.compliance.review;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.review.ReviewBodies.NewAssessment;
import org.opencmas.compliance.review.ReviewBodies.NewClosure;
import org.opencmas.compliance.review.ReviewBodies.NewReviewAnswer;
import org.opencmas.compliance.review.record.Review;
import org.opencmas.compliance.review.record.Review.By;
import org.opencmas.compliance.review.record.Review.Examined;
import org.opencmas.compliance.review.record.ReviewActs.AnsweredBy;
import org.opencmas.compliance.review.record.ReviewActs.Assessed;
import org.opencmas.compliance.review.record.ReviewActs.FindingAnswer;
import org.opencmas.compliance.review.record.ReviewFindings;
import org.opencmas.compliance.review.record.ReviewOrders;
import org.opencmas.compliance.review.record.ReviewView;
import org.opencmas.http.ETags;
import org.opencmas.http.idempotency.Idempotent;
import org.opencmas.problem.NotFound;
import org.opencmas.problem.body.FieldReader;
import org.opencmas.terms.ProgramCalendar;
import org.opencmas.terms.Roles;

@Path("/v1/reviews/{reviewId}")
@Tag(name = "Reviews")
@Produces(MediaType.APPLICATION_JSON)
class ReviewActResource {
    private final ActOnReview actOnReview;
    private final CloseReview closeReview;
    private final ReviewOrders orders;
    private final ReviewFindings findings;

    ReviewActResource(ActOnReview actOnReview, CloseReview closeReview, ReviewOrders orders, ReviewFindings findings) {
        this.actOnReview = actOnReview;
        this.closeReview = closeReview;
        this.orders = orders;
        this.findings = findings;
    }

    @POST
    @Path("/orders/{orderId}/assessments")
    @Idempotent
    @RolesAllowed(Roles.COMPLIANCE_REVIEWER)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "assessReviewedOrder",
            summary = "Answer an evidence question of an order by hand",
            description = "Stands beside the answer that follows from the findings, and goes before it.")
    @APIResponseSchema(value = ReviewView.class, responseCode = "200", responseDescription = "Assessed")
    public Response assess(
            UUID reviewId,
            UUID orderId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid NewAssessment body)
            throws SQLException {
        return answer(actOnReview.act(reviewId, ifMatch, (connection, review, by) -> {
            var fields = new FieldReader();
            var read = body.read(fields);
            fields.requireNoFaults();
            if (orders.find(connection, reviewId, orderId).isEmpty()) {
                throw new NotFound("order of the sample", orderId);
            }
            return new Assessed(orderId, read.question(), read.answer(), read.evidence());
        }));
    }

    @POST
    @Path("/answer")
    @Idempotent
    @RolesAllowed(Roles.CONTRACTOR)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "answerReview",
            summary = "Answer the findings as the contractor",
            description =
                    "May be given again until the review is closed. One that comes after its last day is marked as late.")
    @APIResponseSchema(value = ReviewView.class, responseCode = "200", responseDescription = "Answered")
    public Response answer(
            UUID reviewId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid NewReviewAnswer body)
            throws SQLException {
        return answer(
                actOnReview.act(reviewId, ifMatch, (connection, review, by) -> answered(connection, review, by, body)));
    }

    private AnsweredBy answered(Connection connection, Review review, By by, NewReviewAnswer body) throws SQLException {
        var fields = new FieldReader();
        String statement = body.readStatement(fields);
        List<FindingAnswer> read = body.readFindings(fields, findings.last(connection, review.reviewId()));
        fields.requireNoFaults();
        Examined examined = review.examined();
        boolean late = examined != null && ProgramCalendar.dateOf(by.at()).isAfter(examined.answerBy());
        return new AnsweredBy(statement, read, late);
    }

    @POST
    @Path("/closure")
    @Idempotent
    @RolesAllowed(Roles.COMPLIANCE_REVIEWER)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "closeReview",
            summary = "Close a review as a second person",
            description =
                    "By a reviewer who neither planned nor assessed it, after the contractor's answer or its last day (409"
                            + " otherwise). Nothing of a closed review changes any more.")
    @APIResponseSchema(value = ReviewView.class, responseCode = "200", responseDescription = "Closed")
    public Response close(
            UUID reviewId, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @NotNull @Valid NewClosure body)
            throws SQLException {
        return answer(actOnReview.act(
                reviewId, ifMatch, (connection, review, by) -> closeReview.read(connection, review, by, body)));
    }

    private static Response answer(Review review) {
        return ETags.ok(ReviewView.of(review), review.version());
    }
}
