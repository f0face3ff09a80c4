package org.opencmas.journal.receive;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.opencmas.journal.broker.Delivery;
import org.opencmas.journal.receive.handling.DatabaseUnavailable;
import org.opencmas.journal.receive.handling.Transactions.WorkFailed;
import org.opencmas.journal.receive.parked.ParkedEvents;
import org.opencmas.journal.receive.parked.ParkedEvents.ParkedEvent;
import org.opencmas.journal.receive.parked.ParkingCause;
import org.opencmas.journal.receive.parked.Retries;
import org.opencmas.problem.Conflict;
import org.opencmas.problem.NotFound;

/** Shows the events that could not be handled, and lets them be handled once their cause is mended. */
@Path("/v1/parked-events")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Journal")
final class ParkedEventResource {

    private final DataSource dataSource;
    private final ParkedEvents parkedEvents;
    private final BatchHandling batches;
    private final Retries retries;

    ParkedEventResource(DataSource dataSource, ParkedEvents parkedEvents, BatchHandling batches, Retries retries) {
        this.dataSource = dataSource;
        this.parkedEvents = parkedEvents;
        this.batches = batches;
        this.retries = retries;
    }

    @GET
    @RolesAllowed({"dgs-approver", "dgs-analyst", "auditor"})
    @Operation(operationId = "listParkedEvents", summary = "List parked events, the latest first")
    public ParkedEventList list(
            @QueryParam("before") @DefaultValue("9223372036854775807") @Min(1) long before,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit)
            throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            List<ParkedEventView> events = parkedEvents.list(connection, before, limit).stream()
                    .map(ParkedEventView::of)
                    .toList();
            return new ParkedEventList(
                    parkedEvents.countWaiting(connection), parkedEvents.waitingByCause(connection), events);
        }
    }

    /**
     * Handles what waits of the parked event's key, the first one first, each in its own transaction. Asking twice does no
     * harm: what has been replayed is not handled again.
     */
    @POST
    @Path("/{id}/replay")
    @RolesAllowed("dgs-approver")
    @Operation(operationId = "replayParkedEvent", summary = "Handle a parked event and those that wait with it")
    @APIResponseSchema(value = Replay.class, responseCode = "200")
    @APIResponse(responseCode = "409")
    public Replay replay(@PathParam("id") long id, @Context SecurityContext caller)
            throws SQLException, DatabaseUnavailable {
        ParkedEvent asked = find(id);
        String by = caller.getUserPrincipal().getName();
        int replayed = 0;
        try {
            while (batches.replayFirst(
                            asked.delivery().topic(), asked.delivery().key(), by)
                    .isPresent()) {
                replayed++;
            }
            return new Replay(replayed);
        } catch (WorkFailed e) {
            throw new Conflict(
                    "parked-event-fails-again",
                    "An event of this key failed again and stays parked with the new error.",
                    Map.of("replayed", replayed));
        }
    }

    /**
     * Has the first parked event of each key handled that was parked for a cause, and after it those that wait with it. That is done one
     * after the other beside what else comes; the list shows how far it is. What fails again stays parked with its new error.
     */
    @POST
    @Path("/replays")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("dgs-approver")
    @Operation(
            operationId = "replayParkedEvents",
            summary = "Handle all events that are parked for a cause, and those that wait with them")
    public ReplayOfMany replayMany(@NotNull @Valid EventsToReplay wanted, @Context SecurityContext caller)
            throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return new ReplayOfMany(retries.schedule(
                    connection,
                    wanted.cause(),
                    wanted.topic(),
                    wanted.type(),
                    caller.getUserPrincipal().getName()));
        }
    }

    private ParkedEvent find(long id) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return parkedEvents.find(connection, id).orElseThrow(() -> new NotFound("parked event", id));
        }
    }

    record ParkedEventList(long waiting, List<ParkedEvents.WaitingKeys> causes, List<ParkedEventView> events) {}

    record EventsToReplay(
            @NotNull ParkingCause cause,
            @Nullable @Size(max = 200) String topic,
            @Nullable @Size(max = 200) String type) {}

    @Schema(name = "ScheduledReplayView")
    record ReplayOfMany(int scheduled) {}

    @Schema(name = "ReplayView")
    record Replay(int replayed) {}

    record ParkedEventView(
            long id,
            String state,
            ParkingCause cause,
            String type,
            String topic,
            int partition,
            long offset,
            String key,
            Map<String, String> headers,
            @Nullable String payload,
            String error,
            int attempts,
            Instant parkedAt,
            @Nullable Instant replayedAt,
            @Nullable String replayedBy) {

        static ParkedEventView of(ParkedEvent event) {
            Delivery delivery = event.delivery();
            byte[] payload = delivery.payload();
            return new ParkedEventView(
                    event.id(),
                    event.waiting() ? "PARKED" : event.retrying() ? "RETRYING" : "REPLAYED",
                    event.cause(),
                    event.type(),
                    delivery.topic(),
                    delivery.partition(),
                    delivery.offset(),
                    delivery.key(),
                    delivery.headers(),
                    payload == null ? null : new String(payload, UTF_8),
                    event.error(),
                    event.attempts(),
                    event.parkedAt(),
                    event.replayedAt(),
                    event.replayedBy());
        }
    }
}
