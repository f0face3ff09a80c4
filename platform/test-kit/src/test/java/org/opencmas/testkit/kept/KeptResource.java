package org.opencmas.testkit.kept;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

@Path("/kept")
@Produces("application/json")
final class KeptResource {
    private final Clock clock;

    KeptResource(Clock clock) {
        this.clock = clock;
    }

    record NewThing(BigDecimal amount) {}

    @GET
    @PermitAll
    public Instant now() {
        return Instant.now(clock);
    }

    @POST
    @RolesAllowed("auditor")
    public Response create(@HeaderParam("Idempotency-Key") String key, @NotNull @Valid NewThing thing) {
        return Response.ok(thing.amount()).build();
    }

    @POST
    @Path("{id}/content")
    @RolesAllowed("auditor")
    public Response stream(UUID id, InputStream content) {
        return Response.noContent().build();
    }
}
