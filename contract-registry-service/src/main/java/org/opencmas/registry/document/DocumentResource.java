package org.opencmas.registry.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.opencmas.http.idempotency.Idempotent;
import org.opencmas.problem.body.CheckedBody;
import org.opencmas.problem.body.FieldReader;
import org.opencmas.problem.parameter.CheckedBy;
import org.opencmas.problem.parameter.ParameterCheck;
import org.opencmas.problem.parameter.SentParameters;
import org.opencmas.problem.value.ReadableText;
import org.opencmas.registry.cmasnumber.NotACmasNumber;
import org.opencmas.registry.document.held.AgreementDocument;
import org.opencmas.registry.document.held.AgreementDocuments;
import org.opencmas.registry.document.held.ContentStore;
import org.opencmas.registry.document.held.ContentType;
import org.opencmas.registry.document.held.DocumentPart;
import org.opencmas.registry.document.held.StoredContent;
import org.opencmas.registry.program.WebAddress;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.ProgramCalendar;
import org.opencmas.terms.Roles;

/** Documents of agreements over HTTP. Reading is public; what was uploaded is only ever handed out as a file to be saved. */
@Path("/v1/agreements/{number}/documents")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Documents")
class DocumentResource {
    private final AgreementDocuments documents;
    private final DocumentWithdrawals withdrawals;
    private final AgreementCopies copies;
    private final RecordDocument record;
    private final ContentStore contents;
    private final Clock clock;

    DocumentResource(
            AgreementDocuments documents,
            DocumentWithdrawals withdrawals,
            AgreementCopies copies,
            RecordDocument record,
            ContentStore contents,
            Clock clock) {
        this.documents = documents;
        this.withdrawals = withdrawals;
        this.copies = copies;
        this.record = record;
        this.contents = contents;
        this.clock = clock;
    }

    /** A document that is elsewhere. */
    record NewDocumentReference(
            @NotNull DocumentPart part,
            @Min(0) @Max(9_999) @Nullable Integer supplementNumber,
            @NotBlank @Size(max = 200) String title,

            @NotNull @Pattern(regexp = WebAddress.PATTERN, message = WebAddress.MESSAGE)
            String link,

            @NotNull LocalDate retrievedOn)
            implements CheckedBody {
        @Override
        public void check(FieldReader fields, LocalDate today) {
            boolean isOfNone = supplementNumber == null || supplementNumber == 0;
            if (part == DocumentPart.SUPPLEMENTS && isOfNone) {
                fields.fault(RecordDocument.ofNoSupplement("/supplementNumber"));
            }
            if (retrievedOn != null && retrievedOn.isAfter(today)) {
                fields.fault("/retrievedOn", "is in the future: today is " + today + " in California");
            }
        }
    }

    /** A document of a supplement says of which one. */
    static final class SupplementCheck implements ParameterCheck {
        @Override
        public void check(FieldReader fields, SentParameters sent) {
            Integer supplement = sent.number("supplement");
            if (DocumentPart.SUPPLEMENTS.name().equals(sent.query("part")) && (supplement == null || supplement == 0)) {
                fields.fault(RecordDocument.ofNoSupplement("supplement"));
            }
        }
    }

    /** A document. */
    record DocumentView(
            UUID documentId,
            String cmasNumber,
            DocumentPart part,
            int supplementNumber,
            String title,
            @Nullable String sha256,
            @Nullable String mediaType,
            @Nullable Long byteCount,
            @Nullable String content,
            @Nullable String link,
            @Nullable LocalDate retrievedOn,
            Instant recordedAt,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            WithdrawalView withdrawal) {
        /** When a document was taken out of the copy, and why. */
        @Schema(name = "DocumentWithdrawalView")
        record WithdrawalView(String reason, Instant withdrawnAt) {}

        static DocumentView of(AgreementDocument document) {
            return of(document, null);
        }

        static DocumentView of(AgreementDocument document, @Nullable DocumentWithdrawal withdrawal) {
            StoredContent held = document.content();
            return new DocumentView(
                    document.id(),
                    document.cmasNumber(),
                    document.part(),
                    document.supplementNumber(),
                    document.title(),
                    held == null ? null : held.sha256(),
                    held == null ? null : held.mediaType(),
                    held == null ? null : held.byteCount(),
                    held == null || withdrawal != null
                            ? null
                            : at(document.cmasNumber()) + "/" + document.id() + "/content",
                    document.link(),
                    document.retrievedOn(),
                    document.recordedAt(),
                    withdrawal == null ? null : new WithdrawalView(withdrawal.reason(), withdrawal.withdrawnAt()));
        }
    }

    /** What an agreement's copy consists of and whether it is complete. */
    record AgreementDocumentList(
            String cmasNumber,
            CopyCompleteness completeness,
            String manifestSha256,
            String archive,
            List<DocumentView> items) {}

