/** The index itself: how a line is taken apart and kept, and the folder that it is in. It knows no database and no search. */
@NullMarked
package org.opencmas.registry.search.lines.index;

import org.jspecify.annotations.NullMarked;
