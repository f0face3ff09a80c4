package org.opencmas.console.session;

import java.util.List;
import java.util.Map;

/** A form was sent and nothing was done with it: it is shown again, to be sent once more. */
final class FormKept extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Why why;
    private final String action;
    private final String swapTarget;
    private final transient Map<String, List<String>> typed;

    /** Why nothing was done. */
    enum Why {
        /** The session had ended; it is sent once more after a sign-in in another tab. */
        SESSION_ENDED(401, "The session has ended"),
        /** The session may go on, and could only not be looked up now. */
        SESSION_UNKNOWN(503, "The session cannot be looked up"),
        /** The service that it is for does not answer; whether it took the form is known when it is sent once more, with the same key. */
        SERVICE_DOWN(503, "A service does not answer");

        private final int status;
        private final String message;

        Why(int status, String message) {
            this.status = status;
            this.message = message;
        }
    }

    /**
     * Keeps what was sent.
     *
     * @param action where it was sent to
     * @param swapTarget id of the part of a page that htmx wants to renew; empty for a form that was sent as a whole
     * @param typed every field with its values
     */
    FormKept(Why why, String action, String swapTarget, Map<String, List<String>> typed) {
        super(why.message);
        this.why = why;
        this.action = action;
        this.swapTarget = swapTarget;
        this.typed = typed;
    }

    int status() {
        return why.status;
    }

    Why why() {
        return why;
    }

    String action() {
        return action;
    }

    String swapTarget() {
        return swapTarget;
    }

    Map<String, List<String>> typed() {
        return typed;
    }
}
