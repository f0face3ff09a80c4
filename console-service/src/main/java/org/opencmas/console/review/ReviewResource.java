package org.opencmas.console.review;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.opencmas.console.client.Decisions;
import org.opencmas.console.client.Decisions.Review;
import org.opencmas.console.frame.Answers;
import org.opencmas.console.frame.Page;
import org.opencmas.console.frame.Panel;
import org.opencmas.console.frame.Panels;
import org.opencmas.console.frame.fault.NoSuchPage;
import org.opencmas.console.frame.fault.ServiceProblem;
import org.opencmas.console.frame.field.Cursors;
import org.opencmas.console.frame.field.Ids;
import org.opencmas.console.frame.field.Inputs;
import org.opencmas.console.frame.field.Refusals;
import org.opencmas.console.frame.meanwhile.Meanwhile;
import org.opencmas.console.frame.meanwhile.Seen;
import org.opencmas.console.frame.meanwhile.Shown;
import org.opencmas.console.frame.text.Forms;
import org.opencmas.console.session.SignedIn;
import org.opencmas.terms.Roles;

/** Compliance reviews: their state, the sample that can be drawn again with its seed, the findings, and the orders looked at. */
@Path("/reviews")
@PermitAll
@SignedIn({Roles.COMPLIANCE_REVIEWER, Roles.CONTRACTOR, Roles.DGS_ANALYST, Roles.DGS_APPROVER, Roles.AUDITOR})
@Produces(MediaType.TEXT_HTML)
public class ReviewResource {
    private static final int ROWS = 100;
    private static final int REASON_LONGEST = 4_000;
    /** A review may be closed once its orders are examined. */
    private static final Set<String> OPEN = Set.of("EXAMINED", "ANSWERED");

    private final Decisions decisions;
    private final Panels panels;
    private final Page page;

    ReviewResource(@RestClient Decisions decisions, Panels panels, Page page) {
        this.decisions = decisions;
        this.panels = panels;
        this.page = page;
    }

    /** The states of a review. */
    enum State {
        PLANNED,
        EXAMINED,
        ANSWERED,
        CLOSED,
        FAILED
    }

    /** What a review comes to. */
    enum Conclusion {
        NO_ISSUES,
        ISSUES_RESOLVED,
        ISSUES_REMAIN
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance reviews(Inputs inputs, State[] states, List<Review> found, String next);

        static native TemplateInstance review(
                Review found,
                Seen seen,
                Inputs inputs,
                UUID key,
                Conclusion[] conclusions,
                boolean mayClose,
                Meanwhile meanwhile,
                Panel<Decisions.ReviewFindingPage> findings,
                Panel<Decisions.ReviewedOrderPage> orders,
                String nextFindings,
                String nextOrders);
    }

    @GET
    public RestResponse<TemplateInstance> reviews(@Context UriInfo address) {
        var inputs = Inputs.of(address.getQueryParameters());
        String state = inputs.choice("state", State.class).map(State::name).orElse(null);
        String cursor = Cursors.of(inputs);
        var found = inputs.isFine()
                ? decisions.listReviews(state, cursor, Cursors.ROWS)
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
        return shown(id(reviewId), Inputs.of(address.getQueryParameters()), false);
    }

    /** Closes a review, on the version that the reader saw. */
    @POST
    @Path("/{reviewId}/closure")
    @SignedIn(Roles.COMPLIANCE_REVIEWER)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> close(
            @PathParam("reviewId") String reviewId, MultivaluedMap<String, String> form) {
        UUID id = id(reviewId);
        var inputs = Inputs.of(form);
        inputs.name("conclusion", "What it comes to");
        var conclusion = inputs.choice("conclusion", Conclusion.class);
        if (conclusion.isEmpty()) {
            inputs.wrong("conclusion", "must be chosen.");
        }
        String reason = inputs.paragraphs("reason", REASON_LONGEST);
        if (reason.isEmpty()) {
            inputs.wrong("reason", "must say why, for the case file.");
        }
        if (conclusion.isPresent() && inputs.isFine()) {
            try {
                decisions.closeReview(
                        id,
                        inputs.value("etag"),
                        inputs.value("key"),
                        new Decisions.NewClosure(conclusion.get().name(), reason));
                return RestResponse.seeOther(URI.create("/reviews/" + id));
            } catch (ServiceProblem problem) {
                if (problem.status() == 412) {
                    return RestResponse.status(RestResponse.Status.PRECONDITION_FAILED, shown(id, inputs, true));
                }
                Refusals.intoFields(inputs, problem);
            }
        }
        return RestResponse.status(RestResponse.Status.BAD_REQUEST, shown(id, inputs, false));
    }

    private TemplateInstance shown(UUID id, Inputs inputs, boolean isStale) {
        String findingsFrom = inputs.text("findings", 4_000);
        String ordersFrom = inputs.text("orders", 4_000);
        var review = panels.ask(Decisions.NAME, () -> decisions.getReview(id));
        var findings = panels.ask(
                Decisions.NAME, () -> decisions.listReviewFindings(id, Inputs.unlessEmpty(findingsFrom), ROWS));
        var orders = panels.ask(
                Decisions.NAME, () -> decisions.listReviewedOrders(id, Inputs.unlessEmpty(ordersFrom), ROWS));
        if (review.isMissing()) {
            throw new NoSuchPage("There is no review with this address, or it is not yours to see.");
        }
        Review found = review.value().getEntity();
        Shown now = shownOf(found, findings);
        boolean mayClose = page.reader().roles().contains(Roles.COMPLIANCE_REVIEWER) && OPEN.contains(found.state());
        return Templates.review(
                found,
                Seen.of(inputs, review.value().getHeaderString("ETag"), now, isStale),
                inputs,
                UUID.randomUUID(),
                Conclusion.values(),
                mayClose,
                isStale ? Meanwhile.of(inputs, now).withUnsent(inputs, mayClose) : Meanwhile.NONE,
                findings,
                orders,
                findings.isThere() ? Cursors.following(findings.value().next()).orElse("") : "",
                orders.isThere() ? Cursors.following(orders.value().next()).orElse("") : "");
    }

    private static Shown shownOf(Review review, Panel<Decisions.ReviewFindingPage> findings) {
        Shown shown = new Shown()
                .say("State", Forms.words(review.state()))
                .say("Examined", review.examinedAt() == null ? "" : Forms.moment(review.examinedAt()))
                .say("The contractor answers by", review.answerBy() == null ? "" : Forms.day(review.answerBy()))
                .say("Failure", review.failure());
        if (findings.isThere()) {
            findings.value()
                    .items()
                    .forEach(finding -> shown.say(
                            "Finding " + finding.number(), Forms.words(finding.weight()) + ": " + finding.message()));
        }
        return shown;
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
        return Ids.of(text, "There is no review with this address, or it is not yours to see.");
    }
}
