package org.opencmas.console.client;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** The contract registry, as the public reads it: without a token. */
@RegisterRestClient(configKey = "registry")
@RegisterProvider(ServiceAnswersFilter.class)
@Path("/v1")
public interface Registry {
    /** What a reader calls the service. */
    String NAME = "contract registry";

    @GET
    @Path("/program-facts")
    ProgramFacts programFacts(@QueryParam("topic") String topic);

    @GET
    @Path("/accommodation-dates")
    AccommodationDate accommodationDate(@QueryParam("event") LocalDate event);

    record ProgramFacts(List<ProgramFact> items) {}

    record ProgramFact(
            String name,
            String title,
            String value,
            String source,
            LocalDate statedOn,
            @Nullable LocalDate lastCheckedOn) {}

    record AccommodationDate(
            LocalDate event,
            LocalDate askBy,
            int workingDays,
            List<Holiday> holidaysBetween,
            String advice,
            String source) {}

    record Holiday(LocalDate keptOn, String name) {}
}
