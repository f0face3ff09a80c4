package org.opencmas.embedded;

import org.jspecify.annotations.Nullable;

/** A server that did not start or did not stop. The message is meant for the person at the terminal and is complete. */
public final class StartFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StartFailure(String message) {
        this(message, null);
    }

    public StartFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
