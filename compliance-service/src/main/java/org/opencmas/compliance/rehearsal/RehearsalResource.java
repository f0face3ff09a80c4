package org.opencmas.compliance.rehearsal;

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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.rehearsal.AskRehearsal.NewRehearsal;
import org.opencmas.compliance.rehearsal.RehearsalView.FlipView;
import org.opencmas.compliance.rehearsal.RehearsalView.UnreplayedView;
import org.opencmas.http.Cursor;
import org.opencmas.http.Page;
import org.opencmas.http.Paging;
import org.opencmas.http.idempotency.Idempotent;
import org.opencmas.problem.NotFound;
import org.opencmas.problem.body.FieldReader;
import org.opencmas.problem.parameter.CheckedBy;
import org.opencmas.terms.Roles;

@Path("/v1/rehearsals")
@Tag(
        name = "Rehearsals",
        description =
                "What a rule set or a proposed figure would have decided otherwise, on all history. Nothing is decided by it.")
@Produces(MediaType.APPLICATION_JSON)
class RehearsalResource {
    private final AskRehearsal askRehearsal;
    private final Rehearsals rehearsals;
    private final DataSource dataSource;

    RehearsalResource(AskRehearsal askRehearsal, Rehearsals rehearsals, DataSource dataSource) {
        this.askRehearsal = askRehearsal;
        this.rehearsals = rehearsals;
        this.dataSource = dataSource;
    }

    @POST
    @Idempotent
    @RolesAllowed({Roles.DGS_ANALYST, Roles.DGS_APPROVER})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "askRehearsal", summary = "Try a rule set or a proposed figure on every decision")
    @APIResponseSchema(
            value = RehearsalView.class,
            responseCode = "202",
            responseDescription = "It is going to be tried by a job")
    public Response ask(@NotNull @Valid NewRehearsal body) throws SQLException {
        UUID asked = askRehearsal.ask(body);
        return Response.accepted(get(asked))
                .location(URI.create("/v1/rehearsals/" + asked))
                .build();
    }

    @GET
    @RolesAllowed({Roles.DGS_ANALYST, Roles.DGS_APPROVER, Roles.AUDITOR})
    @CheckedBy(Paging.Check.class)
    @Operation(operationId = "listRehearsals", summary = "The rehearsals, the newest first")
    public Page<RehearsalView> list(
            @Parameter(description = "Rehearsals on a page, 1 to 200; 50 when absent") @QueryParam("limit") @Nullable
                    Integer limit,
            @Parameter(description = "From the next link of the page before") @QueryParam("cursor") @Nullable
                    String cursor,
            @Context UriInfo uri)
            throws SQLException {
        int size = Page.limit(limit);
        UUID before = place(cursor);
        try (Connection connection = dataSource.getConnection()) {
            List<RehearsalView> views = new ArrayList<>();
            for (Rehearsal rehearsal : rehearsals.list(connection, before, size + 1)) {
                views.add(view(connection, rehearsal));
            }
            return Page.of(views, size, last -> Cursor.of(last.rehearsalId().toString()), uri);
        }
    }

    @GET
    @Path("/{rehearsalId}")
    @RolesAllowed({Roles.DGS_ANALYST, Roles.DGS_APPROVER, Roles.AUDITOR})
    @Operation(operationId = "getRehearsal", summary = "One rehearsal: how far it is, and what it showed")
    public RehearsalView get(UUID rehearsalId) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return view(connection, find(connection, rehearsalId));
        }
    }

    @GET
    @Path("/{rehearsalId}/flips")
    @RolesAllowed({Roles.DGS_ANALYST, Roles.DGS_APPROVER, Roles.AUDITOR})
    @CheckedBy(Paging.Check.class)
    @Operation(
            operationId = "listFlippedDecisions",
            summary = "The decisions that would have been others, the oldest first")
    public Page<FlipView> flips(
            UUID rehearsalId,
            @Parameter(description = "Decisions on a page, 1 to 200; 50 when absent") @QueryParam("limit") @Nullable
                    Integer limit,
            @Parameter(description = "From the next link of the page before") @QueryParam("cursor") @Nullable
                    String cursor,
            @Context UriInfo uri)
            throws SQLException {
        int size = Page.limit(limit);
        UUID after = place(cursor);
        try (Connection connection = dataSource.getConnection()) {
            UUID found = find(connection, rehearsalId).rehearsalId();
            return Page.of(
                    rehearsals.flips(connection, found, after, size + 1),
                    size,
                    last -> Cursor.of(last.evaluationId().toString()),
                    uri);
        }
    }

    @GET
    @Path("/{rehearsalId}/unreplayed-receipts")
    @RolesAllowed({Roles.DGS_ANALYST, Roles.DGS_APPROVER, Roles.AUDITOR})
    @CheckedBy(Paging.Check.class)
    @Operation(
            operationId = "listUnreplayedReceipts",
            summary = "The decisions that could not be replayed, the oldest first")
    public Page<UnreplayedView> unreplayed(
            UUID rehearsalId,
            @Parameter(description = "Decisions on a page, 1 to 200; 50 when absent") @QueryParam("limit") @Nullable
                    Integer limit,
            @Parameter(description = "From the next link of the page before") @QueryParam("cursor") @Nullable
                    String cursor,
            @Context UriInfo uri)
            throws SQLException {
        int size = Page.limit(limit);
        UUID after = place(cursor);
        try (Connection connection = dataSource.getConnection()) {
            UUID found = find(connection, rehearsalId).rehearsalId();
            return Page.of(
                    rehearsals.unreplayed(connection, found, after, size + 1),
                    size,
                    last -> Cursor.of(last.evaluationId().toString()),
                    uri);
        }
    }

    private static @Nullable UUID place(@Nullable String cursor) {
        var fields = new FieldReader();
        UUID place = Cursor.parse(cursor, 1)
                .map(keys -> fields.id("cursor", keys.keys().getFirst()))
                .orElse(null);
        fields.requireNoFaults();
        return place;
    }

    private Rehearsal find(Connection connection, UUID rehearsalId) throws SQLException {
        return rehearsals.find(connection, rehearsalId).orElseThrow(() -> new NotFound("rehearsal", rehearsalId));
    }

    private RehearsalView view(Connection connection, Rehearsal rehearsal) throws SQLException {
        UUID id = rehearsal.rehearsalId();
        RehearsalSums kept = rehearsal.showed();
        return RehearsalView.of(rehearsal, kept == null ? RehearsalSums.of(connection, id) : kept);
    }
}
