package org.opencmas.console.frame.meanwhile;

import org.opencmas.console.frame.field.Inputs;

/**
 * What a form carries of the thing that it is about: the template writes it by {@code {#seen it /}}.
 *
 * @param etag the version that its reader saw
 * @param known what the page told of it then
 */
public record Seen(String etag, String known) {
    /**
     * Returns what a form goes on with: what it began with, or what is now where the page tells its reader what changed.
     *
     * @param etag the version of now
     */
    public static Seen of(Inputs inputs, String etag, Shown now, boolean isTold) {
        return new Seen(inputs.began("etag", etag, isTold), inputs.began(Shown.FIELD, now.carried(), isTold));
    }
}
