/** Superseded versions of the rules on an agreement and its prices; those in force are in {@code rule.agreement}. */
@NullMarked
package org.opencmas.compliance.rule.superseded.agreement;

import org.jspecify.annotations.NullMarked;
