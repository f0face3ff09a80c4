/** What every service does the same way over HTTP: who calls, idempotent requests, preconditions, cursors. */
@NullMarked
package org.opencmas.http;

import org.jspecify.annotations.NullMarked;
