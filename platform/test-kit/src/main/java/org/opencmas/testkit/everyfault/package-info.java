/**
 * Finds out of a running service, made up from its own OpenAPI document, whether any operation names the faults of a request in stages: what
 * is named of one fault alone has to be named of it beside others. {@link org.opencmas.testkit.everyfault.EveryFaultAtOnce} is the
 * entrance. It knows no service.
 */
@NullMarked
package org.opencmas.testkit.everyfault;

import org.jspecify.annotations.NullMarked;
