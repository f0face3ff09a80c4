/** Superseded versions of the rules on orders from several CMAS; those in force are in {@code rule.severalcmas}. */
@NullMarked
package org.opencmas.compliance.rule.superseded.severalcmas;

import org.jspecify.annotations.NullMarked;
