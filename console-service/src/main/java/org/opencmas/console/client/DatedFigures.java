package org.opencmas.console.client;

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
import org.jspecify.annotations.Nullable;
import org.opencmas.console.client.call.ReaderTokenFilter;
import org.opencmas.console.client.call.ServiceAnswersFilter;

/** The dated figures of the rule book, and who proposed and activated them. */
@Path("/v1")
@RegisterRestClient(configKey = "compliance")
@RegisterProvider(ServiceAnswersFilter.class)
@RegisterProvider(ReaderTokenFilter.class)
public interface DatedFigures {
    @GET
    @Path("/parameters")
    Figures listParameters();

    @POST
    @Path("/parameters")
    Figure proposeParameter(@HeaderParam("Idempotency-Key") String key, NewFigure figure);

    @POST
    @Path("/parameters/{parameterId}/activation")
    Figure activateParameter(@PathParam("parameterId") UUID parameterId, @HeaderParam("Idempotency-Key") String key);

    record Figures(List<Figure> items) {}

    record Figure(
            UUID parameterId,
            String name,
            String value,
            LocalDate validFrom,
            String source,
            String confidence,
            String proposedBy,
            Instant proposedAt,
            @Nullable String activatedBy,
            @Nullable Instant activatedAt) {}

    record NewFigure(String name, String value, LocalDate validFrom, String source, String confidence) {}
}
