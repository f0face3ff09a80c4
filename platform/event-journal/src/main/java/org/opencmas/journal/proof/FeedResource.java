package org.opencmas.journal.proof;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.opencmas.journal.broker.EventSettings;
import org.opencmas.journal.entry.JournalEntry;
import org.opencmas.journal.entry.NumberedEntries;
import org.opencmas.journal.entry.NumberedEntry;

/** The service's journal as a change feed: what a follower has read never changes, and nothing appears before it later. */
@Path("/v1/feed")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Journal")
final class FeedResource {

    private final DataSource dataSource;
    private final EventSettings settings;

    FeedResource(DataSource dataSource, EventSettings settings) {
        this.dataSource = dataSource;
        this.settings = settings;
    }

    @GET
    @RolesAllowed({"auditor", "dgs-analyst", "compliance-reviewer"})
    @Operation(operationId = "listFeedEvents", summary = "Read the journal in order")
    public FeedPage feed(
            @QueryParam("after") @DefaultValue("0") @Min(0) long after,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(1000) int limit)
            throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            List<FeedEvent> events = NumberedEntries.after(connection, after, limit).entries().stream()
                    .map(numbered -> FeedEvent.of(numbered, settings))
                    .toList();
            long last = events.isEmpty() ? after : events.getLast().position();
            return new FeedPage(events, "/v1/feed?after=" + last + "&limit=" + limit);
        }
    }

    record FeedPage(List<FeedEvent> events, String next) {}

    /** An event with all that its hash covers. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FeedEvent(
            long position,
            String hash,
            UUID id,
            String type,
            String source,
            String topic,
            String subject,
            long aggregateVersion,
            Instant time,
            String actor,
            @Nullable String onBehalfOf,
            @Nullable String requestId,
            @Nullable String traceParent,
            @Schema(type = SchemaType.OBJECT) @JsonRawValue String data) {

        static FeedEvent of(NumberedEntry numbered, EventSettings settings) {
            JournalEntry entry = numbered.entry();
            return new FeedEvent(
                    numbered.position(),
                    numbered.hash().toString(),
                    entry.eventId(),
                    entry.eventType(),
                    "/" + settings.source(),
                    entry.topic(),
                    entry.aggregateId(),
                    entry.aggregateVersion(),
                    entry.occurredAt(),
                    entry.actor(),
                    entry.onBehalfOf(),
                    entry.requestId(),
                    entry.traceParent(),
                    entry.payload());
        }
    }
}
