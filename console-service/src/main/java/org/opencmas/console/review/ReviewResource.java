package org.opencmas.console.review;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.opencmas.console.client.Decisions;
import org.opencmas.console.client.Decisions.Review;
import org.opencmas.console.frame.Answers;
import org.opencmas.console.frame.Panel;
import org.opencmas.console.frame.Panels;
import org.opencmas.console.frame.fault.NoSuchPage;
import org.opencmas.console.frame.field.Cursors;
import org.opencmas.console.frame.field.Inputs;
import org.opencmas.console.session.SignedIn;

/** Compliance reviews: their state, the sample that can be drawn again with its seed, the findings, and the orders looked at. */
@Path("/reviews")
@PermitAll
@SignedIn({"compliance-reviewer", "contractor", "dgs-analyst", "dgs-approver", "auditor"})
@Produces(MediaType.TEXT_HTML)
public class ReviewResource {
    private static final int ROWS = 100;

    private final Decisions decisions;
    private final Panels panels;

    ReviewResource(@RestClient Decisions decisions, Panels panels) {
        this.decisions = decisions;
        this.panels = panels;
    }

    /** The states of a review. */
    enum State {
        PLANNED,
        EXAMINED,
        ANSWERED,
        CLOSED,
        FAILED
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance reviews(Inputs inputs, State[] states, List<Review> found, String next);

        static native TemplateInstance review(
                Review found,
                Panel<Decisions.ReviewFindingPage> findings,
                Panel<Decisions.ReviewedOrderPage> orders,
                String nextFindings,
                String nextOrders);
    }

    @GET
    public RestResponse<TemplateInstance> reviews(@Context UriInfo address) {
        var inputs = Inputs.of(address.getQueryParameters());
        String state = inputs.choice("state", State.class).map(State::name).orElse(null);
        String cursor = inputs.text("cursor", 4_000);
        var found = inputs.isFine()
                ? decisions.listReviews(state, cursor.isEmpty() ? null : cursor, Cursors.ROWS)
                : new Decisions.ReviewPage(List.of(), null);
        return Answers.page(
                inputs,
                Templates.reviews(
                        inputs,
                        State.values(),
                        found.items(),
                        Cursors.next("/reviews", address.getQueryParameters(), found.next())));
    }

    @GET
    @Path("/{reviewId}")
    public TemplateInstance review(@PathParam("reviewId") String reviewId, @Context UriInfo address) {
        UUID id = id(reviewId);
        var inputs = Inputs.of(address.getQueryParameters());
        String findingsFrom = inputs.text("findings", 4_000);
        String ordersFrom = inputs.text("orders", 4_000);
        var review = panels.ask(Decisions.NAME, () -> decisions.getReview(id));
        var findings = panels.ask(
                Decisions.NAME,
                () -> decisions.listReviewFindings(id, findingsFrom.isEmpty() ? null : findingsFrom, ROWS));
        var orders = panels.ask(
                Decisions.NAME, () -> decisions.listReviewedOrders(id, ordersFrom.isEmpty() ? null : ordersFrom, ROWS));
        if (review.isMissing()) {
            throw new NoSuchPage("There is no review with this address, or it is not yours to see.");
        }
        return Templates.review(
                review.value(),
                findings,
                orders,
                findings.isThere() ? Cursors.cursor(findings.value().next()) : "",
                orders.isThere() ? Cursors.cursor(orders.value().next()) : "");
    }

    /** The case file as a paper. */
    @GET
    @Path("/{reviewId}/paper")
    @Produces("application/pdf")
    public RestResponse<byte[]> paper(@PathParam("reviewId") String reviewId) {
        UUID id = id(reviewId);
        return RestResponse.ResponseBuilder.ok(decisions.getReviewCasePaper(id).getEntity())
                .header("Content-Type", "application/pdf")
                .header("Content-Disposition", "inline; filename=\"review-" + id + ".pdf\"")
                .build();
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            throw new NoSuchPage("There is no review with this address, or it is not yours to see.");
        }
    }
}
