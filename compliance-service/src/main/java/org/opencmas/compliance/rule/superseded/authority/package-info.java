/** Superseded versions of the rules on the authority to buy; those in force are in {@code rule.authority}. */
@NullMarked
package org.opencmas.compliance.rule.superseded.authority;

import org.jspecify.annotations.NullMarked;
