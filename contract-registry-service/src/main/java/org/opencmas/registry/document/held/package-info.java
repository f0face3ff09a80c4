/** Documents as they are held or referenced, and their bytes, each content once. What they are withdrawn or copied for is not known here. */
@NullMarked
package org.opencmas.registry.document.held;

import org.jspecify.annotations.NullMarked;
