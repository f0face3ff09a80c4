/**
 * What becomes of an event that fails: it is parked with its cause, and what follows it of the same key waits; it is tried again by itself
 * or at somebody's command; and where everything fails, nothing is parked.
 */
@NullMarked
package org.opencmas.journal.receive.parked;

import org.jspecify.annotations.NullMarked;
