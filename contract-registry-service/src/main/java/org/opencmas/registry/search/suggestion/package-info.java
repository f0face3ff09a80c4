/** What could be meant while somebody types. */
@NullMarked
package org.opencmas.registry.search.suggestion;

import org.jspecify.annotations.NullMarked;
