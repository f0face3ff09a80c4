/** What goes along with every call of a service, and how its refusals are read. */
@NullMarked
package org.opencmas.console.client.call;

import org.jspecify.annotations.NullMarked;
