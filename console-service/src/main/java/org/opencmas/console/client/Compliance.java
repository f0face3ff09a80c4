package org.opencmas.console.client;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;
import org.opencmas.console.client.call.ServiceAnswersFilter;

/** The rule book, as the public reads it: without a token. */
@RegisterRestClient(configKey = "compliance")
@RegisterProvider(ServiceAnswersFilter.class)
@Path("/v1")
public interface Compliance {
    /** What a reader calls the service. */
    String NAME = "rule book";

    @GET
    @Path("/rules")
    Rules rules();

    @GET
    @Path("/rules/{id}")
    Rule rule(@PathParam("id") String id);

    @GET
    @Path("/parameters")
    Parameters parameters();

    record Rules(String ruleSetVersion, List<Rule> items) {}

    record Rule(
            String id,
            int version,
            String title,
            String meaning,
            String kind,
            Citation citation,
            @Nullable String reading,
            @Nullable String binds,
            boolean severityByAgency,
            boolean overridable,
            LocalDate inForceFrom,
            List<String> parameters,
            Law law) {}

    record Citation(String document, String section, int page, String heading) {}

    record Law(
            @Nullable String bound,
            @Nullable String inputs,
            @Nullable String boundaries,
            List<Sentence> sentences,
            @Nullable String workedPass,
            @Nullable String workedFail) {}

    record Sentence(String document, String section, int page, String heading, int ordinal) {}

    record Parameters(List<Parameter> items) {}

    record Parameter(
            String name,
            String value,
            LocalDate validFrom,
            String source,
            String confidence,
            @Nullable String activatedBy) {}
}
