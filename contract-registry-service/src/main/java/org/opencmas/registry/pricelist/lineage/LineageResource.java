package org.opencmas.registry.pricelist.lineage;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.opencmas.http.Cursor;
import org.opencmas.http.Page;
import org.opencmas.http.Paging;
import org.opencmas.problem.NotFound;
import org.opencmas.registry.cmasnumber.NotACmasNumber;
import org.opencmas.registry.pricelist.PriceLists;
import org.opencmas.registry.pricelist.PublishedList;
import org.opencmas.terms.CmasNumber;

/** The lines of an agreement's price lists from supplement to supplement. Public. */
@Path("/v1/agreements/{number}/price-lists")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Price lists")
class LineageResource {
    private final PriceLists lists;
    private final Lineage lineage;

    LineageResource(PriceLists lists, Lineage lineage) {
        this.lists = lists;
        this.lineage = lineage;
    }

    /** An item in every list of its agreement, in the order in which they take effect. */
    @Schema(name = "PriceLineLineage")
    record LineageView(String cmasNumber, String itemId, List<LineVersion> versions) {}

    @GET
    @Path("/lineage")
    @PermitAll
    @Operation(
            operationId = "getPriceLineLineage",
            summary = "One item in every price list of the agreement, old and new")
    public LineageView lineage(String number, @QueryParam("item") @NotBlank @Size(max = 64) String item) {
        CmasNumber parsed = NotACmasNumber.parse("number", number);
        lists.requireAgreement(parsed);
        List<LineVersion> versions = lineage.versions(lists.of(parsed), item.strip());
        if (versions.stream().allMatch(version -> version.line() == null)) {
            throw new NotFound("item on the price lists of " + parsed + " named", item);
        }
        return new LineageView(parsed.canonical(), item.strip(), versions);
    }

    @GET
    @Path("/{priceListId}/changes")
    @PermitAll
    @Operation(
            operationId = "listPriceListChanges",
            summary = "What a price list says otherwise than the one before it, old and new side by side")
    public Page<LineChange> changes(String number, UUID priceListId, @BeanParam Paging paging) {
        CmasNumber parsed = NotACmasNumber.parse("number", number);
        lists.requireAgreement(parsed);
        List<PublishedList> all = lists.of(parsed);
        int at = all.stream().map(PublishedList::id).toList().indexOf(priceListId);
        if (at < 0) {
            throw new NotFound("price list of agreement " + parsed, priceListId);
        }
        if (at == 0) {
            throw new NotFound("price list before the agreement's first,", priceListId);
        }
        String after = paging.after(1).map(each -> each.keys().getFirst()).orElse(null);
        Lineage.Changes changes = lineage.changes(all.get(at - 1), all.get(at), after, paging.size());
        return paging.page(changes.found(), changes.upTo() == null ? null : Cursor.of(changes.upTo()));
    }
}
