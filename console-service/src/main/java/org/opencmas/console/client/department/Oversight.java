package org.opencmas.console.client.department;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.opencmas.console.client.call.ReaderTokenFilter;
import org.opencmas.console.client.call.ServiceAnswersFilter;

/** Where people went on in spite of a rule, and what they attested to: who, how often, and in which orders. */
@Path("/v1")
@RegisterRestClient(configKey = "order")
@RegisterProvider(ServiceAnswersFilter.class)
@RegisterProvider(ReaderTokenFilter.class)
public interface Oversight {
    @GET
    @Path("/overrides")
    OverridePage listOverrides(
            @QueryParam("decidedBy") @Nullable String person,
            @QueryParam("rule") @Nullable String rule,
            @QueryParam("from") @Nullable LocalDate from,
            @QueryParam("through") @Nullable LocalDate through,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") int limit);

    @GET
    @Path("/overrides/counts")
    OverrideCounts countOverrides(
            @QueryParam("decidedBy") @Nullable String person,
            @QueryParam("rule") @Nullable String rule,
            @QueryParam("from") @Nullable LocalDate from,
            @QueryParam("through") @Nullable LocalDate through);

    @GET
    @Path("/overrides/report")
    @Produces("text/csv")
    RestResponse<byte[]> reportOverrides(
            @QueryParam("decidedBy") @Nullable String person,
            @QueryParam("rule") @Nullable String rule,
            @QueryParam("from") @Nullable LocalDate from,
            @QueryParam("through") @Nullable LocalDate through);

    @GET
    @Path("/attestations")
    AttestationPage listAttestations(
            @QueryParam("attestedBy") @Nullable String person,
            @QueryParam("rule") @Nullable String rule,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") int limit);

    record OverridePage(List<Override> items, @Nullable String next) {}

    /** Where a person went on in spite of a rule or a doubt that their agency may decide. */
    record Override(
            String kind,
            String rule,
            UUID agencyId,
            UUID subjectId,
            String reference,
            @Nullable BigDecimal amount,
            String reason,
            String decidedBy,
            Instant decidedAt) {}

    record OverrideCounts(List<OverrideCount> counts, boolean isCutOff) {}

    record OverrideCount(
            String decidedBy, UUID agencyId, String rule, long times, long subjects, Instant first, Instant last) {}

    record AttestationPage(
            List<Attestation> items, @Nullable String next) {}

    record Attestation(
            String rule,
            String statement,
            String attestedBy,
            LocalDate attestedOn,
            @Nullable String evidence,
            @Nullable List<String> lineIds,
            UUID orderId,
            UUID agencyId,
            String agencyOrderNumber) {}
}
