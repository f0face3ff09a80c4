package org.opencmas.console.session;

import java.util.List;
import java.util.Map;

/** A form was sent after the session had ended: it is shown again, to be sent once more after a sign-in in another tab. */
final class SessionEnded extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String action;
    private final String swapTarget;
    private final boolean isUnknown;
    private final transient Map<String, List<String>> typed;

    /**
     * Keeps what was sent.
     *
     * @param action where it was sent to
     * @param swapTarget id of the part of a page that htmx wants to renew; empty for a form that was sent as a whole
     * @param typed every field with its values
     * @param isUnknown whether the session may go on, and could only not be looked up now
     */
    SessionEnded(String action, String swapTarget, Map<String, List<String>> typed, boolean isUnknown) {
        super(isUnknown ? "The session cannot be looked up" : "The session has ended");
        this.action = action;
        this.swapTarget = swapTarget;
        this.typed = typed;
        this.isUnknown = isUnknown;
    }

    boolean isUnknown() {
        return isUnknown;
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
