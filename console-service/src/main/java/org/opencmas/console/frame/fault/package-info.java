/** What went wrong, in words and pages of its own: what a service refused, that it is down, that there is no such page. */
@NullMarked
package org.opencmas.console.frame.fault;

import org.jspecify.annotations.NullMarked;
