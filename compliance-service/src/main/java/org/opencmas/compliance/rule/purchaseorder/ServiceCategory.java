package org.opencmas.compliance.rule.purchaseorder;

/** What kind of service a line buys, as far as the guide sets kinds apart that cannot be had through a CMAS. */
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
