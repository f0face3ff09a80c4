/**
 * Handling an event once: who handles what, the transaction it is done in, what was handled before, and how far the sources were
 * followed. Knows neither the broker's loop nor what becomes of an event that fails.
 */
@NullMarked
package org.opencmas.journal.receive.handling;

import org.jspecify.annotations.NullMarked;
