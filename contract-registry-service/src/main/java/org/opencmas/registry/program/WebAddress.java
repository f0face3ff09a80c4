package org.opencmas.registry.program;

/** What a link that somebody records has to look like: a page of the web, so that nothing else runs when it is followed. */
public final class WebAddress {
    public static final String PATTERN = "https?://[^\\s\"<>]{1,2000}";
    public static final String MESSAGE = "must be an address that begins with https:// or http://";

    private WebAddress() {}
}
