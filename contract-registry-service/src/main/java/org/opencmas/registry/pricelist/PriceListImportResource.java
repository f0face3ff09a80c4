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
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.opencmas.http.Roles;
import org.opencmas.http.idempotency.Idempotent;
import org.opencmas.problem.NotFound;
import org.opencmas.registry.cmasnumber.NotACmasNumber;

/** Imports of price lists. */
@Path("/v1/price-list-imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Price lists")
class PriceListImportResource {
    private final ImportPriceList imports;
    private final PriceLists lists;

    PriceListImportResource(ImportPriceList imports, PriceLists lists) {
        this.imports = imports;
        this.lists = lists;
    }

    /** An import is there only once its list is published; a refused one leaves nothing. */
    enum State {
        PUBLISHED
    }

    /**
     * An import that was taken over.
     *
     * @param id of the import and of the list
     * @param rows lines of the list
     * @param parts events that carry the lines
     * @param sha256 over the lines, as in price-list.published.v1
     * @param priceList where the list is
     */
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
            String priceList) {
        static ImportView of(PublishedList list) {
            return new ImportView(
                    list.id(),
                    State.PUBLISHED,
                    list.cmasNumber(),
                    list.supplementNumber(),
                    list.effectiveFrom(),
                    list.lineCount(),
                    list.partCount(),
                    list.sha256(),
                    list.publishedAt(),
                    "/v1/agreements/" + list.cmasNumber() + "/price-list?asOf=" + list.effectiveFrom());
        }
    }

    @POST
    @Consumes("text/csv")
    @RolesAllowed(Roles.DGS_ANALYST)
    @Idempotent
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            required = true,
            description = "a key of the caller's own; the same request with the same key acts once",
            schema = @Schema(type = SchemaType.STRING, maxLength = 200))
    @Operation(
            operationId = "importPriceList",
            summary = "Publish a price list from a CSV file, as a whole or not at all. Role: dgs-analyst.",
            description = "UTF-8, header row with item_id, description, unit, price and, optionally, base_price, sin,"
                    + " kind, labor_education, labor_years in any order; at most 500,000 rows. A file with faults is"
                    + " refused with all of them (422), the first 1,000 listed with row, column, value and remedy.")
    @APIResponse(
            responseCode = "201",
            description = "Published",
            content = @Content(schema = @Schema(implementation = ImportView.class)))
    @APIResponse(
            responseCode = "200",
            description = "The same lines were published for this supplement before",
            content = @Content(schema = @Schema(implementation = ImportView.class)))
    public Response importList(
            @QueryParam("agreement")
                    @NotBlank
                    @Size(max = 100)
                    @Parameter(description = "CMAS number in any printing", example = "4-06-78-0031A")
                    String agreement,
            @QueryParam("supplement")
                    @DefaultValue("0")
                    @Min(0)
                    @Max(9_999)
                    @Parameter(description = "the supplement the list belongs to, 0 for the original")
                    int supplement,
            @QueryParam("effectiveFrom")
                    @Parameter(description = "first day of its prices; the supplement's first day when absent")
                    @Nullable
                    LocalDate effectiveFrom,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Parameter(hidden = true) @Nullable MediaType type,
            @NotNull
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "text/csv",
                                            schema = @Schema(implementation = String.class),
                                            examples = @ExampleObject(name = "price list", value = """
                                                    item_id,description,unit,price,base_price,sin,kind
                                                    FT-100,Synthetic turf with infill,square foot,7.25,7.50,,GOODS
                                                    """)))
                    InputStream file) {
        requireUtf8(type);
        var target =
                new ImportPriceList.Target(NotACmasNumber.parse("agreement", agreement), supplement, effectiveFrom);
        ImportPriceList.Outcome outcome = imports.publish(target, file);
        URI location = URI.create("/v1/price-list-imports/" + outcome.list().id());
        return Response.status(outcome.created() ? Response.Status.CREATED : Response.Status.OK)
                .location(location)
                .entity(ImportView.of(outcome.list()))
                .build();
    }

    @POST
    @Consumes({"application/vnd.ms-excel", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"})
    @RolesAllowed(Roles.DGS_ANALYST)
    @Operation(hidden = true)
    public Response refuseSpreadsheet(
            @QueryParam("agreement") @Nullable String agreement,
            @QueryParam("supplement") @Nullable String supplement,
            @QueryParam("effectiveFrom") @Nullable String effectiveFrom) {
        throw new SpreadsheetRefused();
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
    @Operation(operationId = "getPriceListImport", summary = "An import that was taken over. Public.")
    public ImportView get(UUID importId) {
        return lists.byId(importId).map(ImportView::of).orElseThrow(() -> new NotFound("price list import", importId));
    }
}
