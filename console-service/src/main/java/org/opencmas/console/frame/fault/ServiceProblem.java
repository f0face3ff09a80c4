package org.opencmas.console.frame.fault;

import java.util.List;

/** What a service refused, in its own words (RFC 9457). Thrown out of a page it becomes the page for its status. */
public final class ServiceProblem extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String title;
    private final String detail;
    private final transient List<Fault> faults;

    /**
     * @param pointer JSON pointer or name of the field that is wrong
     * @param detail what is wrong with it
     * @param remedy what would put it right; empty when the service does not say
     */
    public record Fault(String pointer, String detail, String remedy) {
        public Fault(String pointer, String detail) {
            this(pointer, detail, "");
        }
    }

    public ServiceProblem(int status, String title, String detail, List<Fault> faults) {
        super(status + " " + title + ": " + detail);
        this.status = status;
        this.title = title;
        this.detail = detail;
        this.faults = List.copyOf(faults);
    }

    public int status() {
        return status;
    }

    /** Tells whether it is about the page and not about what was typed: who reads it may not, or what it is about is not there. */
    public boolean isOfThePage() {
        return status == 401 || status == 403 || status == 404;
    }

    public String title() {
        return title;
    }

    public String detail() {
        return detail;
    }

    public List<Fault> faults() {
        return faults;
    }
}
