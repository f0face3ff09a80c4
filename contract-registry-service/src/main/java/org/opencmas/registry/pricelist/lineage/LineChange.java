package org.opencmas.registry.pricelist.lineage;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.registry.pricelist.row.PriceLine;

/**
 * What a list says of an item otherwise than the list before it.
 *
 * @param before the line of the list before; null for one that is new
 * @param after the line of the list; null for one that it no longer has
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "PriceLineChange")
record LineChange(
        String itemId,
        Kind kind,
        @Nullable PriceLine before,
        @Nullable PriceLine after) {
    /** In what the lists differ. */
    @Schema(name = "PriceLineChangeKind")
    enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }

    static LineChange of(@Nullable PriceLine before, @Nullable PriceLine after) {
        if (after == null) {
            if (before == null) {
                throw new IllegalArgumentException("neither list has the item");
            }
            return new LineChange(before.itemId(), Kind.REMOVED, before, null);
        }
        return new LineChange(after.itemId(), before == null ? Kind.ADDED : Kind.CHANGED, before, after);
    }
}
