package org.opencmas.registry.pricelist.job;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.opencmas.http.Caller;
import org.opencmas.http.Cursor;
import org.opencmas.http.Page;
import org.opencmas.http.Paging;
import org.opencmas.http.idempotency.Idempotent;
import org.opencmas.journal.Actor;
import org.opencmas.problem.NotFound;
import org.opencmas.problem.body.FieldReader;
import org.opencmas.problem.parameter.CheckedBy;
import org.opencmas.problem.parameter.ParameterCheck;
import org.opencmas.problem.parameter.SentParameters;
import org.opencmas.registry.cmasnumber.NotACmasNumber;
import org.opencmas.registry.pricelist.ImportPriceList;
import org.opencmas.registry.pricelist.PriceLists;
import org.opencmas.registry.pricelist.PublishedList;
import org.opencmas.registry.pricelist.file.SpreadsheetRefused;
import org.opencmas.registry.pricelist.file.UnsupportedCharset;
import org.opencmas.registry.pricelist.job.PriceListImport.Format;
import org.opencmas.registry.pricelist.job.PriceListImport.Sender;
import org.opencmas.registry.pricelist.job.PriceListImport.State;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.Roles;

/** Imports of price lists. */
@Path("/v1/price-list-imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Price lists")
class PriceListImportResource {
    private static final String WORKBOOK = PriceListCheckResource.WORKBOOK;

    private final ImportPriceList imports;
    private final KeepImport keep;
    private final PriceLists lists;
    private final Caller caller;

    PriceListImportResource(ImportPriceList imports, KeepImport keep, PriceLists lists, Caller caller) {
        this.imports = imports;
        this.keep = keep;
        this.lists = lists;
        this.caller = caller;
    }

