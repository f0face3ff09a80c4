/** Superseded versions of the rules on requests for offer; those in force are in {@code rule.solicitation}. */
@NullMarked
package org.opencmas.compliance.rule.superseded.solicitation;

import org.jspecify.annotations.NullMarked;
