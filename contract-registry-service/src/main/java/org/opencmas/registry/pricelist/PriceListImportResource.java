package org.opencmas.registry.pricelist;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
import org.opencmas.http.Roles;
import org.opencmas.http.idempotency.Idempotent;
import org.opencmas.problem.NotFound;
import org.opencmas.registry.cmasnumber.NotACmasNumber;
import org.opencmas.registry.pricelist.file.SpreadsheetRefused;
import org.opencmas.registry.pricelist.file.UnsupportedCharset;
import org.opencmas.registry.pricelist.file.WorkbookFile;

/** Imports of price lists. */
@Path("/v1/price-list-imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Price lists")
class PriceListImportResource {
    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final ImportPriceList imports;
    private final PriceLists lists;

    PriceListImportResource(ImportPriceList imports, PriceLists lists) {
        this.imports = imports;
        this.lists = lists;
    }

    /** An import is there only once its list is published; a refused one leaves nothing. */
    @Schema(name = "PriceListImportState")
    enum State {
        PUBLISHED,
        /** Of a dry run: the file is sound, and nothing of it was stored. */
        CHECKED
    }

    /** An import that was taken over. */
    @Schema(name = "PriceListImportView")
    record ImportView(
            UUID id,
            State state,
            String cmasNumber,
            int supplementNumber,
            LocalDate effectiveFrom,
            int rows,
            int parts,
            String sha256,
            Instant publishedAt,
            String priceList,
            List<WorkbookFile.PassedOver> passedOver) {
        static ImportView of(PublishedList list) {
            return of(list, State.PUBLISHED, List.of());
        }

        static ImportView of(PublishedList list, State state, List<WorkbookFile.PassedOver> passedOver) {
            return new ImportView(
                    list.id(),
                    state,
                    list.cmasNumber(),
                    list.supplementNumber(),
                    list.effectiveFrom(),
                    list.lineCount(),
                    list.partCount(),
                    list.sha256(),
                    list.publishedAt(),
                    "/v1/agreements/" + list.cmasNumber() + "/price-list?asOf=" + list.effectiveFrom(),
                    passedOver);
        }
    }

    @POST
    @Consumes({"text/csv", WORKBOOK})
    @RolesAllowed(Roles.DGS_ANALYST)
    @Idempotent
    @Operation(
            operationId = "importPriceList",
            summary = "Publish a price list from a CSV file or a workbook, as a whole or not at all")
    @APIResponseSchema(value = ImportView.class, responseCode = "201", responseDescription = "Published")
    @APIResponse(
            responseCode = "200",
            description = "The same lines were published for this supplement before, or it was a dry run")
    public Response importList(
            @QueryParam("agreement") @NotBlank @Size(max = 100) String agreement,
            @QueryParam("supplement") @DefaultValue("0") @Min(0) @Max(9_999) int supplement,
            @QueryParam("effectiveFrom") @Nullable LocalDate effectiveFrom,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
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

    @GET
    @Path("/{importId}")
    @PermitAll
    @Operation(operationId = "getPriceListImport", summary = "An import that was taken over")
    public ImportView get(UUID importId) {
        return lists.byId(importId).map(ImportView::of).orElseThrow(() -> new NotFound("price list import", importId));
    }
}
