package org.opencmas.registry.pricelist.row;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is sold on a price list's line. */
@Schema(name = "PriceLineKind")
public enum ItemKind {
    GOODS,
    SOFTWARE,
    SERVICES
}
