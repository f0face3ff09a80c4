/**
 * Who is signed in: the code flow's tokens in an encrypted table, limits on how long a session lasts, and the refusal of requests
 * that another site made the browser send. No token leaves the server; the browser holds a random name of its session.
 */
@NullMarked
package org.opencmas.console.session;

import org.jspecify.annotations.NullMarked;
