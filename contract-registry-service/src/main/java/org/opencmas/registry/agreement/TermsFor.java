package org.opencmas.registry.agreement;

/** Makes terms from the contractor's name that is printed on them; everything else is given. */
@FunctionalInterface
interface TermsFor {
    /** @param legalName the contractor's present legal name, for terms that name none themselves */
    Terms contractor(String legalName);
}
