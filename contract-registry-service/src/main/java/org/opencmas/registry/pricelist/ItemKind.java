package org.opencmas.registry.pricelist;

/** What is sold on a price list's line. */
public enum ItemKind {
    GOODS,
    SOFTWARE,
    SERVICES
}
