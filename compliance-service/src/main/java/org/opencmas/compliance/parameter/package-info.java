/**
 * The dated figures of the rules: appended by one analyst, activated by a second person, never edited.
 *
 * <p>Not here: using them; the rules get the figures of an order's day as facts.
 */
@NullMarked
package org.opencmas.compliance.parameter;

import org.jspecify.annotations.NullMarked;
