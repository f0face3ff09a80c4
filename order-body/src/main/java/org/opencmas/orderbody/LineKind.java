package org.opencmas.orderbody;

/** What a line buys; travel is a kind of its own since it has rules of its own. */
public enum LineKind {
    GOODS,
    SOFTWARE,
    SERVICES,
    TRAVEL
}
