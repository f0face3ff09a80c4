package org.opencmas.orderbody;

/** What kind of service a line buys, as far as the Guide sets kinds apart that cannot be had through a CMAS (Guide s1 p6). */
public enum ServiceCategory {
    ARCHITECTURAL,
    ENGINEERING,
    ENVIRONMENTAL,
    FINANCIAL_AUDIT,
    LEGAL,
    FACILITY_PLANNING,
    REGISTERED_NURSING,
    SECURITY_GUARD,
    /** Any other: the agency has looked, and it is none of those. */
    OTHER
}
