package org.opencmas.registry.pricelist.file;

import org.opencmas.problem.Refusal;

/** The file is announced in another character set than UTF-8; nothing of it was read. */
public final class UnsupportedCharset extends Refusal {
    private static final long serialVersionUID = 1;

    public UnsupportedCharset(String charset) {
        super("Price lists are taken in UTF-8, not in " + charset.replaceAll("[^A-Za-z0-9_.:-]", "?")
                + ". Save the file as \"CSV UTF-8\" and send it as text/csv; charset=utf-8.");
    }

    @Override
    public String slug() {
        return "charset-not-taken";
    }

    @Override
    public int status() {
        return 415;
    }
}