    @POST
    @Consumes({"text/csv", WORKBOOK})
    @RolesAllowed(Roles.DGS_ANALYST)
    @Idempotent
    @CheckedBy(NumberCheck.class)
    @Operation(
            operationId = "importPriceList",
            summary = "Publish a price list from a CSV file or a workbook, as a whole or not at all")
    @APIResponseSchema(value = ImportView.class, responseCode = "201", responseDescription = "Published")
    @APIResponse(
            responseCode = "200",
            description = "The same lines were published for this supplement before, or it was a dry run")
    @APIResponse(
            responseCode = "202",
            description = "Taken down, as inBackground asked for; its progress is where Location says",
            content = @Content(schema = @Schema(implementation = ImportView.class)))
    public Response importList(
            @QueryParam("agreement") @NotBlank @Size(max = 100) String agreement,
            @QueryParam("supplement") @DefaultValue("0") @Min(0) @Max(9_999) int supplement,
            @QueryParam("effectiveFrom") @Nullable LocalDate effectiveFrom,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            @QueryParam("inBackground") @DefaultValue("false") boolean inBackground,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Parameter(hidden = true) @Nullable MediaType type,
            @NotNull
                    @RequestBody(
                            required = true,
                            content = {
                                @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class)),
                                @Content(
                                        mediaType = WORKBOOK,
                                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
                            })
                    InputStream file) {
        if (!isWorkbook(type)) {
            requireUtf8(type);
        }
        var target =
                new ImportPriceList.Target(NotACmasNumber.parse("agreement", agreement), supplement, effectiveFrom);
        if (inBackground) {
            Format format = isWorkbook(type) ? Format.XLSX : Format.CSV;
            return accepted(keep.take(target, new KeepImport.NewFile(file, format, dryRun), sender()));
        }
        var sent = new ImportPriceList.SentFile(file, isWorkbook(type));
        if (dryRun) {
            ImportPriceList.Outcome checked = imports.check(target, sent);
            return Response.ok(ImportView.of(checked.list(), State.CHECKED, checked.passedOver()))
                    .build();
        }
        ImportPriceList.Outcome outcome = imports.publish(target, sent);
        URI location = URI.create("/v1/price-list-imports/" + outcome.list().id());
        return Response.status(outcome.created() ? Response.Status.CREATED : Response.Status.OK)
                .location(location)
                .entity(ImportView.of(outcome.list(), State.PUBLISHED, outcome.passedOver()))
                .build();
    }

    @POST
    @Consumes("application/vnd.ms-excel")
    @RolesAllowed(Roles.DGS_ANALYST)
    @Operation(hidden = true)
    public Response refuseSpreadsheet(
            @QueryParam("agreement") @Nullable String agreement,
            @QueryParam("supplement") @Nullable String supplement,
            @QueryParam("effectiveFrom") @Nullable String effectiveFrom) {
        throw new SpreadsheetRefused();
    }

    private static boolean isWorkbook(@Nullable MediaType type) {
        return type != null && WORKBOOK.equals(type.getType() + "/" + type.getSubtype());
    }

    /** A body of which nothing is said is read as what is taken here: if it is something else, its bytes tell. */
    private static void requireUtf8(@Nullable MediaType type) {
        String charset =
                type == null ? "utf-8" : type.getParameters().getOrDefault(MediaType.CHARSET_PARAMETER, "utf-8");
        if (!charset.toLowerCase(Locale.ROOT).equals("utf-8")) {
            throw new UnsupportedCharset(charset);
        }
    }

    /** A number that is none is refused with suggestions; beside other faults it is one of them. */
    static final class NumberCheck implements ParameterCheck {
        @Override
        public void checkBeside(FieldReader fields, SentParameters sent) {
            NotACmasNumber.check(fields, "agreement", sent.query("agreement"));
        }
    }

    @GET
    @RolesAllowed({Roles.DGS_ANALYST, Roles.DGS_APPROVER, Roles.COMPLIANCE_REVIEWER, Roles.AUDITOR})
    @CheckedBy(NumberCheck.class)
    @Operation(
            operationId = "listPriceListImports",
            summary = "List the imports that were sent to go on by themselves, newest first")
    public Page<ImportView> list(
            @QueryParam("agreement") @Size(max = 100) @Nullable String agreement, @BeanParam Paging paging) {
        CmasNumber number = agreement == null ? null : NotACmasNumber.parse("agreement", agreement);
        UUID after = paging.after(1).map(cursor -> cursor.id(0)).orElse(null);
        List<PriceListImport> found = keep.list(number, after, paging.count());
        return paging.page(views(found), one -> Cursor.of(one.id().toString()));
    }

    @GET
    @Path("/{importId}")
    @PermitAll
    @Operation(operationId = "getPriceListImport", summary = "An import that was taken over")
    public ImportView get(UUID importId) {
        return lists.byId(importId)
                .map(list -> ImportView.of(list, State.PUBLISHED, List.of()))
                .orElseThrow(() -> new NotFound("price list import", importId));
    }

    @GET
    @Path("/{importId}/progress")
    @RolesAllowed({Roles.DGS_ANALYST, Roles.DGS_APPROVER, Roles.COMPLIANCE_REVIEWER, Roles.AUDITOR})
    @Operation(
            operationId = "getPriceListImportProgress",
            summary = "How far an import is that goes on by itself, and what came of it")
    public ImportView progress(UUID importId) {
        return view(keep.read(importId));
    }

    @POST
    @Path("/{importId}/cancellation")
    @Idempotent
    @RolesAllowed(Roles.DGS_ANALYST)
    @Operation(operationId = "cancelPriceListImport", summary = "Have an import left off")
    @APIResponseSchema(value = ImportView.class, responseCode = "200", responseDescription = "Left off.")
    public Response cancel(UUID importId) {
        return Response.ok(view(keep.cancel(importId, caller.name()))).build();
    }

    private Response accepted(PriceListImport taken) {
        return Response.accepted(view(taken))
                .location(URI.create("/v1/price-list-imports/" + taken.importId() + "/progress"))
                .build();
    }

    private ImportView view(PriceListImport one) {
        return views(List.of(one)).getFirst();
    }

    /** With the lists that are published of them, asked for together. */
    private List<ImportView> views(List<PriceListImport> imports) {
        Map<UUID, PublishedList> published = lists.byIds(imports.stream()
                .map(one -> one.end().listId())
                .filter(Objects::nonNull)
                .toList());
        Instant now = keep.now();
        return imports.stream()
                .map(one -> ImportView.of(
                        one,
                        one.end().listId() == null
                                ? null
                                : published.get(one.end().listId()),
                        now))
                .toList();
    }

    private Sender sender() {
        return new Sender(new Actor(caller.subject(), null, caller.requestId()), caller.name(), keep.now());
    }
}
