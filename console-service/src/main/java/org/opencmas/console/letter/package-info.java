/** Letters to many contractors at once: made from the work queue, kept in a log, with the data to merge elsewhere. */
@NullMarked
package org.opencmas.console.letter;

import org.jspecify.annotations.NullMarked;
