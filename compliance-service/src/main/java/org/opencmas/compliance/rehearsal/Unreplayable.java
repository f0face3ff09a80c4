package org.opencmas.compliance.rehearsal;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A receipt of which a rehearsal can say nothing. It is told, and the rehearsal goes on with the next. */
final class Unreplayable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Why a receipt could not be replayed. */
    @Schema(name = "UnreplayableReason")
    enum Reason {
        /** Its facts or findings are not what this release reads. */
        UNREADABLE,
        /** It was judged by a version of a rule that this release does not know. */
        RULE_UNKNOWN,
        /** The rules stumbled over its facts. */
        RULES_FAILED
    }

    Unreplayable(Reason reason, Throwable cause) {
        super(reason.name(), cause);
        this.reason = reason;
    }

    Unreplayable(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
