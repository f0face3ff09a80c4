/**
 * What every service does the same way over HTTP: who calls, idempotent requests, preconditions, cursors, request ids,
 * body limits, and the configuration all services share. It knows no resource and no business rule.
 */
@NullMarked
package org.opencmas.http;

import org.jspecify.annotations.NullMarked;
