/**
 * The sessions: the code flow's tokens in an encrypted table, with limits on how long each lasts. No token leaves the server; the browser
 * holds a random name of its session.
 */
@NullMarked
package org.opencmas.console.session.store;

import org.jspecify.annotations.NullMarked;
