package org.opencmas.terms;

/** The roles of the identity provider's realm, as used in {@code @RolesAllowed}. */
public final class Roles {
    /** Drafts and submits orders of its own agency. */
    public static final String AGENCY_BUYER = "agency-buyer";
    /** Approves what the agency's own policy wants approved. */
    public static final String AGENCY_APPROVER = "agency-approver";
    /** Accepts or rejects orders and files quarterly reports of its own agreements. */
    public static final String CONTRACTOR = "contractor";
    /** Registers contractors, agreements, price lists and agencies for the Department of General Services. */
    public static final String DGS_ANALYST = "dgs-analyst";
    /** Approves and repairs what an analyst may only propose. */
    public static final String DGS_APPROVER = "dgs-approver";
    /** Reads orders and evaluations of every agency to review their compliance. */
    public static final String COMPLIANCE_REVIEWER = "compliance-reviewer";
    /** Determines exemptions. */
    public static final String EXEMPTION_REVIEWER = "exemption-reviewer";
    /** Reads everything and changes nothing. */
    public static final String AUDITOR = "auditor";

    private Roles() {}
}