    @GET
    @PermitAll
    @Transactional
    @Operation(
            operationId = "listAgreementDocuments",
            summary =
                    "The documents of an agreement, and which parts of a complete copy are held, referenced or missing")
    public AgreementDocumentList list(String number) {
        CmasNumber parsed = NotACmasNumber.parse("number", number);
        AgreementCopy copy = copies.of(parsed);
        return new AgreementDocumentList(
                parsed.canonical(),
                copy.completeness(),
                copy.manifestSha256(),
                at(parsed.canonical()) + "/archive",
                views(parsed.canonical()));
    }

    private List<DocumentView> views(String cmasNumber) {
        Map<UUID, DocumentWithdrawal> withdrawn = withdrawals.of(cmasNumber);
        return documents.of(cmasNumber).stream()
                .map(document -> DocumentView.of(document, withdrawn.get(document.id())))
                .toList();
    }

    @POST
    @Consumes({
        MediaType.APPLICATION_OCTET_STREAM,
        "application/pdf",
        "text/csv",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    })
    @RolesAllowed(Roles.DGS_ANALYST)
    @Idempotent
    @CheckedBy(SupplementCheck.class)
    @Operation(
            operationId = "uploadAgreementDocument",
            summary = "Hold a document of an agreement: its bytes are the body")
    @APIResponseSchema(value = DocumentView.class, responseCode = "201")
    @APIResponse(responseCode = "200", description = "The same bytes were recorded in this place before")
    public Response upload(
            String number,
            @QueryParam("part") @NotNull DocumentPart part,
            @QueryParam("supplement") @DefaultValue("0") @Min(0) @Max(9_999) int supplement,
            @QueryParam("title") @NotBlank @Size(max = 200) @ReadableText String title,
            @NotNull
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
                    InputStream bytes) {
        return recorded(record.hold(
                NotACmasNumber.parse("number", number),
                new AgreementDocument.Place(part, supplement, title.strip()),
                bytes));
    }

    @POST
    @Path("/references")
    @RolesAllowed(Roles.DGS_ANALYST)
    @Idempotent
    @Operation(
            operationId = "referToAgreementDocument",
            summary = "Record a document of an agreement by a link and the day on which it was there")
    @APIResponseSchema(value = DocumentView.class, responseCode = "201")
    @APIResponse(responseCode = "200", description = "The same link of the same day was recorded in this place before")
    public Response refer(String number, @NotNull @Valid NewDocumentReference body) {
        FieldReader.require(body, ProgramCalendar.dateOf(clock.instant()));
        int supplement = body.supplementNumber() == null ? 0 : body.supplementNumber();
        return recorded(record.refer(
                NotACmasNumber.parse("number", number),
                new AgreementDocument.Place(
                        body.part(), supplement, body.title().strip()),
                new AgreementDocument.Reference(body.link(), body.retrievedOn())));
    }

    @GET
    @Path("/{documentId}/content")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @PermitAll
    @Operation(operationId = "getDocumentContent", summary = "The bytes of a held document, as a file to be saved")
    @APIResponse(
            responseCode = "200",
            description = "The bytes, as they were uploaded",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @Transactional
    public Response content(String number, UUID documentId) {
        CmasNumber parsed = NotACmasNumber.parse("number", number);
        withdrawals.requireNotWithdrawn(parsed.canonical(), documentId);
        StoredContent held = documents.requireContent(parsed.canonical(), documentId);
        UUID contentId = held.contentId();
        return file(
                        parsed.canonical() + "-" + held.sha256().substring(0, 12) + "."
                                + ContentType.extensionOf(held.mediaType()),
                        out -> contents.writeTo(out, contentId))
                .header(HttpHeaders.CONTENT_LENGTH, held.byteCount())
                .header("Repr-Digest", "sha-256=:" + base64(held.sha256()) + ":")
                .build();
    }

    @GET
    @Path("/archive")
    @Produces("application/zip")
    @PermitAll
    @Operation(
            operationId = "getAgreementCopy",
            summary = "The whole copy of an agreement as one ZIP file, with a manifest of all hashes and links")
    @APIResponse(
            responseCode = "200",
            description = "manifest.json and each held document",
            content =
                    @Content(
                            mediaType = "application/zip",
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @Transactional
    public Response archive(String number) {
        CmasNumber parsed = NotACmasNumber.parse("number", number);
        AgreementCopy copy = copies.of(parsed);
        return file(parsed.canonical() + "-copy.zip", out -> copy.writeTo(out, contents))
                .build();
    }

    private static Response.ResponseBuilder file(String name, StreamingOutput bytes) {
        return Response.ok(bytes).header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
    }

    private static String base64(String hex) {
        return java.util.Base64.getEncoder()
                .encodeToString(java.util.HexFormat.of().parseHex(hex));
    }

    private static Response recorded(RecordDocument.Outcome outcome) {
        DocumentView view = DocumentView.of(outcome.document());
        return Response.status(outcome.created() ? Response.Status.CREATED : Response.Status.OK)
                .location(URI.create(at(view.cmasNumber())))
                .entity(view)
                .build();
    }

    private static String at(String cmasNumber) {
        return "/v1/agreements/" + cmasNumber + "/documents";
    }
}
