package org.opencmas.console.frame;

import java.util.Set;

/**
 * Who reads the page.
 *
 * @param subject the identity provider's id of the person, as the services write it down; empty for the public
 * @param name what the page calls them; empty for the public
 * @param roles what they may do, as in DESIGN section 9; empty for the public
 * @param contractorId the contractor that they act for; empty for everybody else
 * @param agencyId the agency that they act for; empty for everybody else
 */
public record Reader(String subject, String name, Set<String> roles, String contractorId, String agencyId) {
    public static final Reader PUBLIC = new Reader("", "", Set.of(), "", "");

    public boolean isSignedIn() {
        return !name.isEmpty();
    }

    /** Tells whether they hold one of these roles; everybody does when none is named. */
    public boolean holdsOneOf(Set<String> any) {
        return any.isEmpty() || any.stream().anyMatch(roles::contains);
    }
}
