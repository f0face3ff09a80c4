package org.opencmas.console.client.agency;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
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

/** The log of informal complaints about a request for offer, to which is only ever added. */
@Path("/v1/requests-for-offer/{requestId}")
@RegisterRestClient(configKey = "order")
@RegisterProvider(ServiceAnswersFilter.class)
@RegisterProvider(ReaderTokenFilter.class)
public interface Complaints {
    /** Readers of the department are answered those that the agency shares. */
    @GET
    @Path("/complaints")
    Log listComplaints(@PathParam("requestId") UUID requestId);

    @POST
    @Path("/complaints")
    RestResponse<Void> recordComplaint(
            @PathParam("requestId") UUID requestId, @HeaderParam("Idempotency-Key") String key, NewComplaint complaint);

    @POST
    @Path("/complaints/{complaintId}/answers")
    RestResponse<Void> answerComplaint(
            @PathParam("requestId") UUID requestId,
            @PathParam("complaintId") UUID complaintId,
            @HeaderParam("Idempotency-Key") String key,
            NewAnswer answer);

    /** @param complaints the oldest first */
    record Log(List<Complaint> complaints) {}

    record Complaint(
            UUID complaintId,
            Said said,
            boolean sharedWithDgs,
            Instant recordedAt,
            String recordedBy,
            List<Answer> answers) {
        /** Returns the name of a field in the form of its answer: a page has one for each complaint. */
        public String field(String name) {
            return complaintId + "." + name;
        }
    }

    record Said(String complainant, String about, LocalDate receivedOn) {}

    record Answer(Answered answered, Instant recordedAt, String recordedBy) {}

    record Answered(String answer, LocalDate answeredOn, String answeredBy) {}

    record NewComplaint(
            String complainant, String about, @Nullable LocalDate receivedOn, boolean sharedWithDgs) {}

    /** @param answeredBy who answered; null for the reader */
    record NewAnswer(
            String answer,
            @Nullable LocalDate answeredOn,
            @Nullable String answeredBy) {}
}
