package org.opencmas.registry.pricelist;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.opencmas.http.Cursor;
import org.opencmas.http.Page;
import org.opencmas.http.Paging;
import org.opencmas.problem.NotFound;
import org.opencmas.registry.cmasnumber.NotACmasNumber;
import org.opencmas.registry.pricelist.row.PriceLine;
import org.opencmas.terms.CmasNumber;

/** The price list of an agreement as of a date. Public. */
@Path("/v1/agreements/{number}/price-list")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Price lists")
class PriceListResource {
    private final PriceLists lists;
    private final Clock clock;

    PriceListResource(PriceLists lists, Clock clock) {
        this.lists = lists;
        this.clock = clock;
    }

    /** A page of the list in force on a day. */
    record PriceListView(
            String cmasNumber,
            LocalDate asOf,
            UUID priceListId,
            int supplementNumber,
            LocalDate effectiveFrom,
            int lineCount,
            String sha256,
            List<PriceLine> items,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String next) {
        static PriceListView of(PublishedList list, LocalDate asOf, Page<PriceLine> page) {
            return new PriceListView(
                    list.cmasNumber(),
                    asOf,
                    list.id(),
                    list.supplementNumber(),
                    list.effectiveFrom(),
                    list.lineCount(),
                    list.sha256(),
                    page.items(),
                    page.next());
        }
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "getPriceList",
            summary = "The price list in force on a day, paged by item id, or one item of it")
    public PriceListView get(
            String number,
            @QueryParam("asOf") @Nullable LocalDate asOf,
            @QueryParam("item") @Size(min = 1, max = 64) @Nullable String item,
            @QueryParam("text") @Size(min = 1, max = 200) @Nullable String text,
            @BeanParam Paging paging) {
        CmasNumber parsed = NotACmasNumber.parse("number", number);
        LocalDate day = asOf == null ? LocalDate.now(clock) : asOf;
        PublishedList list = lists.requireInForce(parsed, day);
        if (item != null) {
            PriceLine line = lists.line(list, item)
                    .orElseThrow(() -> new NotFound("item on the price list of " + parsed + " named", item));
            return PriceListView.of(list, day, new Page<>(List.of(line), null));
        }
        int count = paging.count();
        String after = paging.after(1).map(each -> each.keys().getFirst()).orElse(null);
        List<PriceLine> read = text == null || text.isBlank()
                ? lists.lines(list, after, count)
                : lists.linesWith(list, text.strip(), after, count);
        return PriceListView.of(list, day, paging.page(read, line -> Cursor.of(line.itemId())));
    }
}
