package org.opencmas.fees.letter;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.opencmas.http.Caller;
import org.opencmas.http.Cursor;
import org.opencmas.http.Page;
import org.opencmas.http.Paging;
import org.opencmas.http.idempotency.Idempotent;
import org.opencmas.journal.TimeOrderedId;
import org.opencmas.problem.NotFound;
import org.opencmas.problem.RefusedByRule;
import org.opencmas.problem.body.CheckedBody;
import org.opencmas.problem.body.FieldReader;
import org.opencmas.terms.Identifier;
import org.opencmas.terms.Roles;

@Path("/v1/letter-runs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Work items")
class LetterRunResource {
    private final Letters letters;
    private final Caller caller;
    private final DataSource dataSource;
    private final Clock clock;

    LetterRunResource(Letters letters, Caller caller, DataSource dataSource, Clock clock) {
        this.letters = letters;
        this.caller = caller;
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /** Letters to make. */
    @Schema(name = "NewLetterRun")
    record NewLetterRun(
            @NotNull LetterRun.Kind kind,
            @Nullable UUID contractorId,
            @NotBlank @Size(max = 200) String subject,
            @NotBlank @Size(max = 10_000) String body)
            implements CheckedBody {
        @Override
        public void check(FieldReader fields, LocalDate today) {
            if (subject != null) {
                fields.identifier("/subject", subject, 200);
                MergeFields.unknown(subject).forEach(name -> fields.fault("/subject", unknown(name)));
            }
            if (body != null) {
                fields.text("/body", body, 10_000);
                MergeFields.unknown(body).forEach(name -> fields.fault("/body", unknown(name)));
            }
        }

        LetterRun run(String by, Clock clock) {
            FieldReader.require(this, LocalDate.now(clock));
            return new LetterRun(
                    TimeOrderedId.next(),
                    kind,
                    LocalDate.now(clock),
                    Identifier.of(subject).text(),
                    body.strip(),
                    0,
                    by,
                    clock.instant().truncatedTo(ChronoUnit.MICROS));
        }

        private static String unknown(String name) {
            return "has the merge field {{" + FieldReader.shortened(name) + "}}, which no letter has; there are "
                    + MergeFields.NAMES.stream().sorted().toList();
        }
    }

    @POST
    @Idempotent
    @Transactional
    @RolesAllowed(Roles.DGS_ANALYST)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "makeLetters", summary = "Makes a letter to each contractor whom something concerns")
    @APIResponseSchema(value = LetterRun.class, responseCode = "201", responseDescription = "Made and kept in the log")
    public Response make(@NotNull @Valid NewLetterRun body) throws SQLException {
        LetterRun run = body.run(caller.name(), clock);
        try (Connection connection = dataSource.getConnection()) {
            if (letters.make(connection, run, body.contractorId()) == 0) {
                throw new RefusedByRule("nobody-to-write-to", "Nothing of that kind concerns a contractor today.");
            }
            return Response.created(URI.create("/v1/letter-runs/" + run.runId()))
                    .entity(find(connection, run.runId()))
                    .build();
        }
    }

    private LetterRun find(Connection connection, UUID runId) throws SQLException {
        return letters.find(connection, runId).orElseThrow(() -> new NotFound("letter run", runId));
    }

    @GET
    @RolesAllowed({Roles.DGS_ANALYST, Roles.DGS_APPROVER, Roles.AUDITOR})
    @Operation(operationId = "listLetterRuns", summary = "The log of letters, by the time of their making")
    public Page<LetterRun> list(@BeanParam Paging paging) throws SQLException {
        int count = paging.count();
        UUID after = after(paging);
        try (Connection connection = dataSource.getConnection()) {
            return paging.page(
                    letters.list(connection, after, count),
                    last -> Cursor.of(last.runId().toString()));
        }
    }

    @GET
    @Path("/{runId}")
    @RolesAllowed({Roles.DGS_ANALYST, Roles.DGS_APPROVER, Roles.AUDITOR})
    @Operation(operationId = "getLetterRun", summary = "Letters made together")
    public LetterRun get(@PathParam("runId") UUID runId) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return find(connection, runId);
        }
    }

    @GET
    @Path("/{runId}/letters")
    @RolesAllowed({Roles.DGS_ANALYST, Roles.DGS_APPROVER, Roles.AUDITOR})
    @Operation(operationId = "listLetters", summary = "The letters of a run, merged, with their merge data")
    public Page<LetterRun.Letter> letters(@PathParam("runId") UUID runId, @BeanParam Paging paging)
            throws SQLException {
        int count = paging.count();
        UUID after = after(paging);
        try (Connection connection = dataSource.getConnection()) {
            return paging.page(
                    letters.letters(connection, find(connection, runId), after, count),
                    last -> Cursor.of(last.contractorId().toString()));
        }
    }

    private static @Nullable UUID after(Paging paging) {
        return paging.after(1).map(last -> last.id(0)).orElse(null);
    }
}
