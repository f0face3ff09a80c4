package org.opencmas.order.requestforoffer.complaint;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.opencmas.http.Caller;
import org.opencmas.http.idempotency.Idempotent;
import org.opencmas.order.purchaseorder.intake.Requester;
import org.opencmas.order.purchaseorder.reading.Visibility;
import org.opencmas.order.requestforoffer.Complaint;
import org.opencmas.order.requestforoffer.acts.ReadRequest;
import org.opencmas.terms.Roles;

/** The log of informal complaints about a request for offer. */
@Path("/v1/requests-for-offer/{requestId}/complaints")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Informal complaints", description = "What the ordering agency handles itself.")
class ComplaintResource {
    private final LogComplaint log;
    private final ReadRequest read;
    private final Caller caller;

    ComplaintResource(LogComplaint log, ReadRequest read, Caller caller) {
        this.log = log;
        this.read = read;
        this.caller = caller;
    }

    @Schema(name = "InformalComplaintLog")
    record Log(UUID requestId, List<Complaint> complaints) {}

    @POST
    @Idempotent
    @RolesAllowed({Roles.AGENCY_BUYER, Roles.AGENCY_APPROVER})
    @Operation(operationId = "recordComplaint", summary = "Log an informal complaint")
    @APIResponseSchema(value = Complaint.class, responseCode = "201", responseDescription = "Logged.")
    public Response add(UUID requestId, @NotNull @Valid LogComplaint.NewComplaint body) {
        return created(log.record(requestId, body, Visibility.ofAgency(caller), Requester.of(caller)));
    }

    @POST
    @Path("/{complaintId}/answers")
    @Idempotent
    @RolesAllowed({Roles.AGENCY_BUYER, Roles.AGENCY_APPROVER})
    @Operation(operationId = "answerComplaint", summary = "Log what the agency answered")
    @APIResponseSchema(value = Complaint.class, responseCode = "201", responseDescription = "Logged.")
    public Response answer(UUID requestId, UUID complaintId, @NotNull @Valid LogComplaint.NewAnswer body) {
        return created(log.answer(requestId, complaintId, body, Visibility.ofAgency(caller), Requester.of(caller)));
    }

    @GET
    @RolesAllowed({
        Roles.AGENCY_BUYER,
        Roles.AGENCY_APPROVER,
        Roles.DGS_ANALYST,
        Roles.DGS_APPROVER,
        Roles.COMPLIANCE_REVIEWER,
        Roles.AUDITOR
    })
    @Operation(operationId = "listComplaints", summary = "Read the log of informal complaints, oldest first")
    public Log list(UUID requestId) {
        return new Log(requestId, read.complaints(requestId, Visibility.of(caller)));
    }

    private static Response created(Complaint complaint) {
        return Response.status(201).entity(complaint).build();
    }
}
