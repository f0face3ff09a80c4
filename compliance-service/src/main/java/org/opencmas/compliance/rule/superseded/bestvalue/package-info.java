/** Superseded versions of the rules on best value; those in force are in {@code rule.bestvalue}. */
@NullMarked
package org.opencmas.compliance.rule.superseded.bestvalue;

import org.jspecify.annotations.NullMarked;
