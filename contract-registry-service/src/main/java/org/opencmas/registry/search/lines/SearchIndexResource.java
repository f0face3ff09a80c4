package org.opencmas.registry.search.lines;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.opencmas.http.idempotency.Idempotent;
import org.opencmas.terms.Roles;

/** The command that has every instance build its index of price lines anew. */
@Path("/v1/search-index-rebuilds")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Agreements")
class SearchIndexResource {
    private final PublishedLists lists;

    SearchIndexResource(PublishedLists lists) {
        this.lists = lists;
    }

    /**
     * An order that was taken down.
     *
     * @param number counts the orders from 1
     */
    @Schema(name = "SearchIndexRebuild")
    record Rebuild(long number, Instant askedAt) {}

    @POST
    @RolesAllowed(Roles.DGS_APPROVER)
    @Idempotent
    @Operation(
            operationId = "rebuildSearchIndex",
            summary = "Have every instance build its index of price lines anew; what it holds is found meanwhile")
    @APIResponseSchema(value = Rebuild.class, responseCode = "202")
    public Response rebuild() {
        return Response.accepted(lists.askForRebuild()).build();
    }
}
