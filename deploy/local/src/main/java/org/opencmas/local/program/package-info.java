/** What the servers run from: the services as they were built last, and the identity provider made ready. */
@NullMarked
package org.opencmas.local.program;

import org.jspecify.annotations.NullMarked;
