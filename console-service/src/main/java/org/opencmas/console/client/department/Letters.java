package org.opencmas.console.client.department;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;
import org.opencmas.console.client.call.ReaderTokenFilter;
import org.opencmas.console.client.call.ServiceAnswersFilter;

/** Letters to many contractors at once, made from the work queue and kept in a log. */
@Path("/v1")
@RegisterRestClient(configKey = "fees")
@RegisterProvider(ServiceAnswersFilter.class)
@RegisterProvider(ReaderTokenFilter.class)
public interface Letters {
    @GET
    @Path("/letter-runs")
    RunPage listLetterRuns(@QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") int limit);

    @POST
    @Path("/letter-runs")
    Run makeLetters(@HeaderParam("Idempotency-Key") String key, NewRun run);

    @GET
    @Path("/letter-runs/{runId}")
    Run getLetterRun(@PathParam("runId") UUID runId);

    @GET
    @Path("/letter-runs/{runId}/letters")
    LetterPage listLetters(
            @PathParam("runId") UUID runId,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") int limit);

    record RunPage(List<Run> items, @Nullable String next) {}

    /**
     * @param asOfDay the day as of which the work queue was read
     * @param subject as it was given, with its merge fields, like the body
     * @param letters how many; one to each contractor whom it concerns
     */
    record Run(
            UUID runId,
            String kind,
            LocalDate asOfDay,
            String subject,
            String body,
            int letters,
            String madeBy,
            Instant madeAt) {}

    /** @param contractorId only to this contractor; null for everybody whom it concerns */
    record NewRun(String kind, @Nullable UUID contractorId, String subject, String body) {}

    record LetterPage(List<Letter> items, @Nullable String next) {}

    /**
     * @param items how many things it is about
     * @param amount what is open where fees are unpaid, else 0.00
     * @param listed the things, one a line
     * @param subject merged, like the body
     */
    record Letter(
            UUID contractorId,
            String contractorName,
            int items,
            LocalDate oldestOn,
            BigDecimal amount,
            String listed,
            String subject,
            String body) {}
}
