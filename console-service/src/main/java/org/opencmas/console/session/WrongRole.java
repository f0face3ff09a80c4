package org.opencmas.console.session;

import java.util.List;

/** A page of other roles. */
final class WrongRole extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final List<String> roles;

    WrongRole(List<String> roles) {
        super("A page for " + roles);
        this.roles = List.copyOf(roles);
    }

    List<String> roles() {
        return roles;
    }
}
