/** Superseded versions of the rules on public works; those in force are in {@code rule.publicworks}. */
@NullMarked
package org.opencmas.compliance.rule.superseded.publicworks;

import org.jspecify.annotations.NullMarked;
