/** The accessibility notice: that everybody is to have access, who helps, and by when to ask. */
@NullMarked
package org.opencmas.console.accessibility;

import org.jspecify.annotations.NullMarked;
