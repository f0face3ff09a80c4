package org.opencmas.order.file.list;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.opencmas.http.Caller;
import org.opencmas.http.Cursor;
import org.opencmas.http.Page;
import org.opencmas.http.Paging;
import org.opencmas.http.idempotency.Idempotent;
import org.opencmas.order.purchaseorder.intake.Requester;
import org.opencmas.problem.NotFound;
import org.opencmas.terms.Roles;

/** What belongs in the files of an agency's orders. */
@Path("/v1/agencies/{agencyId}/file-lists")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Order files", description = "Everything about one order in one download, and what belongs in it.")
@RolesAllowed({
    Roles.AGENCY_BUYER,
    Roles.AGENCY_APPROVER,
    Roles.DGS_ANALYST,
    Roles.DGS_APPROVER,
    Roles.COMPLIANCE_REVIEWER,
    Roles.AUDITOR
})
class FileListResource {
    private final RecordFileList lists;
    private final Caller caller;

    FileListResource(RecordFileList lists, Caller caller) {
        this.lists = lists;
        this.caller = caller;
    }

    @POST
    @Idempotent
    @RolesAllowed(Roles.AGENCY_APPROVER)
    @Operation(operationId = "recordFileList", summary = "Say what belongs in the files of an agency's orders")
    @APIResponseSchema(value = FileList.class, responseCode = "201", responseDescription = "Recorded.")
    public Response record(UUID agencyId, @NotNull @Valid NewFileList body) {
        requireOwn(agencyId);
        return Response.created(URI.create("/v1/agencies/" + agencyId + "/file-lists"))
                .entity(lists.record(agencyId, body, Requester.of(caller)))
                .build();
    }

    @GET
    @Operation(
            operationId = "listFileLists",
            summary = "List what was said to belong in the files of an agency's orders, the latest first")
    public Page<FileList> list(UUID agencyId, @BeanParam Paging paging) {
        if (!caller.seesAll()) {
            requireOwn(agencyId);
        }
        UUID before = paging.after(1).map(cursor -> cursor.id(0)).orElse(null);
        return paging.page(
                lists.list(agencyId, before, paging.count()),
                list -> Cursor.of(list.listId().toString()));
    }

    private void requireOwn(UUID agencyId) {
        if (caller.agencyId().filter(agencyId::equals).isEmpty()) {
            throw new NotFound("agency", agencyId);
        }
    }
}
