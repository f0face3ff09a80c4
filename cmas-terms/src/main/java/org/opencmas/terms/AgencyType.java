package org.opencmas.terms;

/**
 * The kinds of public bodies that buy (GEN-AGENCY-TYPE, Guide s1 p5).
 *
 * <p>The guide counts CSU and UC among the local agencies although they are State institutions.
 */
public enum AgencyType {
    CITY(AgencyClass.LOCAL),
    COUNTY(AgencyClass.LOCAL),
    CITY_AND_COUNTY(AgencyClass.LOCAL),
    /** A special district, such as one for water, transit or fire protection. */
    DISTRICT(AgencyClass.LOCAL),
    /** A public school district or school from kindergarten to grade 12. */
    K12(AgencyClass.LOCAL),
    COMMUNITY_COLLEGE(AgencyClass.LOCAL),
    /** The California State University or a campus of it. */
    CSU(AgencyClass.LOCAL),
    /** The University of California or a campus of it. */
    UC(AgencyClass.LOCAL),
    /** Another local governmental body or corporation, which an analyst of DGS has found to be one. */
    OTHER_LOCAL_BODY(AgencyClass.LOCAL),
    STATE_DEPARTMENT(AgencyClass.STATE);

    private final AgencyClass agencyClass;

    AgencyType(AgencyClass agencyClass) {
        this.agencyClass = agencyClass;
    }

    /** Whose rules bind a buyer of this type. */
    public AgencyClass agencyClass() {
        return agencyClass;
    }

    /**
     * True when the type alone does not make the body a local agency.
     *
     * <p>The guide does not name joint powers authorities, courts, charter schools or tribes, so a named analyst decides,
     * with a reason; the suite never guesses.
     */
    public boolean needsAnalystDecision() {
        return this == OTHER_LOCAL_BODY;
    }
}
