package org.opencmas.console.client.department;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;
import org.opencmas.console.client.call.ReaderTokenFilter;
import org.opencmas.console.client.call.ServiceAnswersFilter;

/** The journal that every service keeps in one way: what a person did or what was done to a thing, and what the service signed of it. It is the order service's; the others' are below. */
@Path("/v1/journal")
@RegisterRestClient(configKey = "order")
@RegisterProvider(ServiceAnswersFilter.class)
@RegisterProvider(ReaderTokenFilter.class)
public interface Journal {
    @GET
    @Path("/entries")
    JournalPage listJournalEntries(
            @QueryParam("actor") @Nullable String actor,
            @QueryParam("subject") @Nullable String subject,
            @QueryParam("from") @Nullable Instant from,
            @QueryParam("until") @Nullable Instant until,
            @QueryParam("before") @Nullable UUID before,
            @QueryParam("limit") int limit);

    @GET
    @Path("/checkpoints")
    CheckpointPage listJournalCheckpoints(@QueryParam("after") long after, @QueryParam("limit") int limit);

    @GET
    @Path("/keys")
    Keys listJournalKeys();

    /** @param next where to go on; null on the last page */
    record JournalPage(List<Entry> entries, @Nullable String next) {}

    record Entry(
            long position,
            String hash,
            UUID id,
            String type,
            String subject,
            Instant time,
            String actor,
            @Nullable String onBehalfOf,
            @Nullable String requestId,
            JsonNode data) {}

    record CheckpointPage(List<Checkpoint> checkpoints) {}

    /** What a service signed: all entries up to a position, by the hash of the last. */
    record Checkpoint(long position, long entries, String hash, Instant signedAt, String key, String signature) {}

    record Keys(List<Key> keys) {}

    record Key(String kid, String alg, Instant publishedAt) {}

    @Path("/v1/journal")
    @RegisterRestClient(configKey = "registry")
    @RegisterProvider(ServiceAnswersFilter.class)
    @RegisterProvider(ReaderTokenFilter.class)
    interface OfRegistry extends Journal {}

    @Path("/v1/journal")
    @RegisterRestClient(configKey = "compliance")
    @RegisterProvider(ServiceAnswersFilter.class)
    @RegisterProvider(ReaderTokenFilter.class)
    interface OfCompliance extends Journal {}

    @Path("/v1/journal")
    @RegisterRestClient(configKey = "fees")
    @RegisterProvider(ServiceAnswersFilter.class)
    @RegisterProvider(ReaderTokenFilter.class)
    interface OfFees extends Journal {}
}
