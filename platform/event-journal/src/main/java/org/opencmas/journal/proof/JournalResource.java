package org.opencmas.journal.proof;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.opencmas.journal.broker.EventSettings;
import org.opencmas.journal.entry.NumberedEntry;
import org.opencmas.journal.proof.FeedResource.FeedEvent;
import org.opencmas.problem.body.FieldReader;
import org.opencmas.problem.parameter.CheckedBy;
import org.opencmas.problem.parameter.ParameterCheck;
import org.opencmas.problem.parameter.SentParameters;

/** The journal as an auditor asks for it: what a person did, and what was done to an object, up to any time. */
@Path("/v1/journal/entries")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Journal")
final class JournalResource {
    private static final int LONGEST = 200;

    private final DataSource dataSource;
    private final EventSettings settings;

    JournalResource(DataSource dataSource, EventSettings settings) {
        this.dataSource = dataSource;
        this.settings = settings;
    }

    /** The journal is asked about somebody or about something. */
    static final class Check implements ParameterCheck {
        @Override
        public void check(FieldReader fields, SentParameters sent) {
            if (!sent.has("actor") && !sent.has("subject")) {
                fields.fault("actor", "must be given, or subject must");
            }
        }
    }

    @GET
    @CheckedBy(Check.class)
    @RolesAllowed({"auditor", "dgs-analyst", "compliance-reviewer"})
    @Operation(operationId = "listJournalEntries", summary = "List what a person did, or what was done to an object")
    public JournalPage list(
            @QueryParam("actor") @Size(min = 1, max = LONGEST) @Nullable String actor,
            @QueryParam("subject") @Size(min = 1, max = LONGEST) @Nullable String subject,
            @QueryParam("onBehalfOf") @Size(min = 1, max = LONGEST) @Nullable String onBehalfOf,
            @QueryParam("type") @Size(min = 1, max = LONGEST) @Nullable String type,
            @QueryParam("requestId") @Size(min = 1, max = LONGEST) @Nullable String requestId,
            @QueryParam("from") @Nullable Instant from,
            @QueryParam("until") @Nullable Instant until,
            @QueryParam("before") @Nullable UUID before,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @Context UriInfo uri)
            throws SQLException {
        JournalSearch search = new JournalSearch(actor, subject, onBehalfOf, type, requestId, from, until, before);
        try (Connection connection = dataSource.getConnection()) {
            List<NumberedEntry> found = search.page(connection, limit);
            return new JournalPage(
                    found.stream().map(entry -> FeedEvent.of(entry, settings)).toList(),
                    found.size() < limit
                            ? null
                            : next(uri, found.getLast().entry().eventId()));
        }
    }

    private static String next(UriInfo uri, UUID before) {
        String asked = uri.getQueryParameters().entrySet().stream()
                .filter(parameter -> !parameter.getKey().equals("before"))
                .map(parameter ->
                        parameter.getKey() + "=" + encoded(parameter.getValue().getFirst()) + "&")
                .sorted()
                .collect(Collectors.joining());
        return "/v1/journal/entries?" + asked + "before=" + before;
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** @param next null on the last page */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record JournalPage(List<FeedEvent> entries, @Nullable String next) {}
}
