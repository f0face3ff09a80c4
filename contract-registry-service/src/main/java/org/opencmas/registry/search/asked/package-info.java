/** What a search looks for, read from how it is written in a request; it finds nothing itself. */
@NullMarked
package org.opencmas.registry.search.asked;

import org.jspecify.annotations.NullMarked;
