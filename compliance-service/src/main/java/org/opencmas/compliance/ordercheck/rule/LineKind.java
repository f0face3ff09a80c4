package org.opencmas.compliance.ordercheck.rule;

/** What a line buys. */
public enum LineKind {
    GOODS,
    /** Packaged software. */
    SOFTWARE,
    SERVICES,
    /** Travel and per diem. */
    TRAVEL
}
