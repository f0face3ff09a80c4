/** Superseded versions of the rules on items that are not priced; those in force are in {@code rule.nsp}. */
@NullMarked
package org.opencmas.compliance.rule.superseded.nsp;

import org.jspecify.annotations.NullMarked;
