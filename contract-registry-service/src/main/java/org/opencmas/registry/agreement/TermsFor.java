package org.opencmas.registry.agreement;

/** Terms that lack only the contractor's name as it is printed on them. */
@FunctionalInterface
interface TermsFor {
    /** @param legalName the contractor's present legal name, for terms that name none themselves */
    Terms contractor(String legalName);
}
