package org.opencmas.registry.cmasnumber;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.InvalidCmasNumber;
import org.opencmas.terms.ProcurementKind;

/** What a text means as a CMAS number. */
@Path("/v1/cmas-numbers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "CMAS numbers")
class CmasNumberResource {
    private final KnownNumbers known;

    CmasNumberResource(KnownNumbers known) {
        this.known = known;
    }

    /** A number, read. */
    @Schema(name = "CmasNumberView")
    record NumberView(
            String raw,
            String canonical,
            ProcurementKind kind,
            @Nullable String suffix,
            @Nullable String agreement,
            List<String> suggestions) {}

    @GET
    @Path("/{text}")
    @PermitAll
    @Operation(
            operationId = "getCmasNumber",
            summary = "Read a CMAS number in any printing; 400 with the reason when it is none")
    public NumberView read(String text) {
        CmasNumber number = parse(text);
        boolean held = known.holds(number);
        return new NumberView(
                number.raw(),
                number.canonical(),
                number.kind(),
                number.suffix().map(String::valueOf).orElse(null),
                held ? "/v1/agreements/" + number.canonical() : null,
                held ? List.of() : known.like(number));
    }

    /** Suggests registered numbers first: a number that no agreement has is of no use. */
    private CmasNumber parse(String text) {
        try {
            return CmasNumber.parse(text);
        } catch (InvalidCmasNumber e) {
            List<String> held = e.suggestions().stream()
                    .flatMap(reading ->
                            known.holds(reading) ? Stream.of(reading.canonical()) : known.like(reading).stream())
                    .distinct()
                    .toList();
            throw held.isEmpty() ? new NotACmasNumber("text", e) : new NotACmasNumber("text", e, held);
        }
    }
}
