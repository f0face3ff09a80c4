package org.opencmas.console.frame.fault;

/** What the address names is not there, or not the reader's to see: a page with status 404. */
public final class NoSuchPage extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String what;

    /** @param what what is not there, in words for the reader, such as "There is no agreement with this number." */
    public NoSuchPage(String what) {
        super(what);
        this.what = what;
    }

    /** Returns what is not there, for the reader. */
    public String what() {
        return what;
    }
}
