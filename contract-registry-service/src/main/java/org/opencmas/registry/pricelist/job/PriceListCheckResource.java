package org.opencmas.registry.pricelist.job;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.opencmas.registry.pricelist.file.MarkedWorkbook;
import org.opencmas.terms.Roles;

/** Workbooks given back with what is wrong in them. Nothing is stored. */
@Path("/v1/price-list-checks")
@Produces(PriceListCheckResource.WORKBOOK)
@Tag(name = "Price lists")
class PriceListCheckResource {
    static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    PriceListCheckResource() {}

    @POST
    @Consumes(WORKBOOK)
    @RolesAllowed(Roles.DGS_ANALYST)
    @Operation(
            operationId = "markPriceListFaults",
            summary = "Get a workbook back with a column that says what is wrong in each row")
    @APIResponse(
            responseCode = "200",
            description = "The workbook as it was sent, with one more column",
            content = @Content(mediaType = WORKBOOK, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "422")
    public Response mark(
            @NotNull
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = WORKBOOK,
                                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
                    InputStream workbook)
            throws IOException {
        return answer(out -> {
            try {
                return MarkedWorkbook.mark(workbook, out);
            } catch (SQLException e) {
                throw new IllegalStateException("a check asks no database", e);
            }
        });
    }

    /** Writes a workbook with its faults. */
    interface Marking {
        /** @return how many faults there are */
        int writeTo(OutputStream out) throws IOException;
    }

    /** Answers what was marked, once it is whole. */
    static Response answer(Marking marking) throws IOException {
        java.nio.file.Path marked = Files.createTempFile("cmas-marked-", ".xlsx");
        int faults;
        try (OutputStream out = Files.newOutputStream(marked)) {
            faults = marking.writeTo(out);
        } catch (IOException | RuntimeException refused) {
            Files.deleteIfExists(marked);
            throw refused;
        }
        StreamingOutput once = out -> {
            try {
                Files.copy(marked, out);
            } finally {
                Files.deleteIfExists(marked);
            }
        };
        return Response.ok(once)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"price-list-checked.xlsx\"")
                .header("Price-List-Faults", faults)
                .build();
    }
}
