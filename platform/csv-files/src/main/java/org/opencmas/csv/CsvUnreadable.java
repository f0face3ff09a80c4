package org.opencmas.csv;

/** From some line on a file cannot be told apart into rows. The rows above were read. */
public final class CsvUnreadable extends Exception {
    private static final long serialVersionUID = 1;

    private final Cause trouble;
    private final long line;

    /** Why it cannot be read. */
    public enum Cause {
        /** A double quote is not closed, a text goes on after its quote, or a cell or a row is longer than it may be. */
        FORM,
        /** The bytes there are no text in UTF-8. */
        ENCODING
    }

    CsvUnreadable(Cause trouble, long line, Throwable cause) {
        super(trouble + " at line " + line, cause);
        this.trouble = trouble;
        this.line = line;
    }

    public Cause trouble() {
        return trouble;
    }

    /** The first line that was not read; of bytes that are no text perhaps a few lines before them, since bytes are decoded many at a time. */
    public long line() {
        return line;
    }
}
