package org.opencmas.registry.pricelist;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.opencmas.csv.SpreadsheetText;
import org.opencmas.registry.cmasnumber.NotACmasNumber;
import org.opencmas.registry.pricelist.row.PriceLine;
import org.opencmas.terms.CmasNumber;

/**
 * A whole price list as of a date, written while it is read: some thousand lines are held at a time, and no connection while the reader takes
 * its time. A published list never changes, so that what is written is one list, whatever is published meanwhile. While {@value #AT_ONCE}
 * lists are being written, others are told to come back (503).
 */
@Path("/v1/agreements/{number}/price-list/export")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Price lists")
class PriceListExportResource {
    private static final String CSV = "text/csv";
    private static final int READ_AT_ONCE = 2_000;
    /** Each keeps a thread for as long as its reader takes, and anybody may ask. */
    static final int AT_ONCE = 8;

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final PriceLists lists;
    private final ObjectMapper json;
    private final Clock clock;
    /** Taken when the first line is to be written, so that a request whose answer has no body keeps none. */
    final Turns turns = new Turns("read whole price lists", AT_ONCE, PATIENCE);

    PriceListExportResource(PriceLists lists, ObjectMapper json, Clock clock) {
        this.lists = lists;
        this.json = json;
        this.clock = clock;
    }

    /**
     * A whole list; what its JSON holds.
     *
     * @param asOf the day on which it is in force
     */
    @Schema(name = "PriceListExport")
    record WholeList(
            String cmasNumber,
            LocalDate asOf,
            UUID priceListId,
            int supplementNumber,
            LocalDate effectiveFrom,
            int lineCount,
            String sha256,
            List<PriceLine> items) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, CSV})
    @PermitAll
    @Operation(
            operationId = "getWholePriceList",
            summary = "All lines of the price list in force on a day, as JSON or, with Accept: text/csv, as CSV")
    @APIResponse(
            responseCode = "200",
            description = "The whole list, by item id",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = WholeList.class)),
                @Content(mediaType = CSV, schema = @Schema(implementation = String.class))
            })
    public Response export(
            String number,
            @QueryParam("asOf") @Nullable LocalDate asOf,
            @HeaderParam(HttpHeaders.ACCEPT) @Parameter(hidden = true) @Nullable String accept) {
        CmasNumber parsed = NotACmasNumber.parse("number", number);
        LocalDate day = asOf == null ? LocalDate.now(clock) : asOf;
        PublishedList list = lists.requireInForce(parsed, day);
        boolean isCsv = accept != null && accept.toLowerCase(Locale.ROOT).contains(CSV);
        StreamingOutput lines = out -> turns.take(() -> {
            if (isCsv) {
                writeCsv(list, out);
            } else {
                writeJson(list, day, out);
            }
            return list;
        });
        String name = "price-list-" + list.cmasNumber() + (isCsv ? ".csv" : ".json");
        return Response.ok(lines, isCsv ? CSV + ";charset=utf-8" : MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .build();
    }

    private void writeCsv(PublishedList list, OutputStream out) throws IOException {
        var text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
        csv.writeRecord(
                "item_id",
                "description",
                "unit",
                "price",
                "base_price",
                "sin",
                "kind",
                "labor_education",
                "labor_years");
        each(
                list,
                line -> csv.writeRecord(
                        SpreadsheetText.safe(line.itemId()),
                        SpreadsheetText.safe(line.description()),
                        SpreadsheetText.safe(line.unit()),
                        line.price(),
                        said(line.basePrice()),
                        SpreadsheetText.safe(said(line.sin())),
                        said(line.kind()),
                        SpreadsheetText.safe(said(line.laborEducation())),
                        said(line.laborYears())));
        csv.flush();
    }

    private static String said(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private void writeJson(PublishedList list, LocalDate day, OutputStream out) throws IOException {
        try (JsonGenerator to = json.createGenerator(out)) {
            to.writeStartObject();
            to.writeStringField("cmasNumber", list.cmasNumber());
            to.writeStringField("asOf", day.toString());
            to.writeStringField("priceListId", list.id().toString());
            to.writeNumberField("supplementNumber", list.supplementNumber());
            to.writeStringField("effectiveFrom", list.effectiveFrom().toString());
            to.writeNumberField("lineCount", list.lineCount());
            to.writeStringField("sha256", list.sha256());
            to.writeArrayFieldStart("items");
            each(list, to::writePOJO);
            to.writeEndArray();
            to.writeEndObject();
        }
    }

    /** Takes one line after the other. */
    private interface Taker {
        void take(PriceLine line) throws IOException;
    }

    private void each(PublishedList list, Taker taker) throws IOException {
        List<PriceLine> page = lists.lines(list, null, READ_AT_ONCE);
        while (!page.isEmpty()) {
            for (PriceLine line : page) {
                taker.take(line);
            }
            page = lists.lines(list, page.getLast().itemId(), READ_AT_ONCE);
        }
    }
}
