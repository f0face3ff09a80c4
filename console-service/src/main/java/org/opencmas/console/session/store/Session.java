package org.opencmas.console.session.store;

import java.time.Instant;
import java.util.UUID;

/**
 * One row of the session table, found by the name that the browser holds.
 *
 * @param nameHash SHA-256 of that name: who reads the table cannot take a session over
 * @param signIn the sign-in that it began with; a renewal of the tokens makes a new row of the same sign-in
 * @param subject the identity provider's id of the person
 * @param signedInAt when the person signed in; the absolute limit counts from here
 * @param lastSeenAt when a page was last asked for, to the minute; the idle limit counts from here
 * @param tokens encrypted
 */
record Session(byte[] nameHash, UUID signIn, String subject, Instant signedInAt, Instant lastSeenAt, byte[] tokens) {}
