package org.opencmas.console.frame.fault;

/** A service that does not answer, answers that it cannot, or takes too long. Thrown out of a page it becomes a page with status 503. */
public final class ServiceDown extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ServiceDown(String message, Throwable cause) {
        super(message, cause);
    }

    public ServiceDown(String message) {
        super(message);
    }
}
