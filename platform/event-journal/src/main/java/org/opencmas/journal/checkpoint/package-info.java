/**
 * Signed checkpoints: at an interval the service signs how many entries its journal has, and the hash of the last. It knows the rows of
 * the journal, and neither relay nor event loop.
 */
@NullMarked
package org.opencmas.journal.checkpoint;

import org.jspecify.annotations.NullMarked;
