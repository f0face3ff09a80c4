package org.opencmas.registry.agreement.terms;

/** Who may order: the contractor's option, printed on the agreement (CON-LOCAL-OPTIN, Guide s1 p6). */
public enum ForUseBy {
    STATE_ONLY,
    STATE_AND_LOCAL,
    /** The agreement's cover page was not seen; a local agency has to ask the CMAS Unit. */
    UNKNOWN
}
