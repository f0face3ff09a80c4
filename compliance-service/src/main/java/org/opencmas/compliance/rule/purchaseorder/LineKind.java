package org.opencmas.compliance.rule.purchaseorder;

/** What a line buys. */
public enum LineKind {
    GOODS,
    /** Packaged software. */
    SOFTWARE,
    SERVICES,
    /** Travel and per diem. */
    TRAVEL
}
