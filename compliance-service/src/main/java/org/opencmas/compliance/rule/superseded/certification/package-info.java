/** Superseded versions of the rules on certificates; those in force are in {@code rule.certification}. */
@NullMarked
package org.opencmas.compliance.rule.superseded.certification;

import org.jspecify.annotations.NullMarked;
