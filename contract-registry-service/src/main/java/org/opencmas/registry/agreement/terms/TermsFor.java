package org.opencmas.registry.agreement.terms;

/** Makes terms from the contractor's name that is printed on them; everything else is given. */
@FunctionalInterface
public interface TermsFor {
    /** @param legalName the contractor's present legal name, for terms that name none themselves */
    Terms contractor(String legalName);
}
