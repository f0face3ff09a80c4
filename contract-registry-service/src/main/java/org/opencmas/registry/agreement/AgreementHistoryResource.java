package org.opencmas.registry.agreement;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.opencmas.registry.agreement.store.Agreement;
import org.opencmas.registry.agreement.store.Agreements;
import org.opencmas.registry.agreement.store.Supplement;
import org.opencmas.registry.agreement.store.SupplementDocuments;
import org.opencmas.registry.agreement.store.TermsFold;
import org.opencmas.registry.cmasnumber.NotACmasNumber;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.ProgramCalendar;
import org.opencmas.terms.Roles;

/** Where an agreement's terms come from, and what a supplement would make of them. */
@Path("/v1/agreements/{number}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Agreements")
class AgreementHistoryResource {
    private final Agreements agreements;
    private final SupplementDocuments documents;
    private final PreviewSupplement preview;
    private final Clock clock;

    AgreementHistoryResource(
            Agreements agreements, SupplementDocuments documents, PreviewSupplement preview, Clock clock) {
        this.agreements = agreements;
        this.documents = documents;
        this.preview = preview;
        this.clock = clock;
    }

    /** Each field of the terms in force on a day, with the supplement that it comes from. */
    record AgreementFieldSources(
            String cmasNumber,
            LocalDate asOf,
            @Nullable Instant knownAt,
            int supplementNumber,
            String documents,
            List<SourcedField> items) {}

    /** A field, where its value comes from, and the documents that say so. */
    @Schema(name = "AgreementFieldSource")
    record SourcedField(
            String field,
            @Nullable Object value,
            int supplementNumber,
            LocalDate effectiveOn,
            Instant recordedAt,
            List<SupplementDocuments.SourceDocument> documents) {
        static SourcedField of(
                TermsFold.FieldSource source, Map<Integer, List<SupplementDocuments.SourceDocument>> documents) {
            return new SourcedField(
                    source.field(),
                    source.value(),
                    source.supplementNumber(),
                    source.effectiveOn(),
                    source.recordedAt(),
                    documents.getOrDefault(source.supplementNumber(), List.of()));
        }
    }

    @GET
    @Path("/field-sources")
    @PermitAll
    @Transactional
    @Operation(
            operationId = "listAgreementFieldSources",
            summary =
                    "Which supplement each field of an agreement's terms comes from, as of a date and as known at an instant")
    public AgreementFieldSources sources(
            String number,
            @QueryParam("asOf") @Nullable LocalDate asOf,
            @QueryParam("knownAt") @Nullable Instant knownAt) {
        CmasNumber parsed = NotACmasNumber.parse("number", number);
        Agreement agreement = agreements.require(parsed);
        LocalDate day = asOf == null ? ProgramCalendar.dateOf(clock.instant()) : asOf;
        TermsFold fold = TermsFold.of(agreements.supplements(agreement), day, knownAt);
        Supplement inForce = fold.inForce().orElseThrow(() -> AgreementResource.notInForce(parsed, day, knownAt));
        Map<Integer, List<SupplementDocuments.SourceDocument>> sources = documents.of(agreement, knownAt);
        return new AgreementFieldSources(
                parsed.canonical(),
                day,
                knownAt,
                inForce.number(),
                "/v1/agreements/" + parsed + "/documents",
                fold.sources().stream()
                        .map(each -> SourcedField.of(each, sources))
                        .toList());
    }

    @POST
    @Path("/supplement-previews")
    @RolesAllowed(Roles.DGS_ANALYST)
    @Operation(
            operationId = "previewSupplement",
            summary = "What a supplement would make of an agreement: the new terms, what differs, and warnings")
    @APIResponseSchema(value = PreviewView.class, responseCode = "200")
    @APIResponse(responseCode = "409")
    @APIResponse(responseCode = "422")
    public PreviewView preview(String number, @NotNull @Valid NewSupplement body) {
        return PreviewView.of(preview.of(NotACmasNumber.parse("number", number), body));
    }
}
