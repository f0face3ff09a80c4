/** What the database's plans tell of the statements of a service. */
@NullMarked
package org.opencmas.testkit.plan;

import org.jspecify.annotations.NullMarked;
