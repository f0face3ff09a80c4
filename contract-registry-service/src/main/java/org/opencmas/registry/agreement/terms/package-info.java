/**
 * What is agreed: the terms of an agreement as a body, as a value, and whether they hold together. Knows nothing of how agreements
 * are kept or changed.
 */
@NullMarked
package org.opencmas.registry.agreement.terms;

import org.jspecify.annotations.NullMarked;
