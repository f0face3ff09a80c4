package org.opencmas.http;

import org.jspecify.annotations.Nullable;
import org.opencmas.problem.PreconditionFailed;
import org.opencmas.problem.PreconditionRequired;

/** The precondition of a change: the version it was decided on must still be the current one. */
public final class IfMatch {
    private IfMatch() {}

    /**
     * Refuses a change that was decided on another version than the current one. A list of tags and {@code *} are
     * taken as RFC 9110 says; weak tags never match.
     *
     * @throws PreconditionRequired (428) without the header
     * @throws PreconditionFailed (412) when no tag of the header is the current one
     */
    public static void require(@Nullable String header, long currentVersion) {
        String current = ETags.of(currentVersion);
        if (header == null || header.isBlank()) {
            throw new PreconditionRequired(
                    "Send If-Match with the ETag of the version that you want to change; it is " + current + " now.");
        }
        for (String tag : header.split(",")) {
            if (tag.strip().equals(current) || tag.strip().equals("*")) {
                return;
            }
        }
        throw new PreconditionFailed("It was changed since: If-Match says " + header.strip() + ", the current ETag is "
                + current + ". Read it again and decide anew.");
    }
}
