package org.opencmas.fees.figure;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.opencmas.fees.figure.FeeRepostings.FeeReposting;
import org.opencmas.problem.NotFound;
import org.opencmas.terms.Roles;

@Path("/v1/fee-repostings/{repostingId}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rates")
class FeeRepostingResource {
    private final FeeRepostings repostings;
    private final DataSource dataSource;

    FeeRepostingResource(FeeRepostings repostings, DataSource dataSource) {
        this.repostings = repostings;
        this.dataSource = dataSource;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "FeeRepostingView")
    record RepostingView(
            UUID repostingId,
            UUID figureId,
            State state,
            LocalDate fromOrderDate,
            LocalDate throughOrderDate,
            ProgressView progress,
            Instant requestedAt,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt) {
        @Schema(name = "FeeRepostingState")
        enum State {
            WAITING,
            RUNNING,
            FINISHED
        }

        static RepostingView of(FeeReposting reposting) {
            return new RepostingView(
                    reposting.repostingId(),
                    reposting.figureId(),
                    state(reposting),
                    reposting.range().from(),
                    reposting.range().through(),
                    new ProgressView(
                            reposting.course().ordersDone(),
                            reposting.course().ordersTotal(),
                            reposting.course().postings()),
                    reposting.times().requestedAt(),
                    reposting.times().startedAt(),
                    reposting.times().endedAt());
        }

        private static State state(FeeReposting reposting) {
            if (reposting.times().endedAt() != null) {
                return State.FINISHED;
            }
            return reposting.times().startedAt() == null ? State.WAITING : State.RUNNING;
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "FeeRepostingProgressView")
    record ProgressView(long done, @Nullable Long of, long postings) {}

    @GET
    @RolesAllowed({Roles.DGS_ANALYST, Roles.DGS_APPROVER, Roles.AUDITOR})
    @Operation(
            operationId = "getFeeReposting",
            summary = "How far the orders are posted again whose rate has changed; goes on after a restart")
    public RepostingView get(@PathParam("repostingId") UUID repostingId) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return repostings
                    .find(connection, repostingId)
                    .map(RepostingView::of)
                    .orElseThrow(() -> new NotFound("fee reposting", repostingId));
        }
    }
}
