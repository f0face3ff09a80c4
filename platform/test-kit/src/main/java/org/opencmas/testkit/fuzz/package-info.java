/**
 * Calls every operation of a service as careless and hostile callers would, made up from its own OpenAPI document, and checks every
 * answer against that document. {@link org.opencmas.testkit.fuzz.ApiFuzz} is the entrance. It knows no service.
 */
@NullMarked
package org.opencmas.testkit.fuzz;

import org.jspecify.annotations.NullMarked;
