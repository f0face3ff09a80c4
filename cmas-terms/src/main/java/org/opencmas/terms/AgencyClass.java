package org.opencmas.terms;

/** Whose rules bind a buyer: those for local agencies or those for State departments (GEN-AGENCY-TYPE, Guide s1 p5). */
public enum AgencyClass {
    /** Local: the contractor owes the incentive fee, no State order limit binds, no duty to ask for three offers. */
    LOCAL,
    /** State department: the State's order limits and its administrative fee hold, no incentive fee is due. */
    STATE
}
