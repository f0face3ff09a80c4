package org.opencmas.console.session.store;

import java.sql.SQLException;

/** The session table cannot be asked: whether somebody is signed in is not known, which is not the same as nobody being so. */
public final class SessionsDown extends RuntimeException {
    private static final long serialVersionUID = 1;

    SessionsDown(String message, SQLException cause) {
        super(message, cause);
    }

    public SessionsDown() {
        super("The session table did not answer");
    }
}
