package org.opencmas.console.client.agency;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.opencmas.console.client.call.ReaderTokenFilter;
import org.opencmas.console.client.call.ServiceAnswersFilter;
import org.opencmas.console.frame.field.SentFile;

/** Orders in files, placed by jobs; one operation for each kind of file, which says itself what it is. */
@Path("/v1")
@RegisterRestClient(configKey = "order-files")
@RegisterProvider(ServiceAnswersFilter.class)
@RegisterProvider(ReaderTokenFilter.class)
public interface OrderImports {
    /** @param mode CONTINUE places the sound orders and refuses the others; ATOMIC places all or none */
    @POST
    @Path("/order-imports")
    @Consumes(SentFile.CSV)
    OrderImport importOrders(
            @QueryParam("mode") String mode, @HeaderParam("Idempotency-Key") String key, java.nio.file.Path file);

    /** @param mode as of a CSV file */
    @POST
    @Path("/order-imports")
    @Consumes(SentFile.JSON_LINES)
    OrderImport importOrdersInJson(
            @QueryParam("mode") String mode, @HeaderParam("Idempotency-Key") String key, java.nio.file.Path file);

    @GET
    @Path("/order-imports")
    ImportPage listOrderImports(@QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") int limit);

    @GET
    @Path("/order-imports/{importId}")
    OrderImport getOrderImport(@PathParam("importId") UUID importId);

    @POST
    @Path("/order-imports/{importId}/cancellation")
    RestResponse<Void> cancelOrderImport(
            @PathParam("importId") UUID importId, @HeaderParam("Idempotency-Key") String key);

    /** @param state PLACED, UNCHANGED or REFUSED; null for all */
    @GET
    @Path("/order-imports/{importId}/results")
    ResultPage listOrderImportResults(
            @PathParam("importId") UUID importId,
            @QueryParam("state") @Nullable String state,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") int limit);

    record ImportPage(List<OrderImport> items, @Nullable String next) {}

    /**
     * @param state WAITING, RUNNING, DONE, REFUSED, CANCELLED or FAILED
     * @param orders how many the file has
     * @param trouble what is waited out until it is tried again; null when nothing is
     */
    record OrderImport(
            UUID importId,
            UUID agencyId,
            String mode,
            String format,
            String state,
            String sha256,
            int orders,
            int ordersRead,
            int ordersPlaced,
            int ordersUnchanged,
            int ordersRefused,
            @Nullable Long ordersPerSecond,
            Instant sentAt,
            String sentBy,
            @Nullable Instant endedAt,
            @Nullable String cancelledBy,
            @Nullable Instant cancellationAskedAt,
            @Nullable String failure,
            @Nullable String trouble,
            @Nullable Instant triedAgainAt) {
        /** Tells whether it goes on by itself. */
        public boolean isUnderWay() {
            return state.equals("WAITING") || state.equals("RUNNING");
        }
    }

    record ResultPage(List<OrderResult> items, @Nullable String next) {}

    /**
     * @param row the first line of the file that tells of the order, counted from 1
     * @param problem why it was refused; null when it was not
     */
    record OrderResult(
            int row,
            String state,
            @Nullable String agencyOrderNumber,
            @Nullable UUID orderId,
            @Nullable ResultProblem problem) {}

    record ResultProblem(String detail, @Nullable List<ResultFault> errors) {}

    record ResultFault(
            @Nullable String pointer,
            String detail,
            @Nullable String remedy) {}
}
