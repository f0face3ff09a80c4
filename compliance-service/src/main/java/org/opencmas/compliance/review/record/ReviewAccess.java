package org.opencmas.compliance.review.record;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.review.record.Review.By;
import org.opencmas.http.Caller;
import org.opencmas.journal.Actor;
import org.opencmas.problem.Forbidden;
import org.opencmas.problem.NotFound;
import org.opencmas.terms.Roles;

/** Which reviews a caller may see: reviewers, DGS and auditors all, a contractor its own once they are examined. */
@ApplicationScoped
public class ReviewAccess {
    private final Caller caller;
    private final Reviews reviews;

    ReviewAccess(Caller caller, Reviews reviews) {
        this.caller = caller;
        this.reviews = reviews;
    }

    /**
     * The only contractor whose reviews the caller sees; null for one who sees all.
     *
     * @throws Forbidden (403) when the token of a contractor names none
     */
    public @Nullable UUID onlyContractor() {
        return caller.seesAll()
                ? null
                : caller.contractorId()
                        .filter(contractor -> caller.has(Roles.CONTRACTOR))
                        .orElseThrow(() -> new Forbidden("The token names no contractor whose reviews to show."));
    }

    /** @throws NotFound (404) for a review that the caller may not see */
    public Review find(Connection connection, UUID reviewId) throws SQLException {
        UUID only = onlyContractor();
        return reviews.find(connection, reviewId)
                .filter(review ->
                        only == null || only.equals(review.contractor().contractorId()) && review.isShownToContractor())
                .orElseThrow(() -> new NotFound("review", reviewId));
    }

    public By by(Instant now) {
        return new By(caller.subject(), caller.name(), now);
    }

    public Actor actor(UUID contractorId) {
        return new Actor(caller.subject(), contractorId.toString(), caller.requestId());
    }
}
