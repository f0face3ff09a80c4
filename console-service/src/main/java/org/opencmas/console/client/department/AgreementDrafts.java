package org.opencmas.console.client.department;

import com.fasterxml.jackson.databind.JsonNode;
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
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.opencmas.console.client.Orders;
import org.opencmas.console.client.Registry;
import org.opencmas.console.client.call.ReaderTokenFilter;
import org.opencmas.console.client.call.ServiceAnswersFilter;

/** What the Department changes in agreements: terms are drafted by one person and put in force by another, a status changes from a day on. */
@Path("/v1")
@RegisterRestClient(configKey = "registry")
@RegisterProvider(ServiceAnswersFilter.class)
@RegisterProvider(ReaderTokenFilter.class)
public interface AgreementDrafts {
    /** Terms as they came, which a form begins with. */
    @GET
    @Path("/agreements/{number}")
    RestResponse<JsonNode> getAgreement(@PathParam("number") String number);

    @GET
    @Path("/agreement-drafts")
    DraftPage listAgreementDrafts(
            @QueryParam("cmasNumber") @Nullable String cmasNumber,
            @QueryParam("state") @Nullable String state,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") int limit);

    @GET
    @Path("/agreement-drafts/{draftId}")
    RestResponse<AgreementDraft> getAgreementDraft(@PathParam("draftId") UUID draftId);

    @GET
    @Path("/agreement-drafts/{draftId}/preview")
    Preview getAgreementDraftPreview(@PathParam("draftId") UUID draftId);

    @POST
    @Path("/agreement-drafts")
    AgreementDraft draftAgreement(@HeaderParam("Idempotency-Key") String key, JsonNode agreement);

    @POST
    @Path("/agreements/{number}/supplement-drafts")
    AgreementDraft draftSupplement(
            @PathParam("number") String number,
            @HeaderParam("If-Match") String seen,
            @HeaderParam("Idempotency-Key") String key,
            JsonNode supplement);

    @POST
    @Path("/agreements/{number}/supplement-previews")
    Preview previewSupplement(@PathParam("number") String number, JsonNode supplement);

    @POST
    @Path("/agreement-drafts/{draftId}/activation")
    AgreementDraft activateAgreementDraft(
            @PathParam("draftId") UUID draftId,
            @HeaderParam("If-Match") String seen,
            @HeaderParam("Idempotency-Key") String key);

    @POST
    @Path("/agreement-drafts/{draftId}/withdrawal")
    AgreementDraft withdrawAgreementDraft(
            @PathParam("draftId") UUID draftId,
            @HeaderParam("If-Match") String seen,
            @HeaderParam("Idempotency-Key") String key,
            NewDraftWithdrawal withdrawal);

    @POST
    @Path("/agreements/{number}/status-changes")
    RestResponse<Void> changeAgreementStatus(
            @PathParam("number") String number,
            @HeaderParam("If-Match") String seen,
            @HeaderParam("Idempotency-Key") String key,
            NewStatusChange change);

    @GET
    @Path("/parked-events")
    Orders.ParkedEvents listParkedEvents(@QueryParam("limit") int limit);

    @POST
    @Path("/parked-events/{id}/replay")
    RestResponse<Void> replayParkedEvent(@PathParam("id") long id);

    record DraftPage(List<AgreementDraft> items, @Nullable String next) {}

    /** A draft; what it holds is read by nobody but its preview. */
    record AgreementDraft(
            UUID draftId,
            String cmasNumber,
            String state,
            @Nullable JsonNode newAgreement,
            @Nullable JsonNode newSupplement,
            Instant draftedAt,
            String draftedBy,
            @Nullable Instant decidedAt,
            @Nullable String decidedBy,
            @Nullable String reason,
            @Nullable Integer supplementNumber) {
        /** Tells whether it is of terms for an agreement that is registered already. */
        public boolean isSupplement() {
            return newSupplement != null && !newSupplement.isNull();
        }
    }

    /** What the terms would make of the agreement. */
    record Preview(
            JsonNode agreement,
            List<Difference> differences,
            List<Registry.Warning> warnings,
            List<LocalDate> laterTermsFrom,
            AffectedOrders affectedOrders) {}

    record Difference(
            String field, @Nullable JsonNode from, @Nullable JsonNode to) {}

    record AffectedOrders(long count, BigDecimal subtotal, long earlier, List<AffectedOrder> items) {}

    record AffectedOrder(
            UUID orderId, String agencyOrderNumber, int amendmentNumber, LocalDate orderDate, BigDecimal subtotal) {}

    record NewDraftWithdrawal(String reason) {}

    record NewStatusChange(String status, @Nullable LocalDate effectiveOn, String reason) {}
}
