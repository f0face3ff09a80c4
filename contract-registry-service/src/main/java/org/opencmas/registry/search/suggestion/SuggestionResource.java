package org.opencmas.registry.search.suggestion;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What could be meant while somebody types. Public. */
@Path("/v1/suggestions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Agreements")
class SuggestionResource {
    private final Suggestions suggestions;

    SuggestionResource(Suggestions suggestions) {
        this.suggestions = suggestions;
    }

    /** Contractors first, then codes, then items; up to five of each. */
    @Schema(name = "SuggestionList")
    record SuggestionList(List<Suggestion> items) {}

    @GET
    @PermitAll
    @Operation(
            operationId = "listSuggestions",
            summary = "Contractors, product codes and items that begin as what is typed")
    public SuggestionList list(@QueryParam("text") @NotBlank @Size(min = 2, max = 100) String text) {
        return new SuggestionList(suggestions.of(text.strip()));
    }
}
