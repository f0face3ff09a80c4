package org.opencmas.console.frame.meanwhile;

import org.opencmas.console.frame.field.Inputs;

/**
 * What a form carries of the thing that it is about: the template writes it by {@code {#seen it /}}. A form in which one of several things is chosen carries each of them, by
 * {@code {#seenEach them /}}, where each of them has its {@code seen}.
 *
 * @param of the id of the thing, where the form carries several; else empty
 * @param etag the version that its reader saw
 * @param known what the page told of it then
 */
public record Seen(String of, String etag, String known) {
    /**
     * Returns what a form goes on with: what it began with, or what is now where the page tells its reader what changed.
     *
     * @param etag the version of now
     */
    public static Seen of(Inputs inputs, String etag, Shown now, boolean isTold) {
        return oneOf("", inputs, etag, now, isTold);
    }

    /**
     * The same for one of several things.
     *
     * @param id which it is
     */
    public static Seen oneOf(String id, Inputs inputs, String etag, Shown now, boolean isTold) {
        return new Seen(
                id,
                inputs.began(field("etag", id), etag, isTold),
                inputs.began(field(Shown.FIELD, id), now.carried(), isTold));
    }

    /** Returns what a form carries itself, for a page that is shown again without asking what is now. */
    public static Seen carriedBy(Inputs inputs) {
        return new Seen("", inputs.value("etag"), inputs.value(Shown.FIELD));
    }

    /** Returns the version that the reader of a form saw of one of several things; empty for one that the form does not carry. */
    public static String etag(Inputs inputs, String id) {
        return inputs.value(field("etag", id));
    }

    /** Returns the name of the form's field that carries something of the thing. */
    public String field(String name) {
        return field(name, of);
    }

    static String field(String name, String of) {
        return of.isEmpty() ? name : name + "." + of;
    }
}
