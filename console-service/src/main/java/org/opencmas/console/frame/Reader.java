package org.opencmas.console.frame;

import java.util.Set;
import org.opencmas.terms.Identifier;

/**
 * Who reads the page.
 *
 * @param subject the identity provider's id of the person, as the services write it down; empty for the public
 * @param login the name that they sign in with, by which services tell persons apart; empty for the public
 * @param name what the page calls them; empty for the public
 * @param roles what they may do, as in DESIGN section 9; empty for the public
 * @param contractorId the contractor that they act for; empty for everybody else
 * @param agencyId the agency that they act for; empty for everybody else
 */
public record Reader(
        String subject, String login, String name, Set<String> roles, String contractorId, String agencyId) {
    public static final Reader PUBLIC = new Reader("", "", "", Set.of(), "", "");

    public boolean isSignedIn() {
        return !name.isEmpty();
    }

    /** Tells whether this is the reader, as a service writes a person down: by the sign-in's name in whatever case and spaces, or by id. */
    public boolean is(String person) {
        return isSignedIn()
                && (person.equals(subject) || Identifier.keyOf(person).equals(Identifier.keyOf(login)));
    }

    /** Tells whether they hold one of these roles; everybody does when none is named. */
    public boolean holdsOneOf(Set<String> any) {
        return any.isEmpty() || any.stream().anyMatch(roles::contains);
    }
}
