/** Starts and stops relay and event loop with the service and shows their state. Nothing depends on it. */
@NullMarked
package org.opencmas.journal.exchange;

import org.jspecify.annotations.NullMarked;
